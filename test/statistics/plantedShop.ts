import {rmSync} from "node:fs";
import {join} from "node:path";
import type {Aggregate, AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import {discloseAlone} from "../../data-loaders/disclosure/discloseAlone.ts";
import {segmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {SpreadOf} from "../../data-loaders/aggregates/spread.ts";
import {spreadKey} from "../../data-loaders/aggregates/spread.ts";
import type {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import type {Part} from "../../data-loaders/config/measures.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import type {Segmentation, When} from "../../data-loaders/config/segments.ts";
import type {Moments} from "../../data-loaders/statistics/moments.ts";
import {plantedTruths} from "../../sample/plantedTruths.ts";
import type {PlantedCondition} from "../../sample/plantedTruths.ts";
import {writeSample} from "../../sample/writeSample.ts";

export type Ratio = readonly [Part, Part];

/** What a report counts of one drawn sample, after the disclosure gate. */
export interface PlantedShop {
  readonly segmented: SegmentedBaskets;
  /** Of the queries asked, the aggregate by these dimensions. */
  readonly counted: (...by: readonly string[]) => Aggregate;
}

const {sources, segments} = readConfig("config");
const USED = new Set(["loyalty", "region", "age_group", "income_group"]);

const when = (condition: PlantedCondition): When => ({
  all: Object.entries(condition).map(([subject, test]) => ({subject, test}))
});

/** A segmentation of those a planted truth is about, and those they are compared with. */
function planted({
  id,
  when: who,
  against
}: {
  id: string;
  when?: PlantedCondition;
  against?: PlantedCondition;
}) {
  if (!who) return [];
  const rules = [
    {label: "group", when: when(who)},
    ...(against ? [{label: "against", when: when(against)}] : [])
  ];
  return [rulesOf(id, "customer", rules)];
}

const rulesOf = (
  name: string,
  grain: "customer" | "order",
  rules: readonly {label: string; when: When}[]
): Segmentation => ({
  name: name.replaceAll("-", "_"),
  title: name,
  grain,
  kind: "rules",
  match: "first",
  rules,
  else: "else",
  segments: [...rules.map(({label}) => ({label})), {label: "else"}]
});

/** Orders that customers with few and with many orders have both placed. */
const MIDWAY = rulesOf("midway", "order", [
  {label: "group", when: {subject: "order.order_number", test: {from: 5, up_to: 20}}}
]);

const rules = {
  sources,
  segments: {
    facts: segments.facts.filter(({name}) => name === "orders_placed"),
    segmentations: [
      ...segments.segmentations.filter(({name}) => USED.has(name)),
      ...plantedTruths().flatMap(planted),
      MIDWAY
    ]
  }
};

/** A sample of this seed, from CSV to segments; its files take the place of those of the last one. */
export async function plantedShop(
  customers: number,
  seed: number,
  folder: string,
  pool: WorkerPool,
  queries: readonly AggregateQuery[]
): Promise<PlantedShop> {
  rmSync(folder, {recursive: true, force: true});
  const out = join(folder, "data");
  await writeSample({customers, seed, out});
  const segmented = await segmentedBaskets(rules, out, join(folder, "cache"), pool, () => undefined);
  const raw = await aggregates(queries, segmented.dimensions, segmented.baskets, pool);
  const found = new Map(queries.map(({by}, at) => [by.join(), discloseAlone(raw[at]!, 10)]));
  return {segmented, counted: (...by) => found.get(by.join())!};
}

/** Moments of a ratio of the cell's own parts. */
export const ratioAt = (of: Aggregate, cell: number, over: Ratio): Moments => ({
  customers: of.parts.customers[cell]!,
  n: of.parts[over[0]]![cell]!,
  d: of.parts[over[1]]![cell]!,
  ...spreadAt(of, cell, {over})
});

/** Moments of the cell's share of its group's items. `group` is counted by the dimensions of customers alone. */
export const shareAt = (of: Aggregate, cell: number, group: Aggregate, groupCell: number): Moments => ({
  customers: group.parts.customers[groupCell]!,
  n: of.parts.items![cell]!,
  d: group.parts.items![groupCell]!,
  ...spreadAt(of, cell, {shareOf: "items"})
});

function spreadAt({spreads}: Aggregate, cell: number, spread: SpreadOf) {
  const {nn, nd, dd} = spreads!.get(spreadKey(spread))!;
  return {nn: nn[cell]!, nd: nd[cell]!, dd: dd[cell]!};
}

import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {planWorld} from "../../publish/plan/planWorld.ts";
import type {PlanWorld} from "../../publish/plan/planWorld.ts";

/** Grain: one figure of the audited report, a measure by one or two dimensions. */
export interface AskedFigure {
  readonly id: string;
  readonly measure: string;
  readonly by: readonly string[];
}

const OF_PEOPLE = ["loyalty", "region", "age_group", "age_by_region", "profile"];
const EVERY_WAY: readonly (readonly [measure: string, by: readonly string[]])[] = [
  ...OF_PEOPLE.flatMap((name) =>
    ["customers", "orders", "items_per_order", "customer_share", "spend"].map(
      (measure) => [measure, [name]] as const
    )
  ),
  ["items", ["department"]],
  ["penetration", ["department"]],
  ["spend_per_customer", ["department"]],
  ["orders", ["day"]],
  ["order_share", ["loyalty", "day"]],
  ["orders_per_customer", ["region", "day"]],
  ["order_share", ["age_by_region", "day"]],
  ["orders", ["profile", "day"]],
  ["index", ["loyalty", "department"]],
  ["penetration", ["region", "department"]],
  ["item_share", ["age_by_region", "department"]],
  ["items", ["profile", "department"]],
  ["spend_share", ["loyalty", "department"]]
];

export const ASKED: readonly AskedFigure[] = EVERY_WAY.map(([measure, by]) => ({
  id: `${by.join("-by-")}-${measure}`.replaceAll("_", "-"),
  measure,
  by
}));

const MEASURES = `
  items: { count: items, unit: items, base: all items, says: items }
  spend: { sum: spend, unit: money, base: items with a price, says: prices }
  spend_per_customer: { ratio: [spend, customers], unit: money per customer, base: customers, says: spend by customers }
  order_share: { share: orders, unit: share, base: all orders, says: share of orders }
  item_share: { share: items, unit: share, base: all items, says: share of items }
  spend_share: { share: spend, unit: share, base: spend, says: share of spend }
  penetration: { penetration: customers, unit: share, base: customers of the group, says: share who bought }
  index: { index: items, unit: index, base: all customers = 100, says: share of items by share of all }
`;

/** A report with a figure for every way in which a hidden number could be told. */
export function auditedWorld(
  seed: number,
  customers: number,
  figures: readonly AskedFigure[] = ASKED
): PlanWorld {
  const world = planWorld(customers);
  world.shop(seed, customers);
  const measures = join(world.folders.config, "measures.yaml");
  writeFileSync(measures, `${readFileSync(measures, "utf8").trimEnd()}${MEASURES}`);
  askFor(world, figures);
  return world;
}

/** @param others further figures as they are written */
export function askFor(
  {folders}: PlanWorld,
  figures: readonly AskedFigure[],
  others: readonly string[] = []
): void {
  const asked = figures.map(({id, measure, by}) =>
    [
      `id: ${id}`,
      'finding: "{{ highest.name }}: {{ highest.value }}"',
      `measure: ${measure}`,
      `by: [${by.join(", ")}]`,
      `chart: ${by.length > 1 ? "heatmap" : "table"}`
    ].join("\n")
  );
  const blocks = [...asked, ...others].map((figure) => `\`\`\`figure\n${figure}\n\`\`\`\n`);
  const head = "---\ntitle: Summary\ngroup: Answers\norder: 0\n---\n\n# {{ report.title }}\n";
  const text = "{{ total.customers }} customers placed {{ total.orders }} orders.\n";
  writeFileSync(join(folders.pages, "index.md"), [head, text, ...blocks].join("\n"));
}

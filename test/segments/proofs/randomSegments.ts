import type {
  Bin,
  FactDescription,
  Segmentation,
  Segments,
  Test,
  When
} from "../../../data-loaders/config/segments.ts";
import type {
  ColumnContract,
  Sources,
  TableContract,
  TableName
} from "../../../data-loaders/config/sources.ts";
import type {Seeded} from "../../seeded.ts";

export type Value = number | string | undefined;

/** A subject with all the values that a proof can tell apart, tried out one by one. */
export interface Tried {
  readonly name: string;
  readonly values: readonly Value[];
  /** Cut points and texts that rules name. */
  readonly named: readonly (number | string)[];
}

export interface RandomSegments {
  readonly segments: Segments;
  readonly sources: Sources;
  readonly subjects: readonly Tried[];
}

const column = (name: string, rest: Partial<ColumnContract>): ColumnContract => ({
  name,
  column: name,
  type: "whole",
  missing: false,
  none: [],
  zero_padded: false,
  decimal_zero: false,
  optional: false,
  ...rest
});

const table = (name: TableName, columns: readonly ColumnContract[]): TableContract => ({
  name,
  file: `${name}.csv`,
  optional: false,
  layout: "long",
  key: [],
  columns,
  ignore: [],
  stop_above: 0
});

const fact = (name: string, rest: Partial<FactDescription>): FactDescription => ({
  name,
  per: "customer",
  of: "item",
  take: "share",
  where: {all: []},
  unit: "",
  missing: "never",
  says: name,
  ...rest
});

const inDepartment = (department: string): When => ({subject: "item.department", test: {in: [department]}});

/** A text that no rule names. */
export const UNNAMED = "some other text";

const SHARES = [0, 0.05, 0.25, 0.3, 0.5, 0.55, 0.75, 0.8, 1];

/** Whether it is a text of the undeclared category that no rule names, while rules name others. */
export function isUnnamed(value: Value, {segments}: Pick<RandomSegments, "segments">): boolean {
  if (value !== UNNAMED && value !== "p" && value !== "q") return false;
  const named = ["p", "q"].filter((text) => JSON.stringify(segments).includes(`"${text}"`));
  return named.length > 0 && !named.includes(value);
}

/** Sources, facts and segmentations at random: up to four subjects of few values, rules two deep, labels in rules. */
export function randomSegments(random: Seeded): RandomSegments {
  const missing = (): boolean => random.chance(0.3);
  const [numberMissing, categoryMissing, textMissing, gapMissing] = [
    missing(),
    missing(),
    missing(),
    missing()
  ];
  const sources: Sources = {
    citation: "",
    notice: "",
    day_zero: "Monday",
    tables: {
      orders: table("orders", [column("days_since_prior_order", {from: 0, up_to: 2, missing: true})]),
      items: table("items", []),
      products: table("products", []),
      departments: table("departments", [column("department", {type: "text"})]),
      aisles: table("aisles", []),
      customers: table("customers", [
        column("number", {from: 0, up_to: 5, missing: numberMissing}),
        column("kind", {type: "category", values: ["x", "y", "z"], missing: categoryMissing}),
        column("place", {type: "category", missing: textMissing})
      ])
    }
  };
  const facts = [
    fact("pet_share", {where: inDepartment("pets")}),
    fact("baby_share", {where: inDepartment("babies")}),
    fact("gap", {
      of: "order",
      column: "days_since_prior_order",
      take: "median",
      missing: gapMissing ? "allowed" : "never"
    })
  ];
  const none = (has: boolean): Value[] => (has ? [undefined] : []);
  const every: Tried[] = [
    {
      name: "customer.number",
      values: [0, 1, 2, 3, 4, 5, ...none(numberMissing)],
      named: [-1, 0, 1, 2, 2.5, 3, 4, 5, 6]
    },
    {name: "customer.kind", values: ["x", "y", "z", ...none(categoryMissing)], named: ["x", "y", "z"]},
    {name: "customer.place", values: ["p", "q", UNNAMED, ...none(textMissing)], named: ["p", "q"]},
    {name: "pet_share", values: SHARES, named: [0, 0.25, 0.5, 0.75, 1]},
    {name: "baby_share", values: SHARES, named: [0, 0.25, 0.5, 0.75, 1]},
    {name: "gap", values: [0, 0.5, 1, 1.5, 2, ...none(gapMissing)], named: [0, 0.5, 1, 1.25, 2]}
  ];
  const subjects = random.shuffled(every).slice(0, 1 + random.below(4));
  const segmentations: Segmentation[] = [];
  for (let at = random.below(3); at > 0; at--) segmentations.push(randomByOne(random, subjects, `by${at}`));
  const others = [...segmentations];
  segmentations.push(randomRules(random, subjects, others, "first_rules"));
  if (random.chance(0.5))
    segmentations.push(randomRules(random, subjects, [...segmentations], "second_rules"));
  if (segmentations.length > 1) {
    const [a, b] = random.shuffled(segmentations.map(({name}) => name)) as [string, string];
    segmentations.push(base("crossed", ["unused"], {kind: "cross", of: [a, b]}));
  }
  return {segments: {facts, segmentations}, sources, subjects};
}

type Kind<T> = T extends Segmentation ? Omit<T, "name" | "title" | "grain" | "segments"> : never;

function base(name: string, labels: readonly string[], rest: Kind<Segmentation>): Segmentation {
  return {
    name,
    title: name,
    grain: "customer",
    segments: labels.map((label) => ({label})),
    ...rest
  } as Segmentation;
}

function randomByOne(random: Seeded, subjects: readonly Tried[], name: string): Segmentation {
  const by = random.pick(subjects);
  const missing = by.values.includes(undefined) ? {missing: "none"} : {};
  if (typeof by.named[0] === "number" && random.chance(0.6)) {
    const ends = (by.named as number[]).filter(() => random.chance(0.4));
    const bins: Bin[] = [
      ...ends.map((end, at) => ({label: `bin ${at}`, ...(random.chance(0.5) ? {up_to: end} : {below: end})})),
      {label: "last bin"}
    ];
    const labels = [...bins.map(({label}) => label), ...Object.values(missing)];
    return base(name, labels, {kind: "bins", by: by.name, bins, ...missing});
  }
  const values =
    typeof by.named[0] === "string" || by.name.endsWith("share") || random.chance(0.5)
      ? by.named
      : [...by.values, 9];
  const groups: (number | string)[][] = [[values[0]!], []];
  for (const value of values.slice(1))
    if (value !== undefined && value !== UNNAMED && random.chance(0.85)) groups[random.below(2)]!.push(value);
  const map = groups
    .map((group, at) => ({label: `group ${at}`, values: group}))
    .filter((one) => one.values.length > 0);
  return base(name, [...map.map(({label}) => label), ...Object.values(missing)], {
    kind: "map",
    by: by.name,
    map,
    ...missing
  });
}

function randomRules(
  random: Seeded,
  subjects: readonly Tried[],
  others: readonly Segmentation[],
  name: string
): Segmentation {
  const match = random.pick(["first", "first", "unique"] as const);
  const rules = Array.from({length: 1 + random.below(4)}, (_, at) => ({
    label: `rule ${at}`,
    when: randomWhen(random, subjects, others, 2)
  }));
  const rest = random.chance(0.5) ? {else: "rest"} : {};
  return base(name, [...rules.map(({label}) => label), ...Object.values(rest)], {
    kind: "rules",
    match,
    rules,
    ...rest
  });
}

function randomWhen(
  random: Seeded,
  subjects: readonly Tried[],
  others: readonly Segmentation[],
  depth: number
): When {
  const part = (): When => randomWhen(random, subjects, others, depth - 1);
  const parts = (): When[] => Array.from({length: 1 + random.below(3)}, part);
  if (depth > 0 && random.chance(0.7))
    return random.pick<() => When>([
      () => ({all: parts()}),
      () => ({all: parts()}),
      () => ({any: parts()}),
      () => ({not: part()})
    ])();
  const other = random.chance(0.3) && others.length > 0 ? random.pick(others) : undefined;
  if (other) return {subject: other.name, test: {in: [random.pick(other.segments).label]}};
  const subject = random.pick(subjects);
  return {subject: subject.name, test: randomTest(random, subject)};
}

function randomTest(random: Seeded, {named, values}: Tried): Test {
  if (random.chance(0.1)) return {missing: random.chance(0.5) && values.includes(undefined)};
  if (typeof named[0] === "string" || random.chance(0.2))
    return {in: [random.pick(named), ...(random.chance(0.4) ? [random.pick(named)] : [])]};
  const low = random.pick(named as number[]);
  const high = random.pick(named as number[]);
  const lower = random.chance(0.5) ? {from: Math.min(low, high)} : {above: Math.min(low, high)};
  const upper = random.chance(0.5) ? {up_to: Math.max(low, high)} : {below: Math.max(low, high)};
  return random.pick([lower, upper, {...lower, ...upper}]);
}

import type {Seeded} from "../seeded.ts";
import {whereText} from "./whereText.ts";
import type {Row, YamlSegmentation} from "./plainLoops.ts";

/** Values of a subject that conditions and bins may name, so that ends are hit exactly. */
export const SUBJECTS = {
  orders: [1, 4, 5, 10, 11, 40, 41, 99],
  gap: [0, 7, 10, 10.5, 20, 30],
  baby_share: [0, 0.02, 0.05, 0.5, 1],
  "customer.age": [18, 34, 35, 64, 65, 81],
  "customer.dependants": [0, 1, 2, 3],
  "customer.state": ["Maine", "New York", "District of Columbia", "Ohio"],
  "customer.family_status": ["married", "single", "divorced/widowed", "living with parents and siblings"]
} as const;

export const FACTS = {
  orders: {of: "order.order_number", take: "max", unit: "orders", says: "orders"},
  gap: {of: "order.days_since_prior_order", take: "median", unit: "days", missing: "allowed", says: "gap"},
  baby_share: {of: "item", take: "share", where: {department: "babies"}, missing: "allowed", says: "babies"},
  spent: {of: "item.price", take: "sum", missing: "allowed", says: "spent"}
};

const MISSING = ["gap", "baby_share"];
type Name = keyof typeof SUBJECTS;
type When = Record<string, unknown>;

export function randomRow(random: Seeded): Record<string, Row[string]> {
  const row: Record<string, Row[string]> = {spent: Math.round(random.next() * 1e6) / 100};
  for (const [name, values] of Object.entries(SUBJECTS)) {
    const isMissing = MISSING.includes(name) && random.chance(0.15);
    row[name] = isMissing ? undefined : random.pick<string | number>(values);
  }
  return row;
}

/** Segmentations by name: as the plain loops read them, and as they stand in the file, some rules as texts. */
export interface RandomConfig {
  readonly plain: Readonly<Record<string, YamlSegmentation>>;
  readonly written: Readonly<Record<string, unknown>>;
}

export function randomConfig(random: Seeded): RandomConfig {
  const plain: Record<string, YamlSegmentation> = {};
  const written: Record<string, unknown> = {};
  const labels = new Map<string, readonly string[]>();
  for (let at = 0; at < 1 + random.below(5); at++) {
    const name = `split_${at}`;
    const made = randomSegmentation(random, labels);
    plain[name] = made.segmentation;
    written[name] = asWritten(made.segmentation, random);
    if (made.labels) labels.set(name, made.labels);
  }
  return {plain, written};
}

interface Made {
  readonly segmentation: YamlSegmentation;
  /** Absent where they follow from what can hold together. */
  readonly labels?: readonly string[];
}

function randomSegmentation(random: Seeded, known: ReadonlyMap<string, readonly string[]>): Made {
  const kinds = ["bins", "quantiles", "map", "rules", "rules", "rules", ...(known.size > 1 ? ["cross"] : [])];
  switch (random.pick(kinds)) {
    case "bins":
      return randomBins(random);
    case "quantiles": {
      const labels = ["Lower", "Middle", "Higher", "Highest"].slice(0, 2 + random.below(3));
      const bins = {quantiles: labels.length, labels};
      return {segmentation: {by: "spent", bins, missing: "None"}, labels: [...labels, "None"]};
    }
    case "map":
      return randomMap(random);
    case "cross": {
      const [a, b] = random.shuffled([...known.keys()]) as [string, string];
      const labels = known.get(a)!.flatMap((one) => known.get(b)!.map((other) => `${one} · ${other}`));
      return {segmentation: {cross: [a, b]}, labels};
    }
    default:
      return randomRules(random, known);
  }
}

function randomBins(random: Seeded): Made {
  const by = random.pick(["orders", "gap", "baby_share", "customer.age"] as const);
  const ends = SUBJECTS[by].filter(() => random.chance(0.5));
  const bins = [...ends, undefined].map((end, at) => ({
    label: `Bin ${at}`,
    ...(end !== undefined && {[random.pick(["up_to", "below"])]: end})
  }));
  if (bins.length < 2) return randomBins(random);
  const missing = MISSING.includes(by) ? {missing: "None"} : {};
  return {
    segmentation: {by, bins, ...missing},
    labels: [...bins.map(({label}) => label), ...Object.values(missing)]
  };
}

function randomMap(random: Seeded): Made {
  const by = random.pick(["customer.state", "customer.family_status", "customer.dependants"] as const);
  const values = random.shuffled<string | number>([...SUBJECTS[by]]);
  const cut = 1 + random.below(values.length - 1);
  return {
    segmentation: {by, map: {First: values.slice(0, cut), Second: values.slice(cut)}},
    labels: ["First", "Second"]
  };
}

function randomRules(random: Seeded, known: ReadonlyMap<string, readonly string[]>): Made {
  const match = random.pick(["first", "first", "unique", "all"]);
  const rules = Array.from({length: 1 + random.below(4)}, (_, at) => ({
    label: `Rule ${at}`,
    when: randomWhen(random, known, 0)
  }));
  const otherwise = random.chance(0.9) ? {else: "Rest"} : {};
  const labels = [...rules.map(({label}) => label), ...Object.values(otherwise)];
  return {segmentation: {match, rules, ...otherwise}, ...(match !== "all" && {labels})};
}

function randomWhen(random: Seeded, known: ReadonlyMap<string, readonly string[]>, depth: number): When {
  const inner = () => randomWhen(random, known, depth + 1);
  const kind = depth < 3 ? random.below(8) : 7;
  if (kind === 0) return {not: inner()};
  if (kind === 1) return {any: [inner(), inner()]};
  if (kind === 2) return {all: [inner(), inner()], ...randomTest(random, known)};
  return {...randomTest(random, known), ...(random.chance(0.4) && randomTest(random, known))};
}

function randomTest(random: Seeded, known: ReadonlyMap<string, readonly string[]>): When {
  if (known.size > 0 && random.chance(0.25)) {
    const [name, labels] = random.pick([...known]);
    return {[name]: someOf(random, labels)};
  }
  const name = random.pick(Object.keys(SUBJECTS) as Name[]);
  if (MISSING.includes(name) && random.chance(0.2)) return {[name]: {missing: random.chance(0.5)}};
  const values: readonly (string | number)[] = SUBJECTS[name];
  if (typeof values[0] === "string" || random.chance(0.3)) return {[name]: someOf(random, values)};
  const [low, high] = random
    .shuffled([...values])
    .slice(0, 2)
    .sort((a, b) => Number(a) - Number(b));
  const ends = random.pick([
    [true, false],
    [false, true],
    [true, true]
  ]);
  return {
    [name]: {
      ...(ends[0] && {[random.pick(["from", "above"])]: low}),
      ...(ends[1] && {[random.pick(["up_to", "below"])]: high})
    }
  };
}

function someOf<T>(random: Seeded, values: readonly T[]): T | readonly T[] {
  const some = random.shuffled([...values]).slice(0, 1 + random.below(Math.min(6, values.length)));
  return some.length === 1 && random.chance(0.5) ? some[0]! : some;
}

/** Some conditions as texts, some shares as percents. */
function asWritten(segmentation: YamlSegmentation, random: Seeded): unknown {
  if (!segmentation.rules) return segmentation;
  const rules = segmentation.rules.map(({label, when}) =>
    random.chance(0.4) ? {label, where: whereText(when as When, random)} : {label, when}
  );
  return {...segmentation, rules};
}

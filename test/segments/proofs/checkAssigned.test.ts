import {describe, expect, it} from "vitest";
import {nowhere} from "../../../data-loaders/config/locatedProblem.ts";
import {readConfig} from "../../../data-loaders/config/readConfig.ts";
import type {Segmentation} from "../../../data-loaders/config/segments.ts";
import type {Assigned} from "../../../data-loaders/segments/assignSegments.ts";
import {checkAssigned} from "../../../data-loaders/segments/proofs/checkAssigned.ts";
import type {Column} from "../../../data-loaders/tables/columnBuilder.ts";

const {sources, segments} = readConfig("config");

const AGES = [20, 30, 40, 50, 62, 70];
const STATUS = ["single", "divorced/widowed"];

/** Customers without dependants: single up to 59. Each age and state once more, so that chance is ruled out. */
const ages = Array.from({length: 120}, (_, at) => AGES[at % AGES.length]!);
const attributes: Record<string, Column> = {
  age: {kind: "numbers", values: Float64Array.from(ages)},
  dependants: {kind: "numbers", values: new Float64Array(ages.length)},
  family_status: {
    kind: "categories",
    labels: STATUS,
    codes: Int32Array.from(ages, (age) => (age < 60 ? 0 : 1))
  }
};

/** Puts customers into segments by a plain function. */
function assigned(
  {name, title, grain, segments: words, kind}: Segmentation,
  labelOf: (age: number) => string
): Assigned {
  const labels = words.map(({label}) => label);
  const codes = new Uint16Array(new SharedArrayBuffer(2 * ages.length));
  codes.set(ages.map((age) => labels.indexOf(labelOf(age))));
  return {name, title, grain, labels, ordered: kind === "bins", codes};
}

const named = (name: string): Segmentation => segments.segmentations.find((one) => one.name === name)!;

function told(segmentations: readonly Segmentation[], done: readonly Assigned[], atLeast = 10): string[] {
  const baskets = {
    customers: ages.length,
    orderStart: new Uint32Array(new SharedArrayBuffer(4)),
    words: {attributes}
  };
  return checkAssigned({
    segments: {facts: segments.facts, segmentations},
    sources,
    where: nowhere,
    assigned: done,
    baskets,
    atLeast
  }).map(({path, message}) => `${path?.replace("segmentations.", "")}: ${message}`);
}

const FOLLOWS =
  "tables.customers.columns.family_status: family_status follows from age for every customer: single at age 20 to 50, divorced/widowed at age 62 to 70; a split by it says nothing that age does not";

const ageGroup = (age: number): string =>
  age < 35 ? "18 to 34" : age < 50 ? "35 to 49" : age < 65 ? "50 to 64" : "65 and over";
const household = (age: number): string => (age < 60 ? "Single" : "Divorced or widowed");

describe("what only the data shows", () => {
  it("is an attribute that follows from others, told at its column", () => {
    expect(told([], [])).toEqual([FOLLOWS]);
  });

  it("is an empty segment and one with few customers, each at its rule", () => {
    const segmentation = named("household");
    const few = assigned(segmentation, household);
    few.codes.set([1]);
    expect(told([segmentation], [few]).slice(1)).toEqual([
      'household.rules[0]: "Living with parents" is empty: nothing in this data is so',
      'household.rules[1]: "Parents" has fewer than 10 customers (privacy in report.yaml): the report hides it'
    ]);
  });

  it("is a pair of a cross that cannot occur, and why", () => {
    const [a, b] = [assigned(named("age_group"), ageGroup), assigned(named("household"), household)];
    const cross = named("age_by_household");
    const both = assigned(cross, (age) => `${ageGroup(age)} · ${household(age)}`);
    const list = told([named("age_group"), named("household"), cross], [a, b, both]);
    expect(list.filter((line) => line.startsWith("age_by"))).toEqual([
      'age_by_household.cross: "18 to 34 · Divorced or widowed", "35 to 49 · Divorced or widowed", "65 and over · Single" have nobody, because family_status follows from age'
    ]);
  });

  it("is a pair that just does not occur", () => {
    const cross = {...named("age_by_household"), kind: "cross", of: ["region", "age_group"]} as Segmentation;
    const region = named("region");
    const regionOf = (age: number): string => (age === 20 ? "South" : "West");
    const pairs = region.segments.flatMap((row) =>
      named("age_group").segments.map((column) => ({label: `${row.label} · ${column.label}`}))
    );
    const whole = {...cross, segments: pairs} as Segmentation;
    const list = told(
      [region, named("age_group"), whole],
      [
        assigned(region, regionOf),
        assigned(named("age_group"), ageGroup),
        assigned(whole, (age) => `${regionOf(age)} · ${ageGroup(age)}`)
      ]
    );
    expect(list.filter((line) => line.startsWith("age_by"))).toEqual([
      'age_by_household.cross: "South · 35 to 49", "South · 50 to 64", "South · 65 and over" have nobody in this data'
    ]);
  });
});

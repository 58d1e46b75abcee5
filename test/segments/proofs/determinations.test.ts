import {describe, expect, it} from "vitest";
import {determinations} from "../../../data-loaders/segments/proofs/determinations.ts";
import {determinationWords} from "../../../data-loaders/segments/proofs/determinationWords.ts";
import type {Column} from "../../../data-loaders/tables/columnBuilder.ts";
import {seeded} from "../../seeded.ts";

const numbers = (values: readonly (number | undefined)[]): Column => ({
  kind: "numbers",
  values: Float64Array.from(values, (value) => value ?? Number.NaN)
});

function categories(values: readonly (string | undefined)[]): Column {
  const labels = [...new Set(values)].filter((value) => value !== undefined);
  return {
    kind: "categories",
    labels,
    codes: Int32Array.from(values, (value) => (value === undefined ? -1 : labels.indexOf(value)))
  };
}

const STATES = ["Maine", "Texas", "Ohio", "Utah", "Iowa"];

function familyStatus(age: number, dependants: number): string {
  if (dependants > 0) return age < 22 ? "living with parents" : "married";
  return age < 60 ? "single" : "divorced/widowed";
}

/** Customers as in the known file: family status follows from age and dependants. */
function customers(
  count: number,
  status: (age: number, dependants: number, at: number) => string | undefined = familyStatus
) {
  const random = seeded(5);
  const rows = Array.from({length: count}, (_, at) => {
    const [age, dependants] = [18 + random.below(64), random.below(4)];
    return {
      age,
      dependants,
      state: random.pick(STATES),
      income: 20_000 + random.below(200_000),
      status: status(age, dependants, at)
    };
  });
  return {
    state: categories(rows.map(({state}) => state)),
    age: numbers(rows.map(({age}) => age)),
    dependants: numbers(rows.map(({dependants}) => dependants)),
    income: numbers(rows.map(({income}) => income)),
    family_status: categories(rows.map((row) => row.status))
  };
}

describe("determinations", () => {
  it("find what follows from two attributes, in bands", () => {
    const found = determinations(customers(3000));
    expect(found.map(determinationWords)).toEqual([
      "family_status follows from dependants and age for every customer: with dependants 0 it is single at age 18 to 59, divorced/widowed at age 60 to 81; with dependants 1 to 3 it is living with parents at age 18 to 21, married at age 22 to 81"
    ]);
  });

  it("find nothing when one customer is otherwise", () => {
    expect(
      determinations(
        customers(3000, (age, dependants, at) => (at === 2999 ? "other" : familyStatus(age, dependants)))
      )
    ).toEqual([]);
  });

  it("find what follows from one attribute, as the smallest set", () => {
    const {state, ...others} = customers(3000);
    if (state.kind !== "categories") throw new Error();
    const region = categories([...state.codes].map((code) => (code < 2 ? "Coast" : "Inland")));
    const found = determinations({state, region, age: others.age});
    expect(found.map(({attribute, by, parts}) => [attribute, by, parts.length])).toEqual([
      ["region", ["state"], 2]
    ]);
  });

  it("tell a band of missing values", () => {
    const age = customers(3000).age;
    if (age.kind !== "numbers") throw new Error();
    const known = [...age.values].map((value, at) => (at % 7 === 0 ? undefined : value));
    const group = categories(
      known.map((value) => (value === undefined ? undefined : value < 40 ? "young" : "old"))
    );
    expect(determinations({age: numbers(known), group}).map(determinationWords)).toEqual([
      "group follows from age for every customer: young at age 18 to 39, old at age 40 to 81, missing at age missing"
    ]);
  });

  it("do not take chance for a rule", () => {
    expect(determinations(customers(12))).toEqual([]);
    const random = seeded(9);
    const values = Array.from({length: 40}, (_, at) => at);
    expect(
      determinations({age: numbers(values), status: categories(values.map(() => random.pick(["a", "b"])))})
    ).toEqual([]);
  });

  it("are found at full scale", () => {
    expect(determinations(customers(206_209))).toHaveLength(1);
  });
});

import {describe, expect, it} from "vitest";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {assignSegments} from "../../data-loaders/segments/assignSegments.ts";
import type {Assigned} from "../../data-loaders/segments/assignSegments.ts";
import {described, factValues} from "../facts/described.ts";
import {handMade} from "../facts/handMade.ts";
import type {HandCustomer} from "../facts/handMade.ts";
import {seeded} from "../seeded.ts";

const products = {
  milk: {department: "dairy eggs", cents: 149},
  nappies: {department: "babies", cents: 500},
  wine: {department: "alcohol", cents: 1501},
  gift: {department: "babies"}
};

const FACTS = `
orders_placed: { of: order.order_number, take: max, unit: orders, says: highest order number }
typical_gap: { of: order.days_since_prior_order, take: median, unit: days, missing: allowed, says: median gap }
baby_share: { of: item, take: share, where: { department: babies }, missing: allowed, says: share of babies }
mean_price: { of: item.price, take: mean, missing: allowed, says: mean price }
cheap_share: { of: item, take: share, where: { price: { up_to: 5 } }, missing: allowed, says: share of cheap items }
`;

function carriedOut(segmentations: string, baskets: Baskets) {
  const segments = described({facts: FACTS, segmentations});
  return assignSegments(segments.segmentations, baskets, factValues(segments, baskets));
}

const labelsOf = ({labels, codes}: Assigned): string[] => [...codes].map((code) => labels[code]!);

/** Labels of the segmentation `asked`, one per row. */
function labels(asked: string, baskets: Baskets, others = ""): string[] {
  return labelsOf(
    carriedOut(`${others}\nasked:\n${asked.replaceAll(/^/gm, "  ")}`, baskets).assigned.at(-1)!
  );
}

const ofAges = (...ages: (number | undefined)[]): Baskets =>
  handMade({
    products,
    customers: ages.map((age) => ({
      ...(age !== undefined && {age}),
      state: "Ohio",
      orders: [{items: ["milk"]}]
    }))
  });

const ofOrderNumbers = (...numbers: number[]): Baskets =>
  handMade({products, customers: numbers.map((number) => ({orders: [{number, items: ["milk"]}]}))});

const ofGaps = (...gaps: number[][]): Baskets =>
  handMade({
    products,
    customers: gaps.map((list) => ({
      orders: [{items: ["milk"]}, ...list.map((gap) => ({gap, items: ["milk"]}))]
    }))
  });

const ofStates = (...states: (string | undefined)[]): Baskets =>
  handMade({
    products,
    customers: states.map((state) => ({
      ...(state !== undefined && {state}),
      age: 30,
      orders: [{items: ["milk"]}]
    }))
  });

describe("bins", () => {
  it("take the upper end in where it says up_to", () => {
    const loyalty =
      "by: orders_placed\nbins: [ { label: New, up_to: 10 }, { label: Regular, up_to: 40 }, { label: Loyal } ]";
    expect(labels(loyalty, ofOrderNumbers(1, 10, 11, 40, 41, 100))).toEqual([
      "New",
      "New",
      "Regular",
      "Regular",
      "Loyal",
      "Loyal"
    ]);
  });

  it("leave the upper end out where it says below", () => {
    const age = "by: customer.age\nbins: [ { label: young, below: 45 }, { label: old } ]";
    expect(labels(age, ofAges(18, 44, 45, 81))).toEqual(["young", "young", "old", "old"]);
  });

  it("have a place for an exact 10 days and for the median between two", () => {
    const frequency =
      "by: typical_gap\nbins: [ { label: often, up_to: 10 }, { label: sometimes, up_to: 20 }, { label: seldom } ]\nmissing: once";
    expect(labels(frequency, ofGaps([10], [10, 11], [20], [20, 21], [], [0], [30, 30, 30]))).toEqual([
      "often",
      "sometimes",
      "sometimes",
      "seldom",
      "once",
      "often",
      "seldom"
    ]);
  });

  it("split products by price, with the missing ones apart", () => {
    const range =
      "of: item\nby: item.price\nbins: [ { label: low, up_to: 5 }, { label: mid, up_to: 15 }, { label: high } ]\nmissing: unknown";
    expect(labels(range, ofOrderNumbers(1))).toEqual(["low", "low", "high", "unknown"]);
  });

  it("split orders", () => {
    const time = "of: order\nby: order.hour\nbins: [ { label: morning, below: 12 }, { label: later } ]";
    const baskets = handMade({
      products,
      customers: [
        {
          orders: [
            {hour: 11, items: ["milk"]},
            {hour: 12, items: ["milk"]}
          ]
        }
      ]
    });
    expect(labels(time, baskets)).toEqual(["morning", "later"]);
  });

  it("stop the build when a value is missing that was not said to be, without an id", () => {
    const age = "by: customer.age\nbins: [ { label: young, below: 45 }, { label: old } ]";
    expect(() => labels(age, ofAges(18, undefined, undefined))).toThrow(
      /segmentations\.asked: 2 customers are in no segment, for example one with customer\.age = missing/
    );
    expect(() => labels(age, ofAges(18, undefined))).toThrow("1 customer is in no segment");
  });
});

describe("maps", () => {
  const region = "by: customer.state\nmap: { North: [Maine, Ohio], South: Texas }";

  it("give each value its label", () => {
    expect(labels(region, ofStates("Texas", "Maine", "Ohio"))).toEqual(["South", "North", "North"]);
  });

  it("stop the build for values that stand nowhere, each named with its customers", () => {
    const unmapped = () => labels(region, ofStates("Maine", "Utah", "District of Columbia", "Utah"));
    expect(unmapped).toThrow('segmentations.asked.map: "District of Columbia" (1 customer) is in no segment');
    expect(unmapped).toThrow('segmentations.asked.map: "Utah" (2 customers) is in no segment');
  });

  it("stop the build for missing values that were not said to be", () => {
    expect(() => labels(region, ofStates("Maine", undefined))).toThrow(
      "1 customer has no customer.state; declare a segment for them with `missing: <label>`"
    );
  });
});

describe("rules", () => {
  const family = handMade({
    products,
    customers: [
      {age: 20, state: "Ohio", orders: [{items: ["nappies"]}]},
      {age: 70, state: "Ohio", orders: [{items: ["nappies", "milk"]}]},
      {age: 70, state: "Maine", orders: [{items: ["milk"]}]},
      {age: 20, state: "Maine", orders: [{items: []}]}
    ]
  });

  it("give the first that holds, else the rest", () => {
    const profile = `match: first
rules:
  - { label: Parent, when: { baby_share: { above: 50% } } }
  - { label: Old parent, when: { baby_share: { above: 0% }, customer.age: { from: 65 } } }
  - { label: Old, when: { customer.age: { from: 65 } } }
else: Others`;
    expect(labels(profile, family)).toEqual(["Parent", "Old parent", "Old", "Others"]);
  });

  it("take a missing value for none", () => {
    const rules =
      "match: first\nrules:\n  - { label: None, when: { baby_share: { up_to: 0% } } }\nelse: Rest";
    expect(labels(rules, family)).toEqual(["Rest", "Rest", "None", "Rest"]);
  });

  it("know the segments of other segmentations", () => {
    const age = "age:\n  by: customer.age\n  bins: [ { label: young, below: 45 }, { label: old } ]";
    const rules =
      "match: first\nrules:\n  - { label: A, when: { age: old, customer.state: Maine } }\nelse: B";
    expect(labels(rules, family, age)).toEqual(["B", "B", "A", "B"]);
  });

  it("stop the build when none holds and there is no rest, with an example of values and no id", () => {
    const rules = "match: first\nrules:\n  - { label: Old, when: { customer.age: { from: 65 } } }";
    expect(() => labels(rules, family)).toThrow(
      /2 customers are in no segment, for example one with customer\.age = 20; add a rule or an `else: <label>`/
    );
  });
});

describe("crosses", () => {
  it("pair the segments, the second running first", () => {
    const others =
      "age:\n  by: customer.age\n  bins: [ { label: young, below: 45 }, { label: old } ]\nregion:\n  by: customer.state\n  map: { North: Maine, South: Texas, West: Ohio }";
    const baskets = handMade({
      products,
      customers: [
        {age: 50, state: "Texas", orders: [{items: ["milk"]}]},
        {age: 20, state: "Ohio", orders: [{items: ["milk"]}]}
      ]
    });
    const {assigned} = carriedOut(`${others}\nasked:\n  cross: [age, region]`, baskets);
    const cross = assigned.at(-1)!;
    expect(cross.labels).toEqual([
      "young · North",
      "young · South",
      "young · West",
      "old · North",
      "old · South",
      "old · West"
    ]);
    expect([...cross.codes]).toEqual([4, 2]);
  });
});

describe("what the data has not", () => {
  const all = `
age: { by: customer.age, bins: [ { label: young, below: 45 }, { label: old } ] }
region: { by: customer.state, map: { North: Maine, South: Ohio } }
spender: { by: mean_price, bins: [ { label: low, below: 10 }, { label: high } ], missing: unknown }
bargain: { by: cheap_share, bins: [ { label: few, below: 50% }, { label: many } ], missing: unknown }
frequency: { by: typical_gap, bins: [ { label: often, up_to: 10 }, { label: seldom } ], missing: once }
age_by_region: { cross: [age, region] }
old_bargain: { rules: [ { label: A, when: { bargain: many } } ], else: B }
`;
  const noCustomers = "this data has no customers file";
  const noPrices = "this data has no prices";

  it("is left out with the reason, when there is no customers file", () => {
    const {assigned, unavailable} = carriedOut(
      all,
      handMade({products, customers: [{orders: [{items: ["milk"]}]}]})
    );
    expect(assigned.map(({name}) => name)).toEqual(["spender", "bargain", "frequency", "old_bargain"]);
    expect(Object.fromEntries(unavailable)).toEqual({
      age: noCustomers,
      region: noCustomers,
      age_by_region: noCustomers
    });
  });

  it("is left out with the reason, when there are no prices; nothing else is", () => {
    const baskets = handMade({
      products: {milk: {department: "dairy eggs"}, nappies: {department: "babies"}},
      customers: [{age: 30, state: "Ohio", orders: [{items: ["milk"]}]}]
    });
    const {assigned, unavailable} = carriedOut(all, baskets);
    expect(Object.fromEntries(unavailable)).toEqual({
      spender: noPrices,
      bargain: noPrices,
      old_bargain: noPrices
    });
    expect(assigned.map(({name}) => name)).toEqual(["age", "region", "frequency", "age_by_region"]);
  });

  it("is left out with the reason, when the customers file lacks a column", () => {
    const {unavailable} = carriedOut(all, ofStates("Ohio"));
    expect(unavailable.size).toBe(0);
    const withoutAges = handMade({products, customers: [{state: "Ohio", orders: [{items: ["milk"]}]}]});
    expect(carriedOut(all, withoutAges).unavailable.get("age")).toBe("this data has no customer.age");
  });
});

describe("every segmentation", () => {
  it("puts each customer into exactly one segment, as plain loops find it", () => {
    const random = seeded(31);
    const others = `
age: { by: customer.age, bins: [ { label: a, below: 30 }, { label: b, up_to: 50 }, { label: c } ] }
frequency: { by: typical_gap, bins: [ { label: often, up_to: 10 }, { label: sometimes, up_to: 20 }, { label: seldom } ], missing: once }
region: { by: customer.state, map: { North: [Maine, Ohio], South: [Texas] } }
profile: { rules: [ { label: P, when: { baby_share: { from: 50% } } }, { label: Q, when: { customer.age: { above: 40 }, typical_gap: { below: 15 } } } ], else: R }
crossed: { cross: [frequency, region] }
`;
    for (let round = 0; round < 30; round++) {
      const customers = Array.from(
        {length: 1 + random.below(20)},
        (): HandCustomer => ({
          age: 18 + random.below(60),
          state: random.pick(["Maine", "Ohio", "Texas"]),
          orders: Array.from({length: 1 + random.below(5)}, (_, at) => ({
            ...(at > 0 && {gap: random.pick([0, 9, 10, 11, 20, 21, 30])}),
            items: Array.from({length: random.below(4)}, () => random.pick(Object.keys(products)))
          }))
        })
      );
      const {assigned} = carriedOut(others, handMade({products, customers}));
      for (const {labels: known, codes} of assigned) {
        expect(codes).toHaveLength(customers.length);
        expect([...codes].every((code) => code < known.length)).toBe(true);
      }
      expect(assigned.map(labelsOf)).toEqual(
        ["age", "frequency", "region", "profile", "crossed"].map((name) =>
          customers.map((customer) => byHand(customer)[name]!)
        )
      );
    }
  });
});

function byHand({age = 0, state = "", orders}: HandCustomer): Record<string, string> {
  const gaps = orders.flatMap(({gap}) => gap ?? []).sort((a, b) => a - b);
  const middle =
    gaps.length === 0
      ? Number.NaN
      : (gaps[Math.floor((gaps.length - 1) / 2)]! + gaps[Math.floor(gaps.length / 2)]!) / 2;
  const items = orders.flatMap((order) => order.items ?? []);
  const babies = items.filter((name) => name === "nappies" || name === "gift").length / items.length;
  const frequency = Number.isNaN(middle)
    ? "once"
    : middle <= 10
      ? "often"
      : middle <= 20
        ? "sometimes"
        : "seldom";
  const region = state === "Texas" ? "South" : "North";
  return {
    age: age < 30 ? "a" : age <= 50 ? "b" : "c",
    frequency,
    region,
    profile: babies >= 0.5 ? "P" : age > 40 && middle < 15 ? "Q" : "R",
    crossed: `${frequency} · ${region}`
  };
}

import {describe, expect, it} from "vitest";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {handMade} from "../facts/handMade.ts";
import {carriedOut, labels, products} from "./carriedOut.ts";

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
  it("are not told to lack what their parts lack", () => {
    const others =
      "age: { by: customer.age, bins: [ { label: young, below: 45 }, { label: old } ] }\nregion: { by: customer.state, map: { North: Ohio } }";
    const baskets = handMade({
      products,
      customers: [
        {state: "Ohio", orders: [{items: ["milk"]}]},
        {age: 7, orders: [{items: ["milk"]}]}
      ]
    });
    const messages = (() => {
      try {
        labels("cross: [age, region]", baskets, others);
        return "";
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(messages.split("\n").map((line) => line.split(/[ :]/)[1])).toEqual([
      "segmentations.age",
      "segmentations.region.map"
    ]);
  });

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

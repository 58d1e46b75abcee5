import {describe, expect, it} from "vitest";
import {factProblems} from "../../data-loaders/facts/factProblems.ts";
import {described, factValues} from "./described.ts";
import {handMade} from "./handMade.ts";

const products = {
  milk: {department: "dairy eggs", cents: 149},
  nappies: {department: "babies", cents: 1099},
  wine: {department: "alcohol", cents: 1250},
  gift: {department: "babies"}
};

/** By the shipped sources.yaml day 0 is Saturday. */
const shop = handMade({
  products,
  customers: [
    {
      orders: [
        {day: 0, hour: 9, items: ["milk", "nappies", "gift"]},
        {day: 1, hour: 20, gap: 7, items: ["wine", "+milk"]},
        {day: 3, hour: 9, gap: 30, items: ["gift"]},
        {day: 6, hour: 20, gap: 7, items: []}
      ]
    },
    {orders: [{day: 3, hour: 20, items: ["gift"]}]},
    {orders: [{day: 2, hour: 7, items: []}]}
  ]
});

const NONE = Number.NaN;

function taken(fact: string): {values: number[]; problems: readonly string[]} {
  const segments = described({facts: `asked: { ${fact}, says: a test }`});
  const values = factValues(segments, shop);
  return {
    values: [...values.get("asked")!],
    problems: factProblems(segments.facts, values).map(({path, message}) => `${path}: ${message}`)
  };
}

describe("a fact of a customer", () => {
  it.each<[string, string, number[]]>([
    [
      "the first gap",
      "of: order.days_since_prior_order, take: first, unit: days, missing: allowed",
      [7, NONE, NONE]
    ],
    ["the last hour", "of: order.hour, take: last, unit: o'clock", [20, 20, 7]],
    [
      "the hour of most orders, of two the earlier",
      "of: order.hour, take: most_common, unit: o'clock",
      [9, 20, 7]
    ],
    [
      "the gap of most orders",
      "of: order.days_since_prior_order, take: most_common, unit: days, missing: allowed",
      [7, NONE, NONE]
    ],
    ["the price of the first item", "of: item.price, take: first, missing: allowed", [1.49, NONE, NONE]],
    [
      "the price of the last item with one",
      "of: item.price, take: last, missing: allowed",
      [1.49, NONE, NONE]
    ],
    ["items per order", "of: order.items, take: mean", [1.5, 1, 0]],
    ["the largest spend", "of: order.spend, take: max, missing: allowed", [13.99, NONE, NONE]],
    ["the spend of all orders", "of: order.spend, take: sum, missing: allowed", [26.47, NONE, NONE]],
    ["orders at weekends by name", "of: order, take: share, where: { day: [Saturday, Sunday] }", [0.5, 0, 0]],
    ["orders on a Friday", "of: order, take: count, where: { day: Friday }", [1, 0, 0]],
    ["large orders", "of: order, take: count, where: { items: { from: 2 } }", [2, 0, 0]],
    ["dear orders", "of: order, take: count, where: { spend: { above: 12.48 } }", [1, 0, 0]],
    ["orders of unknown spend", "of: order, take: count, where: { spend: { missing: true } }", [2, 1, 1]],
    ["items never babies'", "of: item, take: count, where: { not: { department: babies } }", [3, 0, 0]],
    [
      "items of one department or another",
      "of: item, take: share, where: { any: [{ department: alcohol }, { price: { above: 10 } }] }, missing: { as: 0 }",
      [2 / 6, 0, 0]
    ],
    [
      "items of a department, or of an order in the evening",
      "of: item, take: count, where: { any: [{ department: babies }, { order.hour: { from: 18 } }] }",
      [5, 1, 0]
    ],
    [
      "items neither first in the cart nor of a long gap",
      "of: item, take: count, where: { not: { any: [{ cart_position: 1 }, { order.days_since_prior_order: { above: 20 } }] } }",
      [3, 0, 0]
    ],
    [
      "orders at nine, or late after a short gap",
      "of: order, take: count, where: { any: [{ hour: 9 }, { all: [{ hour: { above: 18 } }, { days_since_prior_order: 7 }] }] }",
      [4, 0, 0]
    ],
    [
      "what is missing as a number",
      "of: item.price, take: mean, missing: { as: 5 }",
      [(149 * 2 + 1099 + 1250) / 400, 5, 5]
    ]
  ])("is %s", (_, fact, expected) => {
    const {values, problems} = taken(fact);
    expect(values.map((value) => Math.round(value * 1e9))).toEqual(
      expected.map((value) => Math.round(value * 1e9))
    );
    expect(problems).toEqual([]);
  });
});

describe("a fact of an order", () => {
  it.each<[string, string, number[]]>([
    ["its items of a department", "of: item, take: count, where: { department: babies }", [2, 0, 1, 0, 1, 0]],
    [
      "the share of its items of a department",
      "of: item, take: share, where: { department: babies }, missing: { as: 0 }",
      [2 / 3, 0, 1, 0, 1, 0]
    ],
    [
      "its dearest item",
      "of: item.price, take: max, missing: allowed",
      [10.99, 12.5, NONE, NONE, NONE, NONE]
    ],
    [
      "its first price",
      "of: item.price, take: first, missing: allowed",
      [1.49, 12.5, NONE, NONE, NONE, NONE]
    ],
    [
      "its items bought before",
      "of: item.reordered, take: sum, unit: items, missing: { as: 0 }",
      [0, 1, 0, 0, 0, 0]
    ]
  ])("is %s", (_, fact, expected) => {
    const {values} = taken(`per: order, ${fact}`);
    expect(values.map((value) => Math.round(value * 1e9))).toEqual(
      expected.map((value) => Math.round(value * 1e9))
    );
  });
});

describe("the data's problems with a fact", () => {
  it.each([
    [
      "of: item.price, take: mean",
      'facts.asked: 2 customers have no value; write "missing: allowed", or "missing: { as: 0 }" to count them as 0'
    ],
    [
      "of: order.hour, take: last, unit: o'clock, range: { from: 8 }",
      "facts.asked.range: 1 customer has a value outside this range, for example 7"
    ],
    [
      "per: order, of: item, take: count, range: { up_to: 1 }",
      "facts.asked.range: 2 orders have a value outside this range, for example 3"
    ]
  ])("of %s are told", (fact, message) => {
    expect(taken(fact).problems).toEqual([message]);
  });

  it("are none where the values are in range and the missing ones allowed", () => {
    expect(
      taken("of: item.price, take: mean, range: { from: 1.49, up_to: 20 }, missing: allowed").problems
    ).toEqual([]);
  });
});

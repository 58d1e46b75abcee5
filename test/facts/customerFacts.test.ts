import {describe, expect, it} from "vitest";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {seeded} from "../seeded.ts";
import {described, factValues} from "./described.ts";
import {handMade} from "./handMade.ts";
import {products, randomCustomer, randomFact} from "./randomFact.ts";

/** Three customers: one of all trades, one of a single order, one of an order without items. */
const shop = handMade({
  products,
  customers: [
    {
      orders: [
        {day: 0, hour: 8, items: ["milk", "nappies", "gift"]},
        {day: 6, hour: 23, gap: 7, items: ["+milk"]},
        {number: 5, day: 6, hour: 9, gap: 30, items: ["wine", "+milk"]},
        {number: 6, day: 2, hour: 9, gap: 4, items: []}
      ]
    },
    {orders: [{day: 3, hour: 20, items: ["gift"]}]},
    {orders: [{day: 3, hour: 20, items: []}]}
  ]
});

const NONE = Number.NaN;

function valuesOf(fact: string, baskets: Baskets = shop): number[] {
  const segments = described({facts: `asked: { ${fact}, says: a test }`});
  return [...factValues(segments, baskets).get("asked")!];
}

describe("customerFacts", () => {
  it.each<[string, string, number[]]>([
    ["how many orders", "of: order, take: count", [4, 1, 1]],
    ["how many orders on a day", "of: order, take: count, where: { day: 6 }", [2, 0, 0]],
    [
      "how many orders in the morning",
      "of: order, take: count, where: { hour: { from: 6, below: 12 } }",
      [3, 0, 0]
    ],
    ["how many orders at an hour of a day", "of: order, take: count, where: { hour: 9, day: 2 }", [1, 0, 0]],
    [
      "the share of orders after a long gap",
      "of: order, take: share, where: { days_since_prior_order: { above: 7 } }",
      [0.25, 0, 0]
    ],
    ["the highest order number", "of: order.order_number, take: max, unit: orders", [6, 1, 1]],
    [
      "the median gap of an odd number",
      "of: order.days_since_prior_order, take: median, unit: days, missing: allowed",
      [7, NONE, NONE]
    ],
    [
      "the median gap of an even number",
      "of: order.days_since_prior_order, take: median, unit: days, missing: allowed, where: { days_since_prior_order: { above: 4 } }",
      [18.5, NONE, NONE]
    ],
    [
      "the shortest and the longest gap",
      "of: order.days_since_prior_order, take: min, unit: days, missing: allowed",
      [4, NONE, NONE]
    ],
    [
      "the mean gap",
      "of: order.days_since_prior_order, take: mean, unit: days, missing: allowed",
      [41 / 3, NONE, NONE]
    ],
    ["how many items", "of: item, take: count", [6, 1, 0]],
    ["how many items of a department", "of: item, take: count, where: { department: babies }", [2, 1, 0]],
    [
      "the share of items of a department",
      "of: item, take: share, where: { department: babies }",
      [2 / 6, 1, NONE]
    ],
    [
      "the share of items of two departments",
      "of: item, take: share, where: { department: [babies, alcohol] }",
      [3 / 6, 1, NONE]
    ],
    [
      "the share of items of an aisle",
      "of: item, take: share, where: { aisle: red wines }",
      [1 / 6, 0, NONE]
    ],
    ["how many of a product", "of: item, take: count, where: { product: milk }", [3, 0, 0]],
    ["how many items bought before", "of: item, take: count, where: { reordered: 1 }", [2, 0, 0]],
    [
      "how many items first in the cart",
      "of: item, take: count, where: { cart_position: { up_to: 1 } }",
      [3, 1, 0]
    ],
    [
      "items of a department in the morning",
      "of: item, take: count, where: { department: dairy eggs, order.hour: { below: 12 } }",
      [2, 0, 0]
    ],
    [
      "items of a department bought before, of orders after a gap",
      "of: item, take: count, where: { department: dairy eggs, reordered: 1, order.days_since_prior_order: 30 }",
      [1, 0, 0]
    ],
    [
      "the share of items on a day, of all items",
      "of: item, take: share, where: { order.day: 6 }",
      [3 / 6, 0, NONE]
    ],
    [
      "the mean price, of items with a price",
      "of: item.price, take: mean, missing: allowed",
      [(149 * 3 + 1099 + 1250) / 5 / 100, NONE, NONE]
    ],
    ["the sum of prices", "of: item.price, take: sum, missing: allowed", [27.96, NONE, NONE]],
    [
      "the median price of an odd number",
      "of: item.price, take: median, missing: allowed",
      [1.49, NONE, NONE]
    ],
    ["the highest price", "of: item.price, take: max, missing: allowed", [12.5, NONE, NONE]],
    [
      "the mean price in a department",
      "of: item.price, take: mean, missing: allowed, where: { department: babies }",
      [10.99, NONE, NONE]
    ],
    [
      "items at an exact price",
      "of: item, take: count, where: { price: { from: 10.99, up_to: 10.99 } }",
      [1, 0, 0]
    ],
    [
      "items below a price, which a missing one is not",
      "of: item, take: count, where: { price: { below: 100 } }",
      [5, 0, 0]
    ],
    ["the mean position in the cart", "of: item.cart_position, take: mean, unit: places", [10 / 6, 1, NONE]],
    [
      "the share bought before, as a mean",
      "of: item.reordered, take: mean, unit: share, missing: allowed",
      [2 / 6, 0, NONE]
    ]
  ])("takes %s", (_, fact, expected) => {
    expect(valuesOf(fact).map((value) => Math.round(value * 1e9) / 1e9)).toEqual(
      expected.map((value) => Math.round(value * 1e9) / 1e9)
    );
  });

  it("takes more facts at once than a number has bits", () => {
    const departments = Array.from({length: 70}, (_, at) => `d${at}`);
    const many = handMade({
      products: Object.fromEntries(departments.map((department) => [department, {department}])),
      customers: [
        {orders: [{items: departments.flatMap((name, at) => Array.from({length: at % 5}, () => name))}]}
      ]
    });
    const facts = departments
      .map((name) => `of_${name}: { of: item, take: count, where: { department: ${name} }, says: a test }`)
      .join("\n");
    const values = factValues(described({facts}), many);
    expect(departments.map((name) => values.get(`of_${name}`)![0])).toEqual(
      departments.map((_, at) => at % 5)
    );
  });

  it.each([
    ["department", "department: babys", 'the data has no department "babys"; did you mean "babies"?'],
    ["aisle", "aisle: [milk, wine]", 'the data has no aisle "wine"'],
    ["product", "product: [milk, nappie]", 'the data has no product "nappie"; did you mean "nappies"?']
  ])("tells a %s that the data has not", (_, where, message) => {
    expect(() => valuesOf(`of: item, take: share, where: { ${where} }`)).toThrow(message);
  });

  it("agrees with plain loops on random shops", () => {
    const random = seeded(21);
    for (let round = 0; round < 60; round++) {
      const baskets = handMade({
        products,
        customers: Array.from({length: 1 + random.below(6)}, () => randomCustomer(random))
      });
      const {yaml, expected} = randomFact(random);
      const found = valuesOf(yaml, baskets);
      for (let customer = 0; customer < baskets.customers; customer++) {
        const wanted = expected(baskets, customer);
        if (Number.isNaN(wanted)) expect(found[customer], yaml).toBeNaN();
        else expect(found[customer], yaml).toBeCloseTo(wanted, 9);
      }
    }
  });
});

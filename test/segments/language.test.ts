import {describe, expect, it} from "vitest";
import {UserError} from "../../data-loaders/config/problem.ts";
import {segmentSizes} from "../../data-loaders/segments/segmentSizes.ts";
import {isCut, quantileEnds} from "../../data-loaders/segments/quantileEnds.ts";
import {handMade} from "../facts/handMade.ts";
import {carriedOut, labels, products} from "./carriedOut.ts";

/** Ages and gaps of four customers; the last has one order only. */
const four = handMade({
  products,
  customers: [
    {
      age: 20,
      state: "Maine",
      orders: [
        {day: 0, items: ["milk"]},
        {day: 1, gap: 3, items: ["milk", "wine"]}
      ]
    },
    {
      age: 40,
      state: "Ohio",
      orders: [
        {day: 2, items: ["milk"]},
        {day: 2, gap: 12, items: []}
      ]
    },
    {
      age: 60,
      state: "Ohio",
      orders: [
        {day: 3, items: ["gift"]},
        {day: 6, gap: 25, items: ["gift"]}
      ]
    },
    {age: 80, state: "Texas", orders: [{day: 0, hour: 23, items: ["wine"]}]}
  ]
});

const rules = (...lines: string[]): string =>
  `rules:\n${lines.map((line) => `  - ${line}`).join("\n")}\nelse: Z`;
const of = (condition: string): string[] => labels(rules(`{ label: A, ${condition} }`), four);

function messagesOf(segmentations: string): string[] {
  try {
    carriedOut(segmentations, four);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({path, message}) => `${path}: ${message}`);
  }
}

describe("a condition", () => {
  it.each([
    ["any of two", "when: { any: [{ customer.age: 20 }, { customer.state: Ohio }] }", "AAAZ"],
    ["all of two", "when: { all: [{ customer.age: { from: 40 } }, { customer.state: Ohio }] }", "ZAAZ"],
    [
      "not one, which holds where the value is missing",
      "when: { not: { typical_gap: { up_to: 10 } } }",
      "ZAAA"
    ],
    ["not two at once", "when: { not: { customer.age: { from: 40 }, customer.state: Ohio } }", "AZZA"],
    ["missing", "when: { typical_gap: { missing: true } }", "ZZZA"],
    ["not missing", "when: { typical_gap: { missing: false } }", "AAAZ"],
    ["not missing, by not", "when: { not: { typical_gap: { missing: true } } }", "AAAZ"],
    [
      "nested",
      "when: { any: [{ not: { any: [{ customer.age: { below: 50 } }, { customer.age: 80 }] } }, { customer.age: 20 }] }",
      "AZAZ"
    ],
    ["a text", 'where: "age >= 40 and (state = Ohio or typical_gap is missing)"', "ZAAA"],
    ["a text with not", 'where: "not (age < 40 or age > 60)"', "ZAAZ"],
    ["a text with lists", 'where: "state not in (Ohio, Texas)"', "AZZZ"],
    ["a text with another sign", 'where: "age != 40 and typical_gap is not missing"', "AZAZ"]
  ])("may be %s", (_, condition, expected) => {
    expect(of(condition).join("")).toBe(expected);
  });
});

describe("match: unique", () => {
  const unique = (a: string, b: string): string =>
    `asked:\n  match: unique\n  rules:\n    - { label: A, when: { ${a} } }\n    - { label: B, when: { ${b} } }\n  else: Z`;

  it("takes the only rule that holds", () => {
    const {assigned} = carriedOut(unique("customer.age: { below: 50 }", "customer.state: Texas"), four);
    expect([...assigned[0]!.codes]).toEqual([0, 0, 2, 1]);
  });

  it("stops at two, with an example of values and no id", () => {
    expect(messagesOf(unique("customer.age: { from: 40 }", "customer.state: Ohio"))).toEqual([
      'segmentations.asked.rules[1]: 2 customers are in "A" and in "B", for example one with customer.age = 40, customer.state = Ohio; let one of the rules leave them out, or write "match: first"'
    ]);
  });
});

describe("match: all", () => {
  const all = (...conditions: string[]): string =>
    `match: all\nrules:\n${conditions.map((when, at) => `  - { label: ${"ABC"[at]}, when: { ${when} } }`).join("\n")}\nelse: Z`;

  it("makes a segment of the rules that hold together", () => {
    expect(labels(all("customer.age: { from: 60 }", "customer.state: [Ohio, Texas]"), four)).toEqual([
      "Z",
      "B",
      "A + B",
      "A + B"
    ]);
  });

  it("has only segments that can occur, in the order of the rules", () => {
    const {assigned} = carriedOut(
      `asked:\n${all("customer.age: { from: 60 }", "customer.age: { from: 30 }", "customer.state: Ohio").replaceAll(/^/gm, "  ")}`,
      four
    );
    expect(assigned[0]!.labels).toEqual(["B", "C", "A + B", "B + C", "A + B + C", "Z"]);
  });
});

describe("segments with an order", () => {
  it("stand by it, the others after them and the rest last", () => {
    const {assigned} = carriedOut(
      "asked:\n  rules:\n    - { label: A, when: { customer.age: 20 } }\n    - { label: B, order: 2, when: { customer.age: 40 } }\n    - { label: C, order: 1, when: { customer.age: 60 } }\n  else: Z",
      four
    );
    expect(assigned[0]!.labels).toEqual(["C", "B", "A", "Z"]);
    expect([...assigned[0]!.codes]).toEqual([2, 1, 0, 3]);
  });

  it("in a map too", () => {
    const asked =
      "asked: { by: customer.state, map: { A: [Maine, Texas], B: { values: Ohio, order: 1, say: Inland } } }";
    const {assigned, segmentations} = carriedOut(asked, four);
    expect(assigned[0]!.labels).toEqual(["B", "A"]);
    expect([...assigned[0]!.codes]).toEqual([1, 0, 0, 1]);
    expect(segmentations[0]!.segments).toEqual([{label: "B", say: "Inland", order: 1}, {label: "A"}]);
  });
});

describe("quantiles", () => {
  it("cut the values of the data, and tell the ends", () => {
    const {assigned, segmentations, cuts} = carriedOut(
      "asked: { by: customer.age, bins: { quantiles: 2, labels: [Younger, Older], freeze: true } }",
      four
    );
    expect([...assigned[0]!.codes]).toEqual([0, 0, 1, 1]);
    expect(segmentations[0]).toMatchObject({bins: [{label: "Younger", up_to: 40}, {label: "Older"}]});
    expect(cuts).toEqual([{name: "asked", by: "customer.age", count: 2, ends: [40]}]);
  });

  it("leave missing values their segment", () => {
    expect(labels("by: typical_gap\nbins: { quantiles: 3, labels: [A, B, C] }\nmissing: None", four)).toEqual(
      ["A", "B", "C", "None"]
    );
  });

  it("stop where too few values differ", () => {
    expect(messagesOf("asked: { by: orders_placed, bins: { quantiles: 2, labels: [A, B] } }")).toEqual([
      "segmentations.asked.bins.quantiles: orders_placed has too few different values for 2 quantiles: they would end at 2, with segments that nobody is in; take fewer quantiles, or write the ends yourself"
    ]);
  });

  it.each([
    [[1, 2, 3, 4, 5, 6], 3, [2, 4]],
    [[6, 5, 4, 3, 2, 1], 2, [3]],
    [[1, 2, 3, 4, 5], 2, [3]],
    [[1, 1, 1, 2, 3], 2, [1]],
    [[1, Number.NaN, 2], 2, [1]],
    [[1, 2], 4, [1, 1, 2]],
    [[], 2, []]
  ])("of %j in %i end at %j", (values, count, ends) => {
    expect(quantileEnds(values, count)).toEqual(ends);
  });

  it.each([
    [[1, 2, 3], [1], true],
    [[1, 2, 3], [3], false],
    [[1, 2, 3], [1, 1], false],
    [[1, 2, 3], [], false]
  ])("of %j cut at %j: %j", (values, ends, expected) => {
    expect(isCut(ends, values)).toBe(expected);
  });
});

describe("segmentations of orders", () => {
  it("split by a weekday's name", () => {
    expect(
      labels("of: order\nby: order.day\nmap: { Weekend: [Saturday, Sunday], Week: [2, 3, 4, 5, 6] }", four)
    ).toEqual(["Weekend", "Weekend", "Week", "Week", "Week", "Week", "Weekend"]);
  });

  it("split by hour, number, gap, items and spend", () => {
    const text = '"hour >= 20 or order_number = 2 and (days_since_prior_order > 20 or spend >= 16)"';
    expect(() => labels(`of: order\n${rules(`{ label: A, where: ${text} }`)}`, four)).toThrow(/side by side/);
    const bracketed = '"hour >= 20 or (order_number = 2 and (days_since_prior_order > 20 or spend >= 16))"';
    expect(labels(`of: order\n${rules(`{ label: A, where: ${bracketed} }`)}`, four).join("")).toBe("ZAZZZAA");
    expect(
      labels("of: order\nby: order.items\nbins: [{ label: A, below: 1 }, { label: B }]", four).join("")
    ).toBe("BBBABBB");
  });

  it("use other segmentations of orders", () => {
    const week = "week: { of: order, by: order.day, map: { Weekend: [0, 1], Week: [2, 3, 4, 5, 6] } }";
    expect(
      labels(
        `of: order\n${rules("{ label: A, when: { week: Weekend, order.hour: { below: 20 } } }")}`,
        four,
        week
      ).join("")
    ).toBe("AAZZZZZ");
  });
});

describe("expect", () => {
  const loyal = (expected: string): string =>
    `asked:\n  by: customer.age\n  bins: [{ label: Young, below: 30 }, { label: Old }]\n  expect: ${expected}`;

  it.each([
    ["{ at_most: { Old: 75% }, each_at_least: 25% }", []],
    [
      "{ at_most: { Old: 70% } }",
      [
        'segmentations.asked.expect.at_most.Old: "Old" has 75% of the customers (3 of 4), and at most 70% is expected'
      ]
    ],
    [
      "{ each_at_least: 30% }",
      [
        'segmentations.asked.expect.each_at_least: "Young" has 25% of the customers (1 of 4), and at least 30% is expected'
      ]
    ]
  ])("%s", (expected, messages) => {
    expect(messagesOf(loyal(expected))).toEqual(messages);
  });

  it("knows the rest", () => {
    const asked = `asked:\n${rules("{ label: A, when: { customer.age: 20 } }").replaceAll(/^/gm, "  ")}\n  expect: { else_at_most: 60%, each_at_least: 20% }`;
    expect(messagesOf(asked)).toEqual([
      'segmentations.asked.expect.else_at_most: "Z" has 75% of the customers (3 of 4), and at most 60% is expected'
    ]);
  });
});

it("sizes of segments count empty ones too", () => {
  expect(segmentSizes({labels: ["a", "b", "c"], codes: Uint16Array.of(0, 2, 2, 0) as never})).toEqual([
    {label: "a", rows: 2, share: 0.5},
    {label: "b", rows: 0, share: 0},
    {label: "c", rows: 2, share: 0.5}
  ]);
});

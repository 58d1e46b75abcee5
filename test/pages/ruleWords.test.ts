import {expect, it} from "vitest";
import {ruleWords} from "../../src/pages/ruleWords.ts";
import {described} from "../facts/described.ts";

const FACTS = `
orders_placed: { of: order.order_number, take: max, unit: orders, says: highest order number }
typical_gap: { of: order.days_since_prior_order, take: median, unit: days, missing: allowed, says: median gap }
baby_share: { of: item, take: share, where: { department: babies }, missing: allowed, says: share of babies }
mean_price: { of: item.price, take: mean, missing: allowed, says: mean price }
produce_share: { per: order, of: item, take: share, where: { department: produce }, missing: allowed, says: share of produce }`;

const LOYALTY = "loyalty: { by: orders_placed, bins: [{ label: New, up_to: 10 }, { label: Loyal }] }\n";

function words(asked: string): readonly string[] {
  const segments = described({
    facts: FACTS,
    segmentations: `${LOYALTY}asked:\n${asked.trim().replaceAll(/^/gm, "  ")}`
  });
  return ruleWords(segments.segmentations.at(-1)!, {segments, currency: "$", dayZero: "Saturday"});
}

const rule = (condition: string): string =>
  words(
    `rules:\n  - { label: A, ${condition.startsWith("where") ? condition : `when: ${condition}`} }\nelse: B`
  )[0]!;

it.each([
  ["{ customer.age: { from: 65, below: 80 } }", "age from 65, under 80"],
  ["{ customer.age: { from: 0, up_to: 0 } }", "age from 0, up to and with 0"],
  ["{ baby_share: { up_to: 0% } }", "share of babies of 0%"],
  ["{ loyalty: [New, Loyal] }", "Loyalty is New or Loyal"],
  ["{ typical_gap: { missing: true } }", "median gap is not known"],
  ["{ not: { typical_gap: { missing: true } } }", "median gap is known"],
  ["{ not: { loyalty: New } }", "Loyalty is not New"],
  ["{ not: { customer.age: { from: 65 } } }", "age not from 65"],
  ["{ not: { not: { loyalty: New } } }", "Loyalty is New"],
  [
    "{ customer.age: { from: 65 }, any: [{ loyalty: New }, { mean_price: { above: 10 } }] }",
    "age from 65, and (Loyalty is New, or mean price above $10)"
  ],
  ["{ not: { customer.age: { from: 65 }, loyalty: New } }", "not (age from 65, and Loyalty is New)"],
  [
    'where: "age >= 50 and (dependants = 0 or loyalty in (New, Loyal)) and not baby_share > 2%"',
    "age from 50, and (dependants is 0, or Loyalty is New or Loyal), and share of babies not above 2%"
  ]
])("says %s", (condition, expected) => {
  expect(rule(condition)).toBe(expected);
});

it("says bins, quantiles and missing values", () => {
  expect(words("by: customer.age\nbins: { quantiles: 3, labels: [A, B, C] }")).toEqual([
    "age: part 1 of 3 of about the same size, from the lowest",
    "age: part 2 of 3 of about the same size, from the lowest",
    "age: part 3 of 3 of about the same size, from the lowest"
  ]);
  expect(
    words("of: order\nby: produce_share\nbins: [{ label: A, below: 20% }, { label: B }]\nmissing: C")
  ).toEqual(["share of produce under 20%", "share of produce from 20%", "no value is known"]);
});

it("says weekdays by their names", () => {
  expect(words("of: order\nby: order.day\nmap: { Weekend: [Saturday, 1], Week: [2, 3, 4, 5, 6] }")).toEqual([
    "order’s day: Saturday, Sunday",
    "order’s day: Monday, Tuesday, Wednesday, Thursday, Friday"
  ]);
  expect(
    words(
      "of: order\nrules: [{ label: A, when: { order.day: [Sunday, Monday], order.spend: { above: 50 } } }]\nelse: B"
    )
  ).toEqual(["order’s day is Sunday or Monday, and order’s spend above $50", "no rule above holds"]);
});

it("says rules that hold together", () => {
  expect(
    words(
      "match: all\nrules:\n  - { label: A, when: { loyalty: New } }\n  - { label: B, when: { customer.age: { from: 65 } } }\nelse: C"
    )
  ).toEqual([
    "Loyalty is New, and no other rule holds",
    "age from 65, and no other rule holds",
    "at the same time A and B",
    "no rule holds"
  ]);
});

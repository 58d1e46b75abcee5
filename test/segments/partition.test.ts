import {describe, expect, it} from "vitest";
import {handMade} from "../facts/handMade.ts";
import type {HandCustomer} from "../facts/handMade.ts";
import {seeded} from "../seeded.ts";
import {carriedOut, labelsOf, products} from "./carriedOut.ts";

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
    for (let round = 0; round < 15; round++) {
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

import {describe, expect, it} from "vitest";
import {described, factValues} from "./described.ts";
import {handMade} from "./handMade.ts";

const DEAREST = 2 ** 31 - 1;

/** So many of the dearest items that their cents have no room beside their number in one number of the kernel. */
const MANY = 5000;

const shop = handMade({
  products: {
    yacht: {department: "harbour", cents: DEAREST},
    rope: {department: "harbour", cents: 1},
    gift: {department: "harbour"},
    nappies: {department: "babies", cents: 1099}
  },
  customers: [
    {orders: [{items: []}, {items: ["nappies", "rope", "gift"]}]},
    {
      orders: [
        {items: ["gift", ...new Array<string>(MANY).fill("yacht"), "rope"]},
        {items: new Array<string>(MANY + 1).fill("yacht")},
        {items: ["nappies"]}
      ]
    },
    {orders: [{items: ["yacht"]}]}
  ]
});

describe("facts of what a customer bought", () => {
  it.each<[string, string, number[]]>([
    ["cents", "take: sum", [11, ((2 * MANY + 1) * DEAREST + 1 + 1099) / 100, DEAREST / 100]],
    [
      "prices",
      "take: mean",
      [1100 / 2 / 100, ((2 * MANY + 1) * DEAREST + 1100) / (2 * MANY + 3) / 100, DEAREST / 100]
    ]
  ])("are exact however many and dear: %s", (_, take, expected) => {
    const segments = described({facts: `asked: { of: item.price, ${take}, unit: money, says: a test }`});
    expect([...factValues(segments, shop).get("asked")!]).toEqual(expected);
  });

  it("tell items of some products from all, with and without a price", () => {
    const segments = described({
      facts: `
harbour: { of: item, take: count, where: { department: harbour }, unit: items, says: a test }
babies: { of: item, take: share, where: { department: babies }, says: a test }`
    });
    const values = factValues(segments, shop);
    expect([...values.get("harbour")!]).toEqual([2, 2 * MANY + 3, 1]);
    expect([...values.get("babies")!]).toEqual([1 / 3, 1 / (2 * MANY + 4), 0]);
  });
});

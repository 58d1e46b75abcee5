import {beforeAll, describe, expect, test} from "vitest";
import {writeSample} from "../../sample/writeSample.ts";
import {temporaryFolder} from "./fixtures.ts";
import {
  readCells,
  readCustomerLines,
  readItemLines,
  readOrderLines,
  readProductLines
} from "./sampleFiles.ts";
import type {ItemLines, OrderLines} from "./sampleFiles.ts";

const CUSTOMERS = 6000;
const folder = temporaryFolder();
let orders: OrderLines;
let items: ItemLines;

beforeAll(async () => {
  await writeSample({customers: CUSTOMERS, seed: 4, out: folder});
  orders = readOrderLines(folder);
  items = readItemLines(folder);
});

const shareOfOrders = (pick: (row: number) => boolean) => {
  let count = 0;
  for (let row = 0; row < orders.count; row++) if (pick(row)) count++;
  return count / orders.count;
};
const between = (value: number, from: number, upTo: number) => {
  expect(value).toBeGreaterThanOrEqual(from);
  expect(value).toBeLessThanOrEqual(upTo);
};

describe("orders", () => {
  test("are about 16.6 a customer, with a long tail", () => {
    const totals = [...orders.number].filter((_, row) => orders.set[row] !== 0);
    between(orders.count / CUSTOMERS, 16, 17.2);
    between(totals.filter((total) => total - 1 <= 10).length / CUSTOMERS, 0.53, 0.59);
    between(totals.filter((total) => total - 1 > 40).length / CUSTOMERS, 0.07, 0.1);
    between(shareOfOrders((row) => orders.set[row] === 1) * (orders.count / CUSTOMERS), 0.61, 0.66);
  });

  test("crowd on days 0 and 1 and from 9 to 17, and are few at night", () => {
    const byDay = Array.from({length: 7}, (_, day) => shareOfOrders((row) => orders.day[row] === day));
    expect(Math.min(byDay[0]!, byDay[1]!)).toBeGreaterThan(Math.max(...byDay.slice(2)) + 0.02);
    between(
      shareOfOrders((row) => orders.hour[row]! >= 9 && orders.hour[row]! <= 17),
      0.68,
      0.76
    );
    between(
      shareOfOrders((row) => orders.hour[row]! <= 5),
      0.01,
      0.035
    );
  });

  test("come after 7 days more often than after 6 or 8, and often after 30 or more", () => {
    const gapOf = (days: number) => shareOfOrders((row) => orders.gap[row] === days);
    expect(gapOf(7)).toBeGreaterThan(1.15 * gapOf(6));
    expect(gapOf(7)).toBeGreaterThan(1.5 * gapOf(8));
    between(gapOf(30), 0.08, 0.13);
    expect(gapOf(14)).toBeGreaterThan(gapOf(13));
  });
});

describe("baskets", () => {
  test("hold about 10 items, seldom over 40, once over 80", () => {
    const sizes = new Map<number, number>();
    for (const order of items.order) sizes.set(order, (sizes.get(order) ?? 0) + 1);
    between(items.count / sizes.size, 9.7, 10.5);
    between([...sizes.values()].filter((size) => size > 40).length / sizes.size, 0.003, 0.03);
    between(Math.max(...sizes.values()), 80, 146);
  });

  test("repeat about 59 % of lines, the first places more than the later", () => {
    const repeats = (from: number, upTo: number) => {
      let lines = 0;
      let again = 0;
      for (let line = 0; line < items.count; line++) {
        if (items.position[line]! < from || items.position[line]! > upTo) continue;
        lines++;
        again += items.reordered[line]!;
      }
      return again / lines;
    };
    between(repeats(1, 999), 0.57, 0.61);
    expect(repeats(1, 1)).toBeGreaterThan(repeats(10, 12) + 0.1);
  });
});

describe("departments", () => {
  test("rank as at a real grocer", () => {
    const department = new Map(readProductLines(folder).map((product) => [product.id, product.department]));
    const [, ...names] = readCells(folder, "departments.csv")[1]!;
    const lines = new Array<number>(names.length).fill(0);
    for (const product of items.product) lines[(department.get(product) ?? 21) - 1]!++;
    const share = Object.fromEntries(names.map((name, i) => [name, lines[i]! / items.count]));
    between(share.produce!, 0.275, 0.305);
    between(share["dairy eggs"]!, 0.155, 0.18);
    between(share.alcohol!, 0.003, 0.007);
    const ranked = names.toSorted((a, b) => share[b]! - share[a]!);
    expect(ranked.slice(0, 2)).toEqual(["produce", "dairy eggs"]);
    expect(new Set(ranked.slice(2, 5))).toEqual(new Set(["snacks", "beverages", "frozen"]));
    expect(ranked.at(-1)).toBe("bulk");
  });

  test("hold a few products that sell by far the most", () => {
    const counts = new Map<number, number>();
    for (const product of items.product) counts.set(product, (counts.get(product) ?? 0) + 1);
    const ranked = [...counts.values()].sort((a, b) => b - a);
    expect(ranked[0]!).toBeGreaterThan(7 * ranked[100]!);
    expect(ranked[100]!).toBeGreaterThan(5 * ranked[1000]!);
  });
});

describe("customers", () => {
  test("earn more when older, and have dependants at any age", () => {
    const customers = readCustomerLines(folder);
    const correlation = (other: (row: (typeof customers)[number]) => number) => {
      const mean = (of: (row: (typeof customers)[number]) => number) =>
        customers.reduce((sum, row) => sum + of(row), 0) / CUSTOMERS;
      const [age, value] = [mean((row) => row.age), mean(other)];
      const both = mean((row) => (row.age - age) * (other(row) - value));
      return both / Math.sqrt(mean((row) => (row.age - age) ** 2) * mean((row) => (other(row) - value) ** 2));
    };
    between(
      correlation((row) => row.income),
      0.36,
      0.44
    );
    between(
      correlation((row) => row.dependants),
      -0.04,
      0.04
    );
    between(Math.min(...customers.map(({age}) => age)), 18, 18);
    between(Math.max(...customers.map(({age}) => age)), 81, 81);
  });
});

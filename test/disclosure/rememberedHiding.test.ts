import {describe, expect, it} from "vitest";
import type {Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import {openMemo} from "../../data-loaders/baskets/memo.ts";
import type {Memo} from "../../data-loaders/baskets/memo.ts";
import type {DisclosureRules} from "../../data-loaders/disclosure/disclosureRules.ts";
import {hiddenCells} from "../../data-loaders/disclosure/hiddenCells.ts";
import type {CountedTable} from "../../data-loaders/disclosure/tableLines.ts";
import {seeded} from "../seeded.ts";
import {tempFolder} from "../tempFolder.ts";

const dimension = (name: string, labels: number): Dimension => ({
  name,
  title: name,
  grain: "item",
  labels: Array.from({length: labels}, (_, at) => `${name} ${at}`),
  ordered: false
});

const [ROWS, COLUMNS] = [dimension("row", 700), dimension("column", 40)];

/** Random counts of row × column, which are many cells, and their sums as if nobody stood in two cells. */
function tables(seed: number, change: (cells: Float64Array) => void = () => undefined): CountedTable[] {
  const random = seeded(seed);
  const cells = Float64Array.from({length: 700 * 40}, () => random.pick([0, 0, 1, 4, 12, 15, 30, 80]));
  change(cells);
  const sums = (length: number, place: (cell: number) => number): Float64Array => {
    const found = new Float64Array(length);
    for (const [cell, customers] of cells.entries()) found[place(cell)]! += customers;
    return found;
  };
  return [
    {dimensions: [ROWS, COLUMNS], customers: cells},
    {dimensions: [ROWS], customers: sums(700, (cell) => Math.floor(cell / 40))},
    {dimensions: [COLUMNS], customers: sums(40, (cell) => cell % 40)},
    {dimensions: [], customers: sums(1, () => 0)}
  ];
}

const RULES: DisclosureRules = {
  customersAtLeast: 10,
  largestCustomerAtMost: 1,
  coarser: new Map([
    ["row", []],
    ["column", []]
  ]),
  exposed: [],
  customersOfCells: () => new Map()
};

/** How often something was found in the memo. */
function counting(memo: Memo): {readonly memo: Memo; readonly found: () => number} {
  let found = 0;
  const get: Memo["get"] = (description) => {
    const kept = memo.get(description);
    if (kept) found++;
    return kept;
  };
  return {memo: {...memo, get}, found: () => found};
}

const marks = (found: ReturnType<typeof hiddenCells>): number[][] => found.map(({hidden}) => [...hidden]);

describe("what a large table hides", () => {
  it("is the same from memory", () => {
    const {memo, found} = counting(openMemo(tempFolder(), "store"));
    const clean = marks(hiddenCells(tables(1), RULES));
    expect(clean[0]!.filter((one) => one === 1).length).toBeGreaterThan(5000);
    expect(marks(hiddenCells(tables(1), RULES, memo))).toEqual(clean);
    memo.save();
    expect(found()).toBe(0);
    const again = hiddenCells(tables(1), RULES, memo);
    expect(marks(again)).toEqual(clean);
    expect(again.map(({cells}) => [...cells].sort((a, b) => a - b))).toEqual(
      clean.map((hidden) => [...hidden.keys()].filter((cell) => hidden[cell] === 1))
    );
    expect(found()).toBe(1);
  });

  it("is worked out anew when anything is different that it follows from", () => {
    const {memo, found} = counting(openMemo(tempFolder(), "store"));
    hiddenCells(tables(1), RULES, memo);
    const others: [readonly CountedTable[], DisclosureRules][] = [
      [tables(1, (cells) => (cells[17] = 30 + cells[17]!)), RULES],
      [tables(1), {...RULES, customersAtLeast: 15}],
      [tables(1), {...RULES, exposed: [{dimension: "column", code: 3}]}],
      [tables(1).slice(0, 3), RULES],
      [tables(1).toSpliced(1, 1), RULES],
      [tables(1), {...RULES, coarser: new Map([["row", []]])}]
    ];
    for (const [each, rules] of others)
      expect(marks(hiddenCells(each, rules, memo))).toEqual(marks(hiddenCells(each, rules)));
    expect(found()).toBe(0);
  });

  it("is worked out anew when a coarser table hides something else", () => {
    const {memo, found} = counting(openMemo(tempFolder(), "store"));
    const without = tables(1);
    hiddenCells(without, RULES, memo);
    const spend = Float64Array.from(without[1]!.customers, (count) => 100 * count);
    const largestSpend = spend.map((cents, row) => (row === 5 ? cents : 0));
    const one = without.with(1, {...without[1]!, spend, largestSpend});
    const rules = {...RULES, largestCustomerAtMost: 0.5};
    const clean = hiddenCells(one, rules);
    expect(clean[1]!.hidden[5]).toBe(1);
    hiddenCells(without, rules, memo);
    expect(marks(hiddenCells(one, rules, memo))).toEqual(marks(clean));
    expect(found()).toBe(0);
  });
});

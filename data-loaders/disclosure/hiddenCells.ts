import {NO_MEMO} from "../baskets/memo.ts";
import type {Memo} from "../baskets/memo.ts";
import type {DisclosureRules} from "./disclosureRules.ts";
import {gatedTables, hideOnce} from "./gatedTables.ts";
import type {GatedTable} from "./gatedTables.ts";
import {hidePrimary} from "./hidePrimary.ts";
import {hideWithin} from "./hideWithin.ts";
import {protectBridges} from "./protectBridges.ts";
import {protectLines} from "./protectLines.ts";
import {rememberedHiding} from "./rememberedHiding.ts";
import {tableGroups} from "./tableGroups.ts";
import type {CountedTable} from "./tableLines.ts";

/** Of one table. */
export interface HiddenCells {
  /** 1 or 0 per cell. */
  readonly hidden: Uint8Array;
  /** Places of the hidden ones, in any order. */
  readonly cells: Uint32Array;
}

/**
 * Which cells of all tables are hidden; cells of nobody are shown.
 *
 * Primary: cells of fewer customers than the threshold, cells whose spend is mostly one customer's (the (n, k) rule
 * with n = 1), and segments that are exposed. Complementary, until nothing more is to be hidden (Willenborg and de Waal
 * 2001, "Elements of Statistical Disclosure Control", ch. 4):
 * - What lies within a hidden cell of a coarser table is hidden, or it would add up to it.
 * - A line with a known sum hides no cell, or at least two that together describe at least the threshold, and spend that
 *   is not mostly one customer's. The smallest shown cell is hidden until it holds. A line's only cell is its sum, and
 *   hidden with it.
 * - In a table of two dimensions no secret cell is a bridge: it would follow from several sums together.
 *
 * Coarser tables come first, each until it is settled, so that what a table hides follows from itself and from the
 * tables that hold its sums; where it is its sum that has to be hidden, all are gone through once more.
 */
export function hiddenCells(
  tables: readonly CountedTable[],
  rules: DisclosureRules,
  memo: Memo = NO_MEMO
): HiddenCells[] {
  const all = gatedTables(tables, rules);
  for (const table of all) hidePrimary(table, rules);
  const sums: (readonly [GatedTable, number])[] = [];
  const settle = tableGroups(all).map((group) => settler(group, rules, sums, memo));
  do {
    for (const [table, cell] of sums.splice(0)) hideOnce(table, cell);
    for (const each of settle) each();
  } while (sums.length > 0);
  return all.map(({hidden, hiddenCells: cells, hiddenCount}) => ({
    hidden,
    cells: cells.subarray(0, hiddenCount)
  }));
}

/** Hides in a group of tables until nothing more is to be hidden there; `sums` of other groups' tables are left for later. */
function settler(
  group: readonly GatedTable[],
  rules: DisclosureRules,
  sums: (readonly [GatedTable, number])[],
  memo: Memo
): () => void {
  const hideSum = (table: GatedTable, cell: number): void => {
    if (group.includes(table)) hideOnce(table, cell);
    else sums.push([table, cell]);
  };
  const steps = group.flatMap((table) => stepsOf(table, rules, hideSum));
  const run = (): void => {
    while (steps.map((step) => step()).includes(true));
  };
  const seen = new Set(group.flatMap((table) => [table, ...table.sums.map((sum) => sum.table)]));
  const settled = whenChanged([...seen], () =>
    rememberedHiding(group, rules, memo, () => {
      const before = sums.length;
      run();
      return sums.length === before;
    })
  );
  return () => void settled();
}

/** Steps that protect a table; each says whether it hid anything. */
function stepsOf(
  table: GatedTable,
  rules: DisclosureRules,
  hideSum: (table: GatedTable, cell: number) => void
): (() => boolean)[] {
  const seen = [table, ...table.sums.map((sum) => sum.table)];
  return [
    hideWithin(table, rules.customersAtLeast),
    ...table.lines.map((lines) => protectLines(table, lines, rules, hideSum)),
    protectBridges(table)
  ].map((run) => whenChanged(seen, run));
}

/** Runs only where something was hidden in any of the tables that it looks at since it last found nothing to hide. */
function whenChanged(tables: readonly GatedTable[], run: () => void): () => boolean {
  const hiddenIn = (): number => tables.reduce((sum, {hiddenCount}) => sum + hiddenCount, 0);
  let settledAt = -1;
  return () => {
    const before = hiddenIn();
    if (before === settledAt) return false;
    run();
    const after = hiddenIn();
    if (after === before) settledAt = after;
    return after > before;
  };
}

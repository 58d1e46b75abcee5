import type {DisclosureRules} from "./disclosureRules.ts";
import {gatedTables} from "./gatedTables.ts";
import type {GatedTable} from "./gatedTables.ts";
import {hidePrimary} from "./hidePrimary.ts";
import {hideWithin} from "./hideWithin.ts";
import {protectBridges} from "./protectBridges.ts";
import {protectLines} from "./protectLines.ts";
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
 */
export function hiddenCells(tables: readonly CountedTable[], rules: DisclosureRules): HiddenCells[] {
  const all = gatedTables(tables, rules);
  for (const table of all) hidePrimary(table, rules);
  const steps = all.flatMap((table) => stepsOf(table, rules));
  while (steps.map((step) => step()).includes(true));
  return all.map(({hidden, hiddenCells: cells, hiddenCount}) => ({
    hidden,
    cells: cells.subarray(0, hiddenCount)
  }));
}

/** Steps that protect a table; each says whether it hid anything. */
function stepsOf(table: GatedTable, rules: DisclosureRules): (() => boolean)[] {
  const seen = [table, ...table.sums.map((sum) => sum.table)];
  return [
    hideWithin(table, rules.customersAtLeast),
    ...table.lines.map((lines) => protectLines(table, lines, rules)),
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

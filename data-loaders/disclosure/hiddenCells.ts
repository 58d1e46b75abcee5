import {bridges} from "./bridges.ts";
import type {ExposedSegment} from "./smallDifferences.ts";
import {cellsInCoarser, tableLines} from "./tableLines.ts";
import type {Coarsenings, CountedTable, TableLines} from "./tableLines.ts";

export interface DisclosureRules {
  /** No shown number describes fewer customers, nor does one that follows from shown numbers. */
  readonly customersAtLeast: number;
  readonly coarser: Coarsenings;
  /** Segments to be hidden whatever their size. */
  readonly exposed: readonly ExposedSegment[];
}

/** A table in the course of hiding. */
interface Table extends CountedTable {
  readonly hidden: Uint8Array;
  /** Cells that may not be known, unlike those hidden to protect them. */
  readonly secret: Uint8Array;
  readonly lines: readonly TableLines[];
  /** Tables that hold its sums, and where. */
  readonly sums: readonly {readonly table: Table; readonly cellOf: Uint32Array}[];
}

/**
 * Which cells of all tables are hidden, 1 or 0 per cell; cells of nobody are shown.
 *
 * Primary: cells of fewer customers than the threshold and segments that are exposed. Complementary, until nothing
 * more is to be hidden (Willenborg and de Waal 2001, "Elements of Statistical Disclosure Control", ch. 4):
 * - What lies within a hidden cell of a coarser table is hidden, or it would add up to it.
 * - A line with a known sum hides no cell, or at least two that together describe at least the threshold; for what is
 *   not added up over customers, one of them does so by itself. The smallest shown cell is hidden until it holds. Where
 *   nothing is left to hide, the sum is hidden.
 * - In a table of two dimensions no secret cell is a bridge: it would follow from several sums together.
 */
export function hiddenCells(tables: readonly CountedTable[], rules: DisclosureRules): Uint8Array[] {
  const all = withSums(tables, rules);
  for (const table of all) hidePrimary(table, rules);
  let changed = true;
  while (changed) {
    changed = false;
    for (const table of all) {
      if (hideWithin(table)) changed = true;
      for (const lines of table.lines) if (protectLines(table, lines, rules)) changed = true;
      if (protectBridges(table)) changed = true;
    }
  }
  return all.map(({hidden}) => hidden);
}

/** Coarser tables first in the inner lists, since what they hide the finer hide. */
function withSums(tables: readonly CountedTable[], {coarser}: DisclosureRules): Table[] {
  const all = tables.map((table) => ({
    ...table,
    hidden: new Uint8Array(table.customers.length),
    secret: new Uint8Array(table.customers.length),
    lines: tableLines(table, coarser),
    sums: [] as {table: Table; cellOf: Uint32Array}[]
  }));
  for (const fine of all) {
    for (const coarse of all) {
      if (fine === coarse || coarse.customers.length > fine.customers.length) continue;
      const cellOf = cellsInCoarser(fine, coarse, coarser);
      if (cellOf) fine.sums.push({table: coarse, cellOf});
    }
  }
  return all;
}

function hidePrimary({customers, dimensions, hidden, secret}: Table, rules: DisclosureRules): void {
  const {customersAtLeast, exposed} = rules;
  for (const [cell, count] of customers.entries())
    if (count > 0 && count < customersAtLeast) hidden[cell] = secret[cell] = 1;
  let within = 1;
  for (const {name, labels} of [...dimensions].reverse()) {
    const codes = new Set(exposed.filter(({dimension}) => dimension === name).map(({code}) => code));
    if (codes.size > 0) {
      for (const [cell, count] of customers.entries())
        if (count > 0 && codes.has(Math.floor(cell / within) % labels.length))
          hidden[cell] = secret[cell] = 1;
    }
    within *= labels.length;
  }
}

function hideWithin({customers, hidden, sums}: Table): boolean {
  let changed = false;
  for (const {table, cellOf} of sums) {
    if (!table.hidden.includes(1)) continue;
    for (let cell = 0; cell < hidden.length; cell++) {
      if (hidden[cell] === 1 || customers[cell] === 0 || table.hidden[cellOf[cell]!] === 0) continue;
      hidden[cell] = 1;
      changed = true;
    }
  }
  return changed;
}

const NONE = -1;

/** What is hidden in each line, and its smallest shown cell. */
function lineStates({customers, hidden}: Table, {lineOf, lines}: TableLines) {
  const count = new Uint32Array(lines);
  const sum = new Float64Array(lines);
  const largest = new Float64Array(lines);
  const someHidden = new Int32Array(lines).fill(NONE);
  const smallestShown = new Int32Array(lines).fill(NONE);
  for (let cell = 0; cell < hidden.length; cell++) {
    const size = customers[cell]!;
    const line = lineOf[cell]!;
    if (size === 0) continue;
    if (hidden[cell] === 1) {
      count[line]!++;
      sum[line]! += size;
      largest[line] = Math.max(largest[line]!, size);
      someHidden[line] = cell;
    } else {
      const least = smallestShown[line]!;
      if (least === NONE || size < customers[least]!) smallestShown[line] = cell;
    }
  }
  return {count, sum, largest, someHidden, smallestShown};
}

function protectLines(table: Table, lines: TableLines, {customersAtLeast}: DisclosureRules): boolean {
  const {hidden, sums} = table;
  if (!hidden.includes(1)) return false;
  const {count, sum, largest, someHidden, smallestShown} = lineStates(table, lines);
  const total = sums.find(({table: {dimensions}}) => isNamed(dimensions, lines.sums));
  let changed = false;
  for (let line = 0; line < lines.lines; line++) {
    if (count[line] === 0) continue;
    const together = lines.isPartition ? sum[line]! : largest[line]!;
    if (count[line]! >= 2 && together >= customersAtLeast) continue;
    const least = smallestShown[line]!;
    const at = total?.cellOf[someHidden[line]!];
    if (least !== NONE) hidden[least] = 1;
    else if (total && total.table.hidden[at!] === 0) total.table.hidden[at!] = 1;
    else continue;
    changed = true;
  }
  return changed;
}

function isNamed(dimensions: CountedTable["dimensions"], names: readonly string[]): boolean {
  return dimensions.length === names.length && dimensions.every(({name}) => names.includes(name));
}

/** Hides the smallest shown cell beside each secret one that is a bridge. */
function protectBridges({customers, dimensions, hidden, secret}: Table): boolean {
  const [, second] = dimensions;
  if (dimensions.length !== 2 || !second || !secret.includes(1)) return false;
  const width = second.labels.length;
  const rows = customers.length / width;
  const cells = [...hidden.keys()].filter((cell) => hidden[cell] === 1);
  const found = bridges({
    nodes: rows + width,
    from: cells.map((cell) => Math.floor(cell / width)),
    to: cells.map((cell) => rows + (cell % width))
  });
  let changed = false;
  for (const link of found) {
    const cell = cells[link]!;
    if (secret[cell] === 0) continue;
    const beside = smallestBeside(cell, width, customers, hidden);
    if (beside === NONE) continue;
    hidden[beside] = 1;
    changed = true;
  }
  return changed;
}

/** The smallest shown cell in the row or else in the column. */
function smallestBeside(cell: number, width: number, customers: Float64Array, hidden: Uint8Array): number {
  const first = cell - (cell % width);
  const row = Array.from({length: width}, (_, at) => first + at);
  const column = Array.from({length: customers.length / width}, (_, at) => (cell % width) + at * width);
  for (const line of [row, column]) {
    const shown = line.filter((one) => hidden[one] === 0 && customers[one]! > 0);
    const least = shown.sort((a, b) => customers[a]! - customers[b]! || a - b)[0];
    if (least !== undefined) return least;
  }
  return NONE;
}

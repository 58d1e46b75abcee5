import {bridges} from "./bridges.ts";
import type {DistinctHidden} from "./distinctCustomers.ts";
import {smallCells} from "./smallCells.ts";
import type {ExposedSegment} from "./smallDifferences.ts";
import {cellsInCoarser, tableLines} from "./tableLines.ts";
import type {Coarsenings, CountedTable, TableLines} from "./tableLines.ts";

export interface DisclosureRules {
  /** No shown number describes fewer customers, nor does one that follows from shown numbers. */
  readonly customersAtLeast: number;
  readonly coarser: Coarsenings;
  /** Segments to be hidden whatever their size. */
  readonly exposed: readonly ExposedSegment[];
  readonly distinctHidden: DistinctHidden;
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
 * - A line with a known sum hides no cell, or at least two that together describe at least the threshold. The smallest
 *   shown cell is hidden until it holds. A line's only cell is its sum, and hidden with it.
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
  hidden.set(smallCells(customers, customersAtLeast));
  secret.set(hidden);
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

function protectLines(table: Table, lines: TableLines, rules: DisclosureRules): boolean {
  const {hidden, sums} = table;
  if (!hidden.includes(1)) return false;
  const states = lineStates(table, lines);
  const {count, someHidden, smallestShown} = states;
  const total = sums.find(({table: {dimensions}}) => isNamed(dimensions, lines.sums));
  const isOpen = (line: number): boolean => total?.table.hidden[total.cellOf[someHidden[line]!]!] !== 1;
  const together = describedCustomers(table, lines, states, isOpen, rules);
  let changed = false;
  for (let line = 0; line < lines.lines; line++) {
    if (count[line] === 0 || !isOpen(line)) continue;
    if (count[line]! >= 2 && together(line) >= rules.customersAtLeast) continue;
    const least = smallestShown[line]!;
    if (least !== NONE) hidden[least] = 1;
    else if (total && count[line] === 1) total.table.hidden[total.cellOf[someHidden[line]!]!] = 1;
    else continue;
    changed = true;
  }
  return changed;
}

const MANY_CELLS = 20_000;

/**
 * How many customers the hidden cells of a line describe together. Where customers stand in several cells, they are
 * counted only if it matters and the table is not one of products; else it is at least the largest cell's.
 */
function describedCustomers(
  table: Table,
  {isPartition, lineOf, lines}: TableLines,
  {count, sum, largest}: ReturnType<typeof lineStates>,
  isOpen: (line: number) => boolean,
  {customersAtLeast, distinctHidden}: DisclosureRules
): (line: number) => number {
  if (isPartition) return (line) => sum[line]!;
  const isUnclear = (line: number): boolean =>
    count[line]! >= 2 && largest[line]! < customersAtLeast && sum[line]! >= customersAtLeast && isOpen(line);
  const unclear = Array.from({length: lines}, (_, line) => line).some(isUnclear);
  if (!unclear || table.customers.length > MANY_CELLS) return (line) => largest[line]!;
  const distinct = distinctHidden(table, table.hidden, lineOf, lines);
  return (line) => distinct[line]!;
}

function isNamed(dimensions: CountedTable["dimensions"], names: readonly string[]): boolean {
  return dimensions.length === names.length && dimensions.every(({name}) => names.includes(name));
}

/**
 * Hides the smallest shown cell beside each secret one that is a bridge. Rows and columns whose sum is hidden are not
 * bound by it: a link to one more node stands for the sum.
 */
function protectBridges(table: Table): boolean {
  const {customers, dimensions, hidden, secret} = table;
  const [first, second] = dimensions;
  if (dimensions.length !== 2 || !first || !second || !secret.includes(1)) return false;
  const width = second.labels.length;
  const rows = first.labels.length;
  const cells = [...hidden.keys()].filter((cell) => hidden[cell] === 1);
  const open = [
    ...hiddenSums(table, first.name, cells).map((cell) => Math.floor(cell / width)),
    ...hiddenSums(table, second.name, cells).map((cell) => rows + (cell % width))
  ];
  const found = bridges({
    nodes: rows + width + 1,
    from: [...cells.map((cell) => Math.floor(cell / width)), ...open],
    to: [...cells.map((cell) => rows + (cell % width)), ...open.map(() => rows + width)]
  });
  let changed = false;
  for (const link of found) {
    const cell = cells[link];
    if (cell === undefined || secret[cell] === 0) continue;
    const beside = smallestBeside(cell, rows, width, customers, hidden);
    if (beside === NONE) continue;
    hidden[beside] = 1;
    changed = true;
  }
  return changed;
}

/** One hidden cell of each row or column, by the name of its dimension, whose sum is hidden, too. */
function hiddenSums({sums}: Table, name: string, cells: readonly number[]): number[] {
  const found = sums.find(({table: {dimensions}}) => isNamed(dimensions, [name]));
  if (!found) return [];
  const {table, cellOf} = found;
  const one = new Map(
    cells.filter((cell) => table.hidden[cellOf[cell]!] === 1).map((cell) => [cellOf[cell]!, cell])
  );
  return [...one.values()];
}

/** The smallest shown cell in the shorter of its row and column, or else in the other. */
function smallestBeside(
  cell: number,
  rows: number,
  width: number,
  customers: Float64Array,
  hidden: Uint8Array
): number {
  const row = {from: cell - (cell % width), step: 1, count: width};
  const column = {from: cell % width, step: width, count: rows};
  for (const {from, step, count} of rows < width ? [column, row] : [row, column]) {
    let least = NONE;
    for (let at = 0; at < count; at++) {
      const one = from + at * step;
      if (hidden[one] === 1 || customers[one] === 0) continue;
      if (least === NONE || customers[one]! < customers[least]!) least = one;
    }
    if (least !== NONE) return least;
  }
  return NONE;
}

import type {DisclosureRules} from "./disclosureRules.ts";
import {hide, sumTable} from "./gatedTables.ts";
import type {GatedTable} from "./gatedTables.ts";
import {once} from "./once.ts";
import {cellsOf, lineOf} from "./tableLines.ts";
import type {LineCells, TableLines} from "./tableLines.ts";

/**
 * A step: where what a line hides would follow from its sum, hides its smallest shown cell, too; a line's only cell is
 * its sum, and hides it.
 */
export function protectLines(table: GatedTable, lines: TableLines, rules: DisclosureRules): () => void {
  const states = once(() => noneHidden(lines.lines));
  const total = sumTable(table, lines.sums);
  return () => {
    if (table.hiddenCount === 0) return;
    const {count, someHidden} = states();
    addHidden(table, lines, states());
    const isOpen = (line: number): boolean =>
      !total ||
      total.table.hiddenCount === 0 ||
      total.table.hidden[total.cells.holderOf(someHidden[line]!)] === 0;
    const isSettled = (line: number): boolean =>
      lines.isPartition // the cheaper question first
        ? isSafe(table, lines, line, states(), rules) || !isOpen(line)
        : !isOpen(line) || isSafe(table, lines, line, states(), rules);
    for (let line = 0; line < lines.lines; line++) {
      if (count[line] === 0 || isSettled(line)) continue;
      const least = smallestShown(table, cellsOf(lines, line));
      if (least !== NONE) hide(table, least);
      else if (total && count[line] === 1) hide(total.table, total.cells.holderOf(someHidden[line]!));
    }
  };
}

const NONE = -1;

/** What is hidden in each line. */
interface LineStates {
  readonly count: Uint32Array;
  /** Customers of all cells, one after another, and of the largest. */
  readonly sum: Float64Array;
  readonly largest: Float64Array;
  readonly spend: Float64Array;
  /** Of one customer in one cell. */
  readonly largestSpend: Float64Array;
  /** Of one secret cell. */
  readonly secretSpend: Float64Array;
  readonly someHidden: Uint32Array;
  /** How many of the table's hidden cells are in it. */
  seen: number;
}

function noneHidden(lines: number): LineStates {
  const zeros = (): Float64Array => new Float64Array(lines);
  return {
    count: new Uint32Array(lines),
    sum: zeros(),
    largest: zeros(),
    spend: zeros(),
    largestSpend: zeros(),
    secretSpend: zeros(),
    someHidden: new Uint32Array(lines),
    seen: 0
  };
}

/** Takes in what was hidden since it was last called. */
function addHidden(table: GatedTable, lines: TableLines, states: LineStates): void {
  const {customers, hiddenCells, hiddenCount, spend, largestSpend, secret} = table;
  const {count, sum, largest, someHidden, spend: cents, largestSpend: most, secretSpend} = states;
  for (let at = states.seen; at < hiddenCount; at++) {
    const cell = hiddenCells[at]!;
    const line = lineOf(lines, cell);
    const size = customers[cell]!;
    count[line]!++;
    sum[line]! += size;
    if (size > largest[line]!) largest[line] = size;
    someHidden[line] = cell;
    if (!spend || !largestSpend) continue;
    const spent = spend[cell]!;
    cents[line]! += spent;
    if (largestSpend[cell]! > most[line]!) most[line] = largestSpend[cell]!;
    if (spent > secretSpend[line]! && secret[cell] === 1) secretSpend[line] = spent;
  }
  states.seen = hiddenCount;
}

/** What is hidden beside a secret sum of spend, as a share of it: the reader cannot tell it more exactly. */
const PROTECTION = 0.1;

/** Whether the hidden cells of a line, taken together, tell no more than one shown cell may. */
function isSafe(
  table: GatedTable,
  lines: TableLines,
  line: number,
  states: LineStates,
  {customersAtLeast, largestCustomerAtMost}: DisclosureRules
): boolean {
  const {count, spend, largestSpend, secretSpend} = states;
  return (
    count[line]! >= 2 &&
    largestSpend[line]! <= largestCustomerAtMost * spend[line]! &&
    spend[line]! >= (1 + PROTECTION) * secretSpend[line]! &&
    describesEnough(table, lines, line, states, customersAtLeast)
  );
}

function smallestShown({customers, hidden}: GatedTable, {from, apart, codes}: LineCells): number {
  let least = NONE;
  for (let at = 0; at < codes.length; at++) {
    const cell = from + codes[at]! * apart;
    if (hidden[cell] === 1 || customers[cell] === 0) continue;
    if (least === NONE || customers[cell]! < customers[least]!) least = cell;
  }
  return least;
}

const MANY_CELLS = 20_000;

/**
 * Whether the hidden cells of a line describe at least the threshold's customers together. Where customers may stand in
 * several cells, they are told apart only if it matters and the table is not one of products; else it is at least the
 * largest cell's.
 */
function describesEnough(
  table: GatedTable,
  lines: TableLines,
  line: number,
  {sum, largest}: LineStates,
  customersAtLeast: number
): boolean {
  if (largest[line]! >= customersAtLeast) return true;
  if (lines.isPartition || sum[line]! < customersAtLeast) return sum[line]! >= customersAtLeast;
  if (table.customers.length > MANY_CELLS) return false;
  const {from, apart, codes} = cellsOf(lines, line);
  const together = new Set<number>();
  for (const code of codes)
    for (const customer of table.secretCustomers().get(from + code * apart) ?? []) together.add(customer);
  return together.size >= customersAtLeast;
}

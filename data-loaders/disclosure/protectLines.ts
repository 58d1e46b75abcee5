import type {DisclosureRules} from "./disclosureRules.ts";
import {hide, sumTable} from "./gatedTables.ts";
import type {GatedTable} from "./gatedTables.ts";
import {once} from "../baskets/once.ts";
import {cellsOf, findLines} from "./tableLines.ts";
import type {LineCells, TableLines} from "./tableLines.ts";

/**
 * A step: where what a line hides would follow from its sum, hides its smallest shown cell, too; a line's only cell is
 * its sum, which `hideSum` is told to hide.
 */
export function protectLines(
  table: GatedTable,
  lines: TableLines,
  rules: DisclosureRules,
  hideSum: (table: GatedTable, cell: number) => void
): () => void {
  const states = once(() => noneHidden(lines.lines));
  const total = sumTable(table, lines.sums);
  const isOpen = (cell: number): boolean =>
    !total || total.table.hiddenCount === 0 || total.table.hidden[total.cells.holderOf(cell)] === 0;
  return () => {
    if (table.hiddenCount === 0) return;
    const {count, someHidden} = states();
    addHidden(table, lines, states());
    for (const line of linesInDoubt(states(), lines, rules)) {
      const some = someHidden[line]!;
      if (!isOpen(some) || describesEnough(table, lines, line, states(), rules)) continue;
      const least = smallestShown(table, cellsOf(lines, line));
      if (least !== NONE) hide(table, least);
      else if (total && count[line] === 1) hideSum(total.table, total.cells.holderOf(some));
    }
  };
}

const NONE = -1;

/** What is hidden in each line. */
interface LineStates {
  readonly count: Uint32Array;
  /** How many it was when the line was last looked at: as long as it stays so, nothing is to be done. */
  readonly looked: Uint32Array;
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
    looked: new Uint32Array(lines),
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
function addHidden(
  {customers, hiddenCells, hiddenCount, spend, largestSpend, secret}: GatedTable,
  lines: TableLines,
  states: LineStates
): void {
  const lineAt = new Uint32Array(Math.min(AT_ONCE, hiddenCount - states.seen));
  for (; states.seen < hiddenCount; states.seen += lineAt.length) {
    const cells = hiddenCells.subarray(states.seen, Math.min(states.seen + AT_ONCE, hiddenCount));
    findLines(lines, cells, lineAt);
    addSizes(cells, lineAt, customers, states);
    if (spend && largestSpend) addSpend(cells, lineAt, spend, largestSpend, secret, states);
  }
  states.seen = hiddenCount;
}

const AT_ONCE = 4096;

// Each loop by itself, of arrays only: so the engine sees at once how to make it fast.

function addSizes(
  cells: Uint32Array,
  lineAt: Uint32Array,
  customers: Float64Array,
  {count, sum, largest, someHidden}: LineStates
): void {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    const line = lineAt[at]!;
    const size = customers[cell]!;
    count[line]!++;
    sum[line]! += size;
    if (size > largest[line]!) largest[line] = size;
    someHidden[line] = cell;
  }
}

function addSpend(
  cells: Uint32Array,
  lineAt: Uint32Array,
  spend: Float64Array,
  largestSpend: Float64Array,
  secret: Uint8Array,
  states: LineStates
): void {
  const {spend: cents, largestSpend: most, secretSpend} = states;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    const line = lineAt[at]!;
    const spent = spend[cell]!;
    const largest = largestSpend[cell]!;
    cents[line]! += spent;
    if (largest > most[line]!) most[line] = largest;
    if (spent > secretSpend[line]! && secret[cell] === 1) secretSpend[line] = spent;
  }
}

/** What is hidden beside a secret sum of spend, as a share of it: the reader cannot tell it more exactly. */
const PROTECTION = 0.1;

/** Whether a line hides several cells, and spend that neither is mostly one customer's nor tells a secret cell's. */
function hidesSpend(
  {count, spend, largestSpend, secretSpend}: LineStates,
  line: number,
  largestCustomerAtMost: number
): boolean {
  return (
    count[line]! >= 2 &&
    largestSpend[line]! <= largestCustomerAtMost * spend[line]! &&
    spend[line]! >= (1 + PROTECTION) * secretSpend[line]!
  );
}

/**
 * Lines that hide more than when they were last looked at, and of which it is not clear that their hidden cells, taken
 * together, tell no more than one shown cell may. They describe as many customers as the largest cell does, or as all
 * do where each customer is in one.
 */
function linesInDoubt(
  states: LineStates,
  {isPartition}: TableLines,
  {customersAtLeast, largestCustomerAtMost}: DisclosureRules
): number[] {
  const {count, looked, sum, largest} = states;
  const described = isPartition ? sum : largest;
  const found: number[] = [];
  for (let line = 0; line < count.length; line++) {
    if (count[line] === looked[line]) continue;
    looked[line] = count[line]!;
    if (described[line]! < customersAtLeast || !hidesSpend(states, line, largestCustomerAtMost))
      found.push(line);
  }
  return found;
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

/** In tables of more cells no customers are told apart. */
export const MANY_CELLS = 20_000;

/**
 * Whether a line in doubt is safe nevertheless, since its cells describe the threshold's customers together, though none
 * does alone. Customers who may stand in several cells are told apart only if it matters and the table is not one of
 * products.
 */
function describesEnough(
  table: GatedTable,
  lines: TableLines,
  line: number,
  states: LineStates,
  {customersAtLeast, largestCustomerAtMost}: DisclosureRules
): boolean {
  const {sum} = states;
  if (lines.isPartition || !hidesSpend(states, line, largestCustomerAtMost)) return false;
  if (sum[line]! < customersAtLeast || table.customers.length > MANY_CELLS) return false;
  const {from, apart, codes} = cellsOf(lines, line);
  const together = new Set<number>();
  for (const code of codes)
    for (const customer of table.secretCustomers().get(from + code * apart) ?? []) together.add(customer);
  return together.size >= customersAtLeast;
}

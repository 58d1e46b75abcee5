import {addGaps, addOver, addRows, addShare} from "../kernels/cells.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import type {CountedPlan} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {offsetOf} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import type {Splitter} from "./splitter.ts";
import type {SpreadOf} from "./spread.ts";

/**
 * Sums per cell of a plan; whole numbers, so adding the threads' parts is exact. While they are counted they stand in the
 * kernels' memory, laid out as `kernels/assembly/cells.ts` tells.
 */
export interface CellSums {
  /** `CELL` numbers per cell: customers, items, reordered items, priced items; then the money. */
  readonly numbers: Uint32Array;
  /** The same memory: of `MONEY_CELL` numbers per cell the last two, cents, and those of the customer who spent most. */
  readonly money: Float64Array;
  /** Where items are split by order and product. */
  readonly orders?: Uint32Array;
  /** cells × (gap width + 1) orders by days since the prior one, last those without; where orders are split. */
  readonly order_gaps?: Uint32Array;
  /** One per spread of the plan: `WIDE` numbers per cell. */
  readonly spreads: readonly Float64Array[];
}

export const CELL = 8;
export const MONEY_CELL = 4;
/** Sums over customers of n², n·d and d², two numbers each; d² of a share stands in the first cell of its group. */
export const WIDE = 6;

/** Empty sums in the kernels' memory. */
export function cellSums(
  {cells, spreads}: Pick<CountedPlan, "cells" | "spreads">,
  of: Splitter["of"],
  gapWidth: number
): CellSums {
  const money = kernelArray(Float64Array, MONEY_CELL * cells).fill(0);
  return {
    numbers: new Uint32Array(money.buffer, money.byteOffset, CELL * cells),
    money,
    ...(of === "items" && {orders: kernelArray(Uint32Array, cells).fill(0)}),
    ...(of === "orders" && {order_gaps: kernelArray(Uint32Array, cells * (gapWidth + 1)).fill(0)}),
    spreads: spreads.map(() => kernelArray(Float64Array, WIDE * cells).fill(0))
  };
}

/** A copy outside the kernels' memory. */
export function takenOut({money, orders, order_gaps, spreads}: CellSums): CellSums {
  const copy = money.slice();
  return {
    numbers: new Uint32Array(copy.buffer),
    money: copy,
    ...(orders && {orders: orders.slice()}),
    ...(order_gaps && {order_gaps: order_gaps.slice()}),
    spreads: spreads.map((sums) => sums.slice())
  };
}

/** Adds a block's rows to the cells: the row of code c to cell `bases[customer]` + c. */
export function addBlock(
  block: CustomerBlock,
  {rows, orderCodes}: Splitter,
  bases: Uint32Array,
  spreads: readonly SpreadOf[],
  sums: CellSums
): void {
  const {customers, gap, noGap, orders} = block;
  addRows(
    rows.numbers.byteOffset,
    rows.start.byteOffset,
    customers,
    bases.byteOffset,
    sums.numbers.byteOffset,
    sums.orders?.byteOffset ?? 0
  );
  if (sums.order_gaps)
    addGaps(
      orders.start.byteOffset,
      customers,
      gap,
      noGap,
      orderCodes.byteOffset,
      bases.byteOffset,
      sums.order_gaps.byteOffset
    );
  for (const [at, spread] of spreads.entries()) addSpread(spread, rows, customers, bases, sums.spreads[at]!);
}

function addSpread(
  spread: SpreadOf,
  {numbers, start}: PartRows,
  customers: number,
  bases: Uint32Array,
  sums: Float64Array
): void {
  const of = [numbers.byteOffset, start.byteOffset, customers, bases.byteOffset] as const;
  if ("shareOf" in spread) addShare(...of, offsetOf(spread.shareOf), sums.byteOffset);
  else addOver(...of, offsetOf(spread.over[0]), offsetOf(spread.over[1]), sums.byteOffset);
}

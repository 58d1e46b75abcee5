import {kernelArray} from "../kernels/kernelMemory.ts";
import {takePlainOrders} from "../kernels/plainOrders.ts";
import {cellGrammars} from "../tables/cellGrammars.ts";
import type {CellGrammar} from "../tables/lineGrammar.ts";
import type {OrderColumns} from "./orderArena.ts";
import type {PlainLane} from "./scanChunk.ts";
import {NO_GAP} from "./store.ts";

/** So few that they stay near the processor until they are in the arena. */
const BLOCK_ROWS = 4096;

/** Where the word stands that the contract's `keep` rule asks for, and its place among the words. */
export interface KeptWord {
  readonly place: number;
  readonly word: number;
}

/**
 * The plain lane of an order file. It takes lines of this grammar, and stops at the first that is anything else; `scan`
 * stands there then, and the general reader judges that line.
 *
 * @param places cells of the order id, customer, order number, gap, day and hour, in whatever order; without one of them
 *   there is no lane, and the file is read the general way from the first line to the last
 * @param chunk the chunk's part of the arena
 * @param next where in it the next order goes
 */
export function plainOrders(
  grammar: readonly CellGrammar[],
  places: readonly number[],
  keep: KeptWord | undefined,
  chunk: OrderColumns,
  next: {row: number}
): PlainLane | undefined {
  if ([...places, keep?.place ?? 0, keep?.word ?? 0].some((place) => place < 0)) return undefined;
  const values = kernelArray(BigInt64Array, grammar.length);
  const cells = cellGrammars(grammar, {values, most: 1});
  const valuePlaces = kernelArray(Uint32Array, places.length + 1);
  valuePlaces.set(
    [...places, keep?.place ?? 0].map((place) => values.byteOffset + place * values.BYTES_PER_ELEMENT)
  );
  const block = blockOf(BLOCK_ROWS);
  const columnPlaces = kernelArray(Uint32Array, block.length);
  columnPlaces.set(block.map(({byteOffset}) => byteOffset));
  const into = listed(chunk);
  const state = kernelArray(Uint32Array, 2);
  return (bytes, end, scan) => {
    state.set([bytes.byteOffset + scan.at, scan.lines]);
    let rows = BLOCK_ROWS;
    while (rows === BLOCK_ROWS) {
      rows = takePlainOrders(
        state.byteOffset,
        bytes.byteOffset + end,
        BLOCK_ROWS,
        cells.byteOffset,
        grammar.length,
        valuePlaces.byteOffset,
        keep?.word ?? -1,
        NO_GAP,
        columnPlaces.byteOffset
      );
      for (const [at, column] of block.entries()) into[at]!.set(column.subarray(0, rows), next.row);
      next.row += rows;
    }
    scan.at = state[0]! - bytes.byteOffset;
    scan.lines = state[1]!;
  };
}

/** Columns as the kernel is told of them. */
function listed(columns: OrderColumns) {
  const {orderId, customerId, line, orderNumber, gap, slot, dropped} = columns;
  return [orderId, customerId, line, orderNumber, gap, slot, dropped];
}

function blockOf(rows: number) {
  return listed({
    orderId: kernelArray(Float64Array, rows),
    customerId: kernelArray(Float64Array, rows),
    line: kernelArray(Int32Array, rows),
    orderNumber: kernelArray(Uint16Array, rows),
    gap: kernelArray(Uint16Array, rows),
    slot: kernelArray(Uint8Array, rows),
    dropped: kernelArray(Uint8Array, rows)
  });
}

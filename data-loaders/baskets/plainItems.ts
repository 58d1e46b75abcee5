import {kernelArray} from "../kernels/kernelMemory.ts";
import {takePlainItems} from "../kernels/plainItems.ts";
import type {CellGrammar} from "../tables/lineGrammar.ts";
import type {ChunkItems} from "./chunkItems.ts";
import type {IdIndex} from "./idIndex.ts";
import type {PlainLane} from "./scanChunk.ts";

/** What the plain lane checks: the ranges of the four cells, and which products there are. */
interface PlainItems {
  /** Least and largest of each. */
  readonly ranges: Float64Array;
  /** Place of each product id, or below 0. */
  readonly products: Int32Array;
}

/**
 * The plain lane for a file that has four columns, and in the order of `places`: order, product, position, reordered.
 * Undefined for others; those are read the general way from the first line to the last.
 *
 * It takes the lines that an item file nearly always holds: four cells of plain digits within their ranges. It stops at
 * the first line that is anything else; `scan` stands there then, and the general reader judges that line. Of lines whose
 * product does not exist `lose` is told the number.
 */
export function plainItems(
  grammar: readonly CellGrammar[],
  places: readonly number[],
  products: IdIndex,
  found: ChunkItems,
  lose: (line: number) => void
): PlainLane | undefined {
  if (grammar.length !== 4 || places.some((place, at) => place !== at) || products.kind !== "direct")
    return undefined;
  const ranges = kernelArray(Float64Array, 2 * grammar.length);
  for (const [cell, {from, upTo}] of grammar.entries()) {
    ranges[2 * cell] = Math.max(0, Math.ceil(from));
    ranges[2 * cell + 1] = Math.max(0, Math.floor(upTo));
  }
  const known = kernelArray(Int32Array, products.places.length);
  known.set(products.places);
  const take = taker({ranges, products: known}, found, lose);
  return grammar.every(({upTo}) => upTo >= 0) ? take : undefined;
}

/** Items, runs, the open run's order; lines lost and products repeated in one call. */
type State = readonly [number, number, number, number, number];

function taker({ranges, products}: PlainItems, found: ChunkItems, lose: (line: number) => void): PlainLane {
  const {item, runOrder, runStart, lastRun} = found;
  const lost = kernelArray(Uint32Array, item.length);
  const repeating = kernelArray(Uint32Array, item.length);
  const state = kernelArray(Float64Array, 5);
  return (bytes, end, scan) => {
    const before = found.items;
    state.set([before, found.runs, found.order]);
    const stopped = takePlainItems(
      bytes.byteOffset + scan.at,
      bytes.byteOffset + end,
      ranges.byteOffset,
      products.byteOffset,
      products.length,
      item.byteOffset,
      runOrder.byteOffset,
      runStart.byteOffset,
      lost.byteOffset,
      lastRun.byteOffset,
      repeating.byteOffset,
      state.byteOffset
    );
    const [items, runs, order, losts, repeats] = state as unknown as State;
    Object.assign(found, {items, runs, order});
    scan.at = (stopped >>> 0) - bytes.byteOffset;
    for (let at = 0; at < losts; at++) lose(scan.lines + lost[at]!);
    for (let at = 0; at < repeats; at++) found.repeating.add(repeating[at]!);
    scan.lines += items - before + losts;
  };
}

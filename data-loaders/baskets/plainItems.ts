import {kernelArray} from "../kernels/kernelMemory.ts";
import {takePlainItems} from "../kernels/plainItems.ts";
import type {CellGrammar} from "../tables/lineGrammar.ts";
import type {ChunkItems} from "./chunkItems.ts";
import type {IdIndex} from "./idIndex.ts";
import type {PlainLane} from "./scanChunk.ts";

/** In place of a product that the contract does not allow: one look tells that too. */
const OUT_OF_RANGE = -3;

/** What the plain lane checks: the ranges of orders and positions, and which products there are. */
interface PlainItems {
  /** Least and largest of each. */
  readonly ranges: Float64Array;
  /** Place of each product id, or below 0; OUT_OF_RANGE for the general reader's. */
  readonly products: Int32Array;
}

/** Least and largest. */
type Bounds = readonly [number, number];

/**
 * The plain lane for a file that has four columns, and in the order of `places`: order, product, position, reordered.
 * Undefined for others; those are read the general way from the first line to the last.
 *
 * It takes the lines that an item file nearly always holds: four cells of plain digits within their ranges, the last 0
 * or 1. It stops at the first line that is anything else; `scan` stands there then, and the general reader judges that
 * line. Of lines whose product does not exist `lose` is told the number.
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
  const bounds = grammar.map(({from, upTo}) => [Math.max(0, Math.ceil(from)), Math.floor(upTo)] as const);
  const [order, product, position, reordered] = bounds as [Bounds, Bounds, Bounds, Bounds];
  if (bounds.some(([from, upTo]) => upTo < from) || reordered[0] !== 0 || reordered[1] !== 1)
    return undefined;
  const ranges = kernelArray(Float64Array, 4);
  ranges.set([...order, ...position]);
  const known = kernelArray(Int32Array, products.places.length);
  known.set(products.places);
  known.fill(OUT_OF_RANGE, 0, product[0]).fill(OUT_OF_RANGE, product[1] + 1);
  return taker({ranges, products: known}, found, lose);
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

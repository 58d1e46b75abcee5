import type {Baskets} from "../../data-loaders/baskets/store.ts";
import type {Assigned} from "../../data-loaders/segments/assignSegments.ts";
import {rowCounts} from "./rowCounts.ts";
import {isFew, isHidden} from "./size.ts";
import type {Size} from "./size.ts";

/**
 * The size of each segment, in order of code, as far as it may be told: a segment of fewer customers than `atLeast`
 * is hidden, and where it is the only one, the smallest other is hidden too, since all sizes add up to a known total.
 */
export function segmentSizes(
  {grain, labels, codes}: Assigned,
  baskets: Baskets,
  atLeast: number
): readonly Size[] {
  const {rows, customers} = rowCounts(grain, (row) => codes[row]!, labels.length, baskets);
  const sizes = Array.from(rows, (size, code): Size => (isFew(customers[code]!, atLeast) ? "few" : size));
  if (sizes.filter(isHidden).length !== 1) return sizes;
  const told = sizes.flatMap((size, code) => (isHidden(size) || size === 0 ? [] : [{size, code}]));
  const least = told.sort((a, b) => a.size - b.size || a.code - b.code)[0];
  return sizes.map((size, code) => (code === least?.code ? "covered" : size));
}

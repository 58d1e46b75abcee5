import type {CrossedCounts, Segmented} from "./crossedCounts.ts";
import type {Coded} from "./customerKinds.ts";
import {once} from "../baskets/once.ts";
import type {Coarsenings} from "./tableLines.ts";

/** A dimension whose labels are unions of a finer one's: departments of products, age groups of age × household. */
export interface Coarsening {
  readonly name: string;
  /** For each label of the finer dimension, the label of the coarser that holds it; 0 for labels of nothing. */
  readonly codes: Uint32Array;
  readonly size: number;
  /** For each label of the coarser dimension, the labels of the finer that it holds. */
  readonly members: () => readonly Uint32Array[];
}

export function coarsening(name: string, codes: Uint32Array, size: number): Coarsening {
  return {name, codes, size, members: once(() => membersOf(codes, size))};
}

function membersOf(codes: Uint32Array, size: number): readonly Uint32Array[] {
  const counts = new Uint32Array(size);
  for (let code = 0; code < codes.length; code++) counts[codes[code]!]!++;
  const members = Array.from(counts, (count) => new Uint32Array(count));
  for (let code = codes.length - 1; code >= 0; code--) members[codes[code]!]![--counts[codes[code]!]!] = code;
  return members;
}

/**
 * Which dimensions are unions of which others, by name of the finer; all of them have codes of the same keys. Found in
 * the codes and not in the definitions: what matters is that a reader can add up, not whether somebody meant it.
 */
export const coarsenings = (dimensions: readonly Coded[]): Coarsenings => eachOther(dimensions, unionsOf);

/** The same of segmentations of customers, found in how many are in each two segments. */
export const coarserSegmentations = (dimensions: readonly Segmented[], crossed: CrossedCounts): Coarsenings =>
  eachOther(dimensions, (fine, coarse) => heldBy(fine, coarse, crossed(fine, coarse)));

function eachOther<D extends Segmented>(
  dimensions: readonly D[],
  find: (fine: D, coarse: D) => Uint32Array | undefined
): Coarsenings {
  return new Map(
    dimensions.map((fine) => [
      fine.name,
      dimensions.flatMap((coarse) => {
        const codes = coarse === fine ? undefined : find(fine, coarse);
        return codes ? [coarsening(coarse.name, codes, coarse.labels.length)] : [];
      })
    ])
  );
}

const NOWHERE = 2 ** 32 - 1;

/** The coarser by the finer, where it is coarser. */
function unionsOf(fine: Coded, {codes}: Coded): Uint32Array | undefined {
  const held = new Uint32Array(fine.labels.length).fill(NOWHERE);
  const {codes: fineCodes} = fine;
  for (let key = 0; key < codes.length; key++) {
    const code = fineCodes[key]!;
    if (held[code] === NOWHERE) held[code] = codes[key]!;
    else if (held[code] !== codes[key]) return undefined;
  }
  for (let code = 0; code < held.length; code++) if (held[code] === NOWHERE) held[code] = 0;
  return held;
}

/** The same, where one segment of the coarser at most has customers of each of the finer. */
function heldBy(fine: Segmented, coarse: Segmented, crossed: Float64Array): Uint32Array | undefined {
  const width = coarse.labels.length;
  const held = new Uint32Array(fine.labels.length);
  for (let code = 0; code < held.length; code++) {
    const line = crossed.subarray(code * width, (code + 1) * width);
    const first = line.findIndex((customers) => customers > 0);
    if (first < 0) continue;
    if (line.subarray(first + 1).some((customers) => customers > 0)) return undefined;
    held[code] = first;
  }
  return held;
}

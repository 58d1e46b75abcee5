import type {Coded} from "./customerKinds.ts";
import {once} from "./once.ts";

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
export function coarsenings(dimensions: readonly Coded[]): ReadonlyMap<string, readonly Coarsening[]> {
  return new Map(
    dimensions.map((fine) => [
      fine.name,
      dimensions.flatMap((coarse) => (coarse === fine ? [] : unionsOf(fine, coarse)))
    ])
  );
}

const NOWHERE = 2 ** 32 - 1;

/** The coarser by the finer, where it is coarser. */
function unionsOf(fine: Coded, {name, labels, codes}: Coded): Coarsening[] {
  const held = new Uint32Array(fine.labels.length).fill(NOWHERE);
  const {codes: fineCodes} = fine;
  for (let key = 0; key < codes.length; key++) {
    const code = fineCodes[key]!;
    if (held[code] === NOWHERE) held[code] = codes[key]!;
    else if (held[code] !== codes[key]) return [];
  }
  for (let code = 0; code < held.length; code++) if (held[code] === NOWHERE) held[code] = 0;
  return [coarsening(name, held, labels.length)];
}

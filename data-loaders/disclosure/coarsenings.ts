import type {CodedDimension} from "../aggregates/dimensions.ts";

/** A dimension whose labels are unions of a finer one's: departments of products, age groups of age × household. */
export interface Coarsening {
  readonly name: string;
  /** For each label of the finer dimension, the label of the coarser that holds it; 0 for labels of nothing. */
  readonly codes: Uint32Array;
  readonly size: number;
}

/**
 * Which dimensions are unions of which others, by name of the finer. Found in the codes and not in the definitions:
 * what matters is that a reader can add up, not whether somebody meant it.
 */
export function coarsenings(
  dimensions: readonly CodedDimension[]
): ReadonlyMap<string, readonly Coarsening[]> {
  return new Map(
    dimensions.map((fine) => [
      fine.name,
      dimensions.flatMap((coarse) => {
        const codes = coarse === fine ? undefined : unionsOf(fine, coarse);
        return codes ? [{name: coarse.name, codes, size: coarse.labels.length}] : [];
      })
    ])
  );
}

const NOWHERE = 2 ** 32 - 1;

function unionsOf(fine: CodedDimension, coarse: CodedDimension): Uint32Array | undefined {
  if (fine.keyedBy !== coarse.keyedBy) return undefined;
  const held = new Uint32Array(fine.labels.length).fill(NOWHERE);
  for (let key = 0; key < fine.codes.length; key++) {
    const code = fine.codes[key]!;
    if (held[code] === NOWHERE) held[code] = coarse.codes[key]!;
    else if (held[code] !== coarse.codes[key]) return undefined;
  }
  return held.map((code) => (code === NOWHERE ? 0 : code));
}

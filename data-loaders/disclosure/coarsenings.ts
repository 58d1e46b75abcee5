import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {Coded, CustomerKinds} from "./customerKinds.ts";
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
 * Which dimensions are unions of which others, by name of the finer. Found in the codes and not in the definitions:
 * what matters is that a reader can add up, not whether somebody meant it.
 * @param kinds of the dimensions of customers
 */
export function coarsenings(
  dimensions: readonly CodedDimension[],
  kinds: CustomerKinds
): ReadonlyMap<string, readonly Coarsening[]> {
  return new Map(
    dimensions.map(({name, keyedBy}) => {
      const comparable =
        keyedBy === "customer" ? kinds.dimensions : dimensions.filter((one) => one.keyedBy === keyedBy);
      const fine = comparable.find((one) => one.name === name)!;
      return [name, comparable.flatMap((coarse) => (coarse === fine ? [] : unionsOf(fine, coarse)))];
    })
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

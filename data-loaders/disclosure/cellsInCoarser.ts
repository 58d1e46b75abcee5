import type {Dimension} from "../aggregates/aggregate.ts";
import type {Coarsening} from "./coarsenings.ts";
import {sizeOf} from "./tableLines.ts";
import type {Coarsenings} from "./tableLines.ts";

/** How the cells of a table lie within those of a coarser one. */
export interface CellsInCoarser {
  /** The coarser table's cell that holds a cell. */
  readonly holderOf: (cell: number) => number;
  /** The cells within a cell of the coarser table. */
  readonly within: (holder: number) => Uint32Array;
}

/** One of the coarser table's dimensions, and the finer table's that tells it. */
interface Source {
  readonly at: number;
  /** Absent where it is the same dimension. */
  readonly by?: Coarsening;
  /** The code in the coarser table's cell. */
  readonly codeIn: (holder: number) => number;
  /** How far apart neighbouring codes stand in the coarser table. */
  readonly apart: number;
}

/** Undefined where the coarser table is not made of the finer's cells. */
export function cellsInCoarser(
  fine: readonly Dimension[],
  coarse: readonly Dimension[],
  coarser: Coarsenings
): CellsInCoarser | undefined {
  const sources = coarse.map(({name, labels}, place): Source | undefined => {
    const apart = sizeOf(coarse.slice(place + 1));
    const told = toldBy(name, fine, coarser);
    return told && {...told, apart, codeIn: (holder) => Math.floor(holder / apart) % labels.length};
  });
  if (!sources.every((source) => source !== undefined)) return undefined;
  const steps = fine.map((_, at) => sizeOf(fine.slice(at + 1)));
  return {
    holderOf: (cell) =>
      sources.reduce((sum, {at, by, apart}) => {
        const code = Math.floor(cell / steps[at]!) % fine[at]!.labels.length;
        return sum + apart * (by ? by.codes[code]! : code);
      }, 0),
    within: (holder) =>
      fine.reduce<Uint32Array>((cells, {labels}, at) => {
        const own = sources.filter((source) => source.at === at);
        return addedCodes(cells, codesWithin(own, holder) ?? allCodes(labels.length), steps[at]!);
      }, new Uint32Array(1))
  };
}

function allCodes(labels: number): Uint32Array {
  const codes = new Uint32Array(labels);
  for (let code = 0; code < labels; code++) codes[code] = code;
  return codes;
}

/** Each cell with each of the codes added, row-major. */
function addedCodes(cells: Uint32Array, codes: Uint32Array, apart: number): Uint32Array {
  const sums = new Uint32Array(cells.length * codes.length);
  let at = 0;
  for (let cell = 0; cell < cells.length; cell++)
    for (let code = 0; code < codes.length; code++) sums[at++] = cells[cell]! + codes[code]! * apart;
  return sums;
}

/** Codes of a dimension that stand in a cell of the coarser table; undefined where it tells none of its dimensions. */
function codesWithin([first, ...others]: readonly Source[], holder: number): Uint32Array | undefined {
  const wanted = first?.codeIn(holder) ?? 0;
  const codes = first?.by ? first.by.members()[wanted] : first && Uint32Array.of(wanted);
  if (others.length === 0) return codes;
  return codes?.filter((code) =>
    others.every(({by, codeIn}) => (by ? by.codes[code] : code) === codeIn(holder))
  );
}

/** Which of the finer dimensions tells the coarser one. */
function toldBy(
  name: string,
  fine: readonly Dimension[],
  coarser: Coarsenings
): {readonly at: number; readonly by?: Coarsening} | undefined {
  const same = fine.findIndex((dimension) => dimension.name === name);
  if (same >= 0) return {at: same};
  for (const [at, dimension] of fine.entries()) {
    const by = coarser.get(dimension.name)?.find((one) => one.name === name);
    if (by) return {at, by};
  }
  return undefined;
}

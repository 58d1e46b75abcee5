import type {Column} from "../../tables/columnBuilder.ts";
import {levelsOf} from "./levels.ts";
import type {Levels} from "./levels.ts";

/** A category that follows from one or two other attributes, for every customer of this data. */
export interface Determination {
  readonly attribute: string;
  readonly by: readonly string[];
  /** Every customer is in one part, and has its value. */
  readonly parts: readonly DeterminedPart[];
}

export interface DeterminedPart {
  /** One band for each attribute of `by`. */
  readonly bands: readonly Band[];
  readonly value: string | undefined;
}

/** Values that go together: the first and last of a run of numbers, else texts. Undefined is missing. */
export type Band =
  | {readonly from: number; readonly to: number}
  | {readonly values: readonly (string | number | undefined)[]};

/** A rule of more parts can't be said in a sentence, and may be chance. */
const MOST_PARTS = 12;

/** How unlikely agreement by chance has to be: e to the power of minus this. */
const CERTAINTY = 20;

/**
 * Finds each category that follows exactly from one other attribute, or else from two: every combination of their values
 * that occurs has one value only, and these make few bands. Attributes of very many values are not tried.
 * @param attributes columns of customers, one row per customer
 */
export function determinations(attributes: Readonly<Record<string, Column>>): Determination[] {
  const levels = Object.entries(attributes).flatMap(([name, column]) => levelsOf(name, column) ?? []);
  const found: Determination[] = [];
  for (const target of levels) {
    if (target.areNumbers || target.values.length < 2) continue;
    const others = levels.filter(
      ({name}) =>
        name !== target.name &&
        !found.some(({attribute, by}) => attribute === name && by.includes(target.name))
    );
    const best =
      fewestParts(others.flatMap((one) => byOne(target, one) ?? [])) ??
      fewestParts(pairs(others).flatMap(([a, b]) => byTwo(target, a, b) ?? []));
    if (best) found.push(best);
  }
  return found;
}

function pairs(levels: readonly Levels[]): [Levels, Levels][] {
  return levels.flatMap((a) => levels.filter((b) => b !== a).map((b): [Levels, Levels] => [a, b]));
}

function fewestParts(found: readonly Determination[]): Determination | undefined {
  return found.reduce<Determination | undefined>(
    (best, one) => (best && best.parts.length <= one.parts.length ? best : one),
    undefined
  );
}

function byOne(target: Levels, one: Levels): Determination | undefined {
  const table = pureTable(target, one.codes, one.values.length);
  const bands = table && bandsOf(one, (level) => table[level]!);
  if (!bands || bands.length > MOST_PARTS) return undefined;
  const parts = bands.map(({band, result}) => ({bands: [band], value: targetValue(target, result)}));
  return {attribute: target.name, by: [one.name], parts};
}

/** Bands of the first whose customers all follow the same bands of the second. */
function byTwo(target: Levels, outer: Levels, inner: Levels): Determination | undefined {
  const width = inner.values.length;
  const cells = outer.values.length * width;
  if (cells > target.codes.length) return undefined;
  const table = pureTable(target, outer.codes, cells, inner.codes, width);
  if (!table) return undefined;
  const groups = merged(outer, width, table);
  const parts = groups.flatMap(({band, row}) =>
    (bandsOf(inner, (level) => row[level]!) ?? []).map((part) => ({
      bands: [band, part.band],
      value: targetValue(target, part.result)
    }))
  );
  return parts.length > MOST_PARTS
    ? undefined
    : {attribute: target.name, by: [outer.name, inner.name], parts};
}

const targetValue = ({values}: Levels, level: number): string | undefined =>
  values[level] as string | undefined;

const NONE = -1;

/** The target's level for each cell that occurs; nothing where a cell has two, or where that may be chance. */
function pureTable(
  target: Levels,
  first: Int32Array,
  cells: number,
  second?: Int32Array,
  width = 1
): Int32Array | undefined {
  const table = new Int32Array(cells).fill(NONE);
  const {codes} = target;
  for (let row = 0; row < codes.length; row++) {
    const cell = second ? first[row]! * width + second[row]! : first[row]!;
    if (table[cell] === NONE) table[cell] = codes[row]!;
    else if (table[cell] !== codes[row]) return undefined;
  }
  const occupied = table.reduce((count, level) => count + (level === NONE ? 0 : 1), 0);
  return (codes.length - occupied) * -Math.log(agreement(target)) >= CERTAINTY ? table : undefined;
}

/** How often two customers agree by chance. */
function agreement({codes, values}: Levels): number {
  const counts = new Float64Array(values.length);
  for (const code of codes) counts[code]!++;
  return counts.reduce((sum, count) => sum + (count / codes.length) ** 2, 0);
}

interface Group {
  readonly band: Band;
  /** The target's level for each level of the other attribute. */
  readonly row: Int32Array;
}

/** Neighbours (or texts in any order) joined as long as no value of the other attribute tells them apart. */
function merged(outer: Levels, width: number, table: Int32Array): Group[] {
  const groups: {levels: number[]; row: Int32Array}[] = [];
  for (const [level, value] of outer.values.entries()) {
    const row = table.subarray(level * width, (level + 1) * width);
    const candidates = outer.areNumbers ? groups.slice(-1) : groups;
    const fitting = candidates.find(
      (group) =>
        value !== undefined &&
        row.every((cell, at) => cell === NONE || group.row[at] === NONE || cell === group.row[at])
    );
    if (!fitting) groups.push({levels: [level], row: row.slice()});
    else {
      fitting.levels.push(level);
      for (const [at, cell] of row.entries()) if (cell !== NONE) fitting.row[at] = cell;
    }
  }
  return groups.map(({levels, row}) => ({band: bandOf(outer, levels), row}));
}

/** Levels of the same result together: runs of numbers, texts in any order. */
function bandsOf(
  levels: Levels,
  resultOf: (level: number) => number
): {band: Band; result: number}[] | undefined {
  const runs: {levels: number[]; result: number}[] = [];
  for (const [level, value] of levels.values.entries()) {
    const result = resultOf(level);
    if (result === NONE) continue;
    const candidates = levels.areNumbers ? runs.slice(-1) : runs;
    const same = value === undefined ? undefined : candidates.find((run) => run.result === result);
    if (same) same.levels.push(level);
    else runs.push({levels: [level], result});
    if (runs.length > MOST_PARTS) return undefined;
  }
  return runs.map((run) => ({band: bandOf(levels, run.levels), result: run.result}));
}

function bandOf({values, areNumbers}: Levels, levels: readonly number[]): Band {
  const [first, last] = [values[levels[0]!], values[levels.at(-1)!]];
  if (areNumbers && typeof first === "number" && typeof last === "number") return {from: first, to: last};
  return {values: levels.map((level) => values[level])};
}

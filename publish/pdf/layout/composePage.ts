import type {Block, Extent, Unit} from "./block.ts";
import {unitsOf} from "./block.ts";

/** One page: blocks in full width, two columns read one after the other, blocks in full width. Indices of blocks. */
export interface Composition {
  /** Blocks that have no room. */
  readonly out: readonly number[];
  /** First of the left column, first of the right one, and the one after its last. */
  readonly columns?: readonly [number, number, number];
  /** Share of their height at which drawings stand: in full width, and in each column. */
  readonly scales: readonly [number, number, number];
}

export interface ComposeLimits {
  /** Height of the page, in pixels of CSS. */
  readonly height: number;
  /** Whether anything may be left out, or figures only whose values stand elsewhere. */
  readonly strict: boolean;
}

/** Drawings in full width may shrink to this share, and narrow ones, whose letters are small as they are. */
const smallest = {full: 0.7, half: 0.68};
/** What tells where to find what is left out. */
const lineForOut = 26;

interface Candidate {
  readonly scales: Composition["scales"];
  readonly cost: number;
  readonly columns?: Composition["columns"];
}

/**
 * Composes one page of a chapter. What has no room goes from the last: figures, or whatever it is where that is allowed.
 * @returns nothing when no page holds what may not be left out
 */
export function composePage(
  blocks: readonly Block[],
  {height, strict}: ComposeLimits
): Composition | undefined {
  const out = new Set<number>();
  const goes = outOrder(blocks, strict);
  for (let next = 0; ; next++) {
    const kept = keptOf(blocks, out);
    const best = bestOf(kept, blocks, out.size > 0 && !strict ? height - lineForOut : height);
    if (best)
      return {
        out: blocks.flatMap((_, at) => (kept.includes(at) ? [] : [at])),
        ...(best.columns && {columns: best.columns}),
        scales: best.scales
      };
    const gone = goes[next];
    if (gone === undefined) return undefined;
    out.add(gone);
  }
}

function outOrder(blocks: readonly Block[], strict: boolean): number[] {
  const from = blocks.map((_, at) => at).reverse();
  if (!strict) return from.filter((at) => blocks[at]?.kind === "figure" && blocks[at]?.hasValues);
  const turned = from.filter((at) => blocks[at]?.kind === "turned");
  return [...new Set([...turned, ...from.slice(0, -1)])];
}

/** Blocks that stay; a heading goes with the last of what it heads. */
function keptOf(blocks: readonly Block[], out: ReadonlySet<number>): number[] {
  return blocks.flatMap((block, at) => {
    if (out.has(at)) return [];
    if (block.kind !== "heading") return [at];
    let end = at + 1;
    while (end < blocks.length && blocks[end]?.kind !== "heading") end++;
    const isBare = end > at + 1 && blocks.slice(at + 1, end).every((_, below) => out.has(at + 1 + below));
    return isBare ? [] : [at];
  });
}

/** The best page of these blocks: every way to set some in columns, and all in full width. */
function bestOf(kept: readonly number[], blocks: readonly Block[], height: number): Candidate | undefined {
  if (kept.some((at) => blocks[at]?.kind === "turned")) return undefined;
  const units = unitsOf(kept.map((at) => blocks[at]!));
  const place = (unit: number) => kept[units[unit]?.from ?? kept.length] ?? blocks.length;
  const first = units.findIndex(({kind}) => kind !== "text");
  let best = candidateOf(units, [0, 0, 0], height);
  for (let from = Math.max(1, first); first >= 0 && from < units.length - 1; from++)
    for (let to = from + 2; to <= units.length; to++) {
      if (units.slice(from, to).some(({half}) => !half)) break;
      for (let middle = from + 1; middle < to; middle++) {
        const found = candidateOf(units, [from, middle, to], height);
        if (found && (!best || found.cost < best.cost))
          best = {...found, columns: [place(from), place(middle), place(to)]};
      }
    }
  return best;
}

function candidateOf(
  units: readonly Unit[],
  [from, middle, to]: readonly [number, number, number],
  height: number
): Candidate | undefined {
  const above = stack(units.slice(0, from), "full");
  const below = stack(units.slice(to), "full");
  const columns = [stack(units.slice(from, middle), "half"), stack(units.slice(middle, to), "half")];
  const isColumns = to > from;
  const around = (scale: number) => [above, below].reduce((sum, one) => sum + heightAt(one, scale), 0);
  const least = isColumns ? smallest.half : smallest.full;
  const scale = greatest(
    least,
    (one) => around(one) + Math.max(...columns.map((column) => heightAt(column, one))) <= height
  );
  if (scale === undefined) return undefined;
  const [left, right] = columns.map(
    (column) => greatest(scale, (one) => around(scale) + heightAt(column, one) <= height) ?? scale
  ) as [number, number];
  const heights = [heightAt(columns[0]!, left), heightAt(columns[1]!, right)] as const;
  const uneven = isColumns ? Math.abs(heights[0] - heights[1]) / height : 0;
  const shrunk = isColumns ? (6 * ((1 - left) ** 2 + (1 - right) ** 2)) / 2 : 6 * (1 - scale) ** 2;
  return {scales: [scale, left, right], cost: shrunk + 0.6 * uneven + (isColumns ? 0.06 : 0)};
}

function heightAt({gap, height, drawing}: Extent, scale: number): number {
  return gap + height - drawing * (1 - scale);
}

/** The greatest scale, from `least` to 1, at which it fits; found by halving, since what fits also fits smaller. */
function greatest(least: number, fits: (scale: number) => boolean): number | undefined {
  if (!fits(least)) return undefined;
  if (fits(1)) return 1;
  let [low, high] = [least, 1];
  for (let step = 0; step < 20; step++) {
    const half = (low + high) / 2;
    if (fits(half)) low = half;
    else high = half;
  }
  return low;
}

function stack(units: readonly Unit[], width: "full" | "half"): Extent {
  const extents = units.map((unit) => unit[width] ?? unit.full);
  return {
    height: extents.reduce((sum, {height, gap}, at) => sum + height + (at > 0 ? gap : 0), 0),
    gap: extents[0]?.gap ?? 0,
    drawing: extents.reduce((sum, {drawing}) => sum + drawing, 0)
  };
}

import type {Extent, Unit} from "./block.ts";

/** Grain: one page of a chapter. */
export interface PlannedPage {
  /** Rows from top to bottom: one unit, or two side by side. Indices of units. */
  readonly rows: readonly (readonly [number] | readonly [number, number])[];
  /** Share of their height at which its drawings stand. */
  readonly scale: number;
  /** Whether its tables and figures are set closer. */
  readonly tight: boolean;
  /** Share of the page that is filled. */
  readonly fill: number;
}

export interface PageLimits {
  /** Height of a page, in pixels of CSS. */
  readonly height: number;
  /** What two figures side by side cost, where a page costs 1. */
  readonly pairCost: number;
}

/** Drawings may shrink to this share; below, their letters are hard to read. */
const smallest = 0.7;
/** Narrow ones have small letters as they are. */
const smallestBeside = 0.85;
/** What it costs to set a page closer, where a page costs 1. */
const tightCost = 0.05;
/** What it costs to turn the page before what is set apart, since it speaks of what stands above it. */
const partedCost = 0.3;
/** A table that goes on repeats its head. */
const repeatedHead = 24;
/** The least that may stand at the foot of a page of what goes on overleaf. */
const leastShown = 70;

interface Plan {
  readonly cost: number;
  readonly pages: readonly PlannedPage[];
}

interface Row {
  readonly members: PlannedPage["rows"][number];
  readonly extent: Extent;
  readonly tight: Extent;
}

/**
 * Divides the units of a chapter into pages, so that there are few of them and none is half empty: drawings shrink a
 * little, and figures stand side by side where that helps. The best of all divisions, by dynamic programming.
 */
export function planPages(units: readonly Unit[], limits: PageLimits): readonly PlannedPage[] {
  const known = new Map<string, Plan>();
  /** @param used height of the first unit that stands on pages before */
  const best = (first: number, used: number): Plan => {
    if (first >= units.length) return {cost: 0, pages: []};
    const key = `${first} ${Math.round(used / 8)}`;
    const before = known.get(key);
    if (before) return before;
    let found: Plan | undefined;
    for (const {page, cost, next, rest} of firstPages(units, first, used, limits)) {
      const after = best(next, rest);
      const isLast = next >= units.length;
      const parted = !isLast && rest === 0 && units[next]?.kind === "box" ? partedCost : 0;
      const total = cost + parted + emptyCost(page.fill, isLast) + 1 + after.cost;
      if (!found || total < found.cost) found = {cost: total, pages: [page, ...after.pages]};
    }
    if (!found) throw new Error("no page can be planned");
    known.set(key, found);
    return found;
  };
  return best(0, 0).pages;
}

/** An empty half is worst inside a chapter; where a chapter ends it is only a pity. */
function emptyCost(fill: number, isLast: boolean): number {
  const half = Math.max(0, 0.55 - fill);
  return isLast ? half * 2.5 : (1 - fill) ** 2 + half * 6;
}

interface FirstPage {
  readonly page: PlannedPage;
  readonly cost: number;
  /** The unit that the page after it begins with, and how much of that is on pages before. */
  readonly next: number;
  readonly rest: number;
}

/** Every page that can begin with a unit, or with what is left of it. */
function firstPages(units: readonly Unit[], first: number, used: number, limits: PageLimits): FirstPage[] {
  const pages: FirstPage[] = [];
  const grow = (rows: readonly Row[]): void => {
    const next = (rows.at(-1)?.members.at(-1) ?? first - 1) + 1;
    if (rows.length > 0) {
      const page = pageOf(rows, units, used, limits);
      if (page) pages.push({...page, next: page.rest > 0 ? next - 1 : next});
      if (!page || page.rest > 0) return;
    }
    for (const row of nextRows(units, next))
      if (used === 0 || rows.length > 0 || row.members.length === 1) grow([...rows, row]);
  };
  grow([]);
  return pages;
}

function nextRows(units: readonly Unit[], at: number): Row[] {
  const [left, right] = [units[at], units[at + 1]];
  const rows: Row[] = left ? [{members: [at], extent: left.full, tight: left.tight}] : [];
  const kinds = [left?.kind, right?.kind];
  if (left?.half && right?.half && !kinds.includes("text")) {
    const extent = beside(left.half, right.half);
    rows.push({members: [at, at + 1], extent, tight: extent});
  }
  return rows;
}

/** A page of these rows; nothing when they don't fit and the last of them can't go on overleaf. */
function pageOf(
  rows: readonly Row[],
  units: readonly Unit[],
  used: number,
  {height: room, pairCost}: PageLimits
): Omit<FirstPage, "next"> | undefined {
  const members = rows.map((row) => row.members);
  const cost = members.reduce(
    (sum, row) => sum + (row.length === 2 ? pairCost + unevenness(row, units) : 0),
    0
  );
  const least = members.some((row) => row.length === 2) ? smallestBeside : smallest;
  for (const tight of [false, true]) {
    const {height, drawing} = total(rows, used, tight);
    if (height - drawing * (1 - least) > room) continue;
    const scale = height <= room ? 1 : 1 - (height - room) / drawing;
    const squeezed = 6 * (1 - scale) ** 2 + (tight ? tightCost : 0);
    return {page: {rows: members, scale, tight, fill: height / room}, cost: cost + squeezed, rest: 0};
  }
  const {height} = total(rows, used, false);
  const last = rows.at(-1)!;
  const unit = units[last.members[0]];
  if (last.members.length === 2 || !(unit?.splits || rows.length === 1)) return undefined;
  const before = rows.length === 1 ? used : 0;
  const shown = last.extent.height - before - (height - room);
  if (shown < leastShown) return undefined;
  return {page: {rows: members, scale: 1, tight: false, fill: 1}, cost, rest: before + shown - repeatedHead};
}

/** Two blocks of very different height side by side leave a hole. */
function unevenness(row: PlannedPage["rows"][number], units: readonly Unit[]): number {
  const heights = row.map((at) => units[at]?.half?.height ?? 0);
  return Math.max(0, 0.7 - Math.min(...heights) / Math.max(...heights)) * 1.5;
}

function beside(left: Extent, right: Extent): Extent {
  const higher = left.height >= right.height ? left : right;
  return {...higher, gap: Math.max(left.gap, right.gap)};
}

function total(rows: readonly Row[], used: number, isTight: boolean): {height: number; drawing: number} {
  return rows
    .map(({extent, tight}) => (isTight ? tight : extent))
    .reduce(
      (sum, extent, at) => ({
        height: sum.height + extent.height + (at > 0 ? extent.gap : 0),
        drawing: sum.drawing + extent.drawing
      }),
      {height: -used, drawing: 0}
    );
}

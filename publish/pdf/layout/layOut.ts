import type {Page} from "puppeteer";
import type {Block, Unit} from "./block.ts";
import {unitsOf} from "./block.ts";
import type {Composition} from "./composePage.ts";
import type {ChapterLayout} from "./applyLayouts.ts";
import {applyLayouts} from "./applyLayouts.ts";
import {composePage} from "./composePage.ts";
import type {PrintArea} from "./measureChapters.ts";
import {measureChapters} from "./measureChapters.ts";
import type {PageLimits} from "./planPages.ts";
import {planPages} from "./planPages.ts";

/** Pixels of CSS to a millimetre. */
const perMillimetre = 96 / 25.4;
/** Kept free on every page, since print breaks lines a little differently than the screen. */
const slack = 0.985;

/** How often what can be spared of a chapter is, before anything is left out: see `.spare-1` in print.css. */
const sparings = [0, 1, 2] as const;

/**
 * Divides every chapter marked `planned` into pages: drawings, pairs and page breaks are set in the document. Of a
 * chapter marked `one-page`, figures that have no room on one page are taken out, and a line says where their values
 * stand; of one marked `strict`, what is marked as `spared` goes first, then whatever has no room.
 * @returns headings and figures that were taken out without such a line
 */
export async function layOut(page: Page, area: PrintArea): Promise<string[]> {
  const kinds = await page.$$eval(".chapter.planned", (all) => all.map(({classList}) => [...classList]));
  let layouts: ChapterLayout[] = [];
  for (const sparing of sparings) {
    const chapters = await measureChapters(page, area, sparing);
    const isShort = ({out}: ChapterLayout, at: number) => kinds[at]?.includes("strict") && out.length > 0;
    layouts = chapters.map((blocks, at) => {
      const before = layouts[at];
      return before && !isShort(before, at)
        ? before
        : {...chapterLayout(blocks, kinds[at] ?? [], area), sparing};
    });
    if (!layouts.some(isShort)) break;
  }
  return applyLayouts(page, layouts);
}

function chapterLayout(blocks: readonly Block[], kinds: readonly string[], area: PrintArea): ChapterLayout {
  const pixels = (millimetres: number) => millimetres * perMillimetre * slack;
  const page = kinds.includes("one-page")
    ? composePage(blocks, {height: pixels(area.onePage), strict: kinds.includes("strict")})
    : undefined;
  return page ? layoutOfOne(page, blocks) : layoutOf(blocks, {height: pixels(area.height), pairCost: 0.22});
}

function layoutOfOne({out, columns, scales}: Composition, blocks: readonly Block[]): ChapterLayout {
  const [from, middle, to] = columns ?? [0, 0, 0];
  const scaleOf = (at: number) => scales[at >= from && at < middle ? 1 : at >= middle && at < to ? 2 : 0];
  return {
    sparing: 0,
    out,
    starts: [],
    pairs: columns ? [columns] : [],
    tight: [],
    scales: blocks.map((_, at) => [at, scaleOf(at)])
  };
}

function layoutOf(blocks: readonly Block[], limits: PageLimits): ChapterLayout {
  const starts: number[] = [];
  const pairs: [number, number, number][] = [];
  const tight: number[] = [];
  const scales: [number, number][] = [];
  for (const {from, run} of runsBetween(blocks)) {
    const units = unitsOf(run, from);
    let last = -1;
    let flows = false;
    planPages(units, limits).forEach(({rows, scale, ...page}) => {
      const first = rows[0]?.[0] ?? 0;
      // What goes on from the page before needs no break; where it ends is known roughly, so that no break is set after.
      if (first === last) flows = true;
      if (last >= 0 && !flows) starts.push(units[first]!.from);
      last = rows.at(-1)?.at(-1) ?? last;
      for (const row of rows) {
        const members = row.map((at) => units[at]!);
        const [left, right] = members;
        if (left && right) pairs.push([pairStart(blocks, left, right), right.from, right.to]);
        const blocksOf = members.flatMap(({from, to}) =>
          Array.from({length: to - from}, (_, at) => from + at)
        );
        if (scale < 1) scales.push(...blocksOf.map((at): [number, number] => [at, scale]));
        if (page.tight) tight.push(...blocksOf);
      }
    });
  }
  return {sparing: 0, out: [], starts, pairs, tight, scales};
}

/** A heading that only the first of two has stands above both. */
function pairStart(blocks: readonly Block[], left: Unit, right: Unit): number {
  if (blocks[right.from]?.kind === "heading") return left.from;
  let at = left.from;
  while (blocks[at]?.kind === "heading") at++;
  return at;
}

/** Blocks between those that turn the page. */
function runsBetween(blocks: readonly Block[]): {from: number; run: Block[]}[] {
  const runs: {from: number; run: Block[]}[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === "turned") return;
    const last = runs.at(-1);
    if (last && last.from + last.run.length === at) last.run.push(block);
    else runs.push({from: at, run: [block]});
  });
  return runs;
}

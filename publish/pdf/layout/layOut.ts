import type {Page} from "puppeteer";
import type {Block, Unit} from "./block.ts";
import {unitsOf} from "./block.ts";
import type {PrintArea} from "./measureChapters.ts";
import {measureChapters} from "./measureChapters.ts";
import type {PageLimits} from "./planPages.ts";
import {planPages} from "./planPages.ts";

/** What is done to the blocks of a chapter before it is printed. */
interface ChapterLayout {
  /** Those after are taken out. */
  readonly blocks: number;
  /** Blocks that begin a page. */
  readonly starts: readonly number[];
  /** Runs of blocks that stand side by side: from, middle, to. */
  readonly pairs: readonly (readonly [number, number, number])[];
  /** Share of their height at which drawings of a block stand, where it is not 1. */
  readonly scales: readonly (readonly [number, number])[];
}

/** Pixels of CSS to a millimetre. */
const perMillimetre = 96 / 25.4;
/** Kept free on every page, since print breaks lines a little differently than the screen. */
const slack = 0.985;

/**
 * Divides every chapter marked `planned` into pages: drawings, pairs and page breaks are set in the document. Of a
 * chapter marked `one-page`, what has no room on one page is taken out.
 * @returns headings and figures that were taken out
 */
export async function layOut(page: Page, area: PrintArea): Promise<string[]> {
  const chapters = await measureChapters(page, area);
  const classes = await page.$$eval(".chapter.planned", (all) => all.map(({className}) => className));
  const height = area.height * perMillimetre * slack;
  const layouts = chapters.map((blocks, at) => {
    const [compact, onePage] = ["compact", "one-page"].map((name) => classes[at]?.split(" ").includes(name));
    const limits = {height, pairCost: compact ? 0.02 : 0.22};
    return layoutOf(onePage ? onOnePage(blocks, limits) : blocks, limits);
  });
  return apply(page, layouts);
}

/** As many blocks from the first as one page holds. */
function onOnePage(blocks: readonly Block[], limits: PageLimits): readonly Block[] {
  for (let count = blocks.length; count > 1; count--) {
    const units = unitsOf(blocks.slice(0, count));
    const isWhole =
      blocks.slice(0, count).every(({kind}) => kind !== "turned") && blocks[count - 1]?.kind !== "heading";
    if (isWhole && planPages(units, limits).length === 1) return blocks.slice(0, count);
  }
  return blocks.slice(0, 1);
}

function layoutOf(blocks: readonly Block[], limits: PageLimits): ChapterLayout {
  const starts: number[] = [];
  const pairs: [number, number, number][] = [];
  const scales: [number, number][] = [];
  for (const {from, run} of runsBetween(blocks)) {
    const units = unitsOf(run, from);
    let last = -1;
    let flows = false;
    planPages(units, limits).forEach(({rows, scale}) => {
      const first = rows[0]?.[0] ?? 0;
      // What goes on from the page before needs no break; where it ends is known roughly, so that no break is set after.
      if (first === last) flows = true;
      if (last >= 0 && !flows) starts.push(units[first]!.from);
      last = rows.at(-1)?.at(-1) ?? last;
      for (const row of rows) {
        const members = row.map((at) => units[at]!);
        const [left, right] = members;
        if (left && right) pairs.push([pairStart(blocks, left, right), right.from, right.to]);
        if (scale < 1)
          for (const {from, to} of members) for (let at = from; at < to; at++) scales.push([at, scale]);
      }
    });
  }
  return {blocks: blocks.length, starts, pairs, scales};
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

async function apply(page: Page, layouts: readonly ChapterLayout[]): Promise<string[]> {
  return page.$$eval(
    ".chapter.planned",
    (chapters, layouts) =>
      chapters.flatMap((chapter, at) => {
        const {blocks: kept, starts, pairs, scales} = layouts[at]!;
        const blocks = [...chapter.children] as HTMLElement[];
        const out = blocks.slice(kept);
        for (const block of out) block.remove();
        const gone = out.flatMap((block) => [block, ...block.querySelectorAll("[id]")].map(({id}) => id));
        for (const id of gone.filter((each) => each !== "")) {
          for (const link of document.querySelectorAll(`a[href="#${CSS.escape(id)}"]`)) {
            link.querySelector(".page-reference")?.remove();
            link.replaceWith(...link.childNodes);
          }
        }
        for (const [block, scale] of scales) blocks[block]?.style.setProperty("--drawn", scale.toFixed(3));
        for (const [from, middle, to] of pairs) {
          const pair = document.createElement("div");
          pair.className = "pair";
          blocks[from]?.before(pair);
          for (const [start, end] of [
            [from, middle],
            [middle, to]
          ] as const) {
            const half = document.createElement("div");
            half.className = "half";
            half.append(...blocks.slice(start, end));
            pair.append(half);
          }
        }
        for (const block of starts) {
          const first = blocks[block]?.closest(".pair") ?? blocks[block];
          first?.classList.add("page-start");
        }
        return out.flatMap((block) => {
          const title =
            block.querySelector(".figure-title, h2, h3") ?? (/^H/.test(block.tagName) ? block : undefined);
          return title?.textContent?.trim() ?? [];
        });
      }),
    layouts
  );
}

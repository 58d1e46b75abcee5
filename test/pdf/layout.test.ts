import {describe, expect, it} from "vitest";
import type {Block, Unit} from "../../publish/pdf/layout/block.ts";
import {unitsOf} from "../../publish/pdf/layout/block.ts";
import {composePage} from "../../publish/pdf/layout/composePage.ts";
import {halfEmptyPages} from "../../publish/pdf/layout/halfEmptyPages.ts";
import {planPages} from "../../publish/pdf/layout/planPages.ts";
import {seeded} from "../seeded.ts";

const block = (kind: Block["kind"], height: number, more: Partial<Block> = {}): Block => ({
  kind,
  full: {height, gap: 10, drawing: kind === "figure" ? height * 0.7 : 0},
  splits: false,
  ...more
});
const limits = {height: 900, pairCost: 0.2};
const plan = (blocks: readonly Block[]) => planPages(unitsOf(blocks), limits);
const unitsOn = (blocks: readonly Block[]) => plan(blocks).map(({rows}) => rows.flat());

describe("units", () => {
  it("keep a heading with what it heads, and the line between it and a figure with both", () => {
    const units = unitsOf([
      block("heading", 40),
      block("text", 20),
      block("figure", 300),
      block("text", 50),
      block("heading", 40),
      block("heading", 30),
      block("text", 50)
    ]);
    expect(units.map(({from, to}) => [from, to])).toEqual([
      [0, 3],
      [3, 4],
      [4, 7]
    ]);
    expect(units[0]?.full).toEqual({height: 380, gap: 10, drawing: 210});
  });
});

describe("a plan of pages", () => {
  it("shrinks drawings a little rather than leave a page for one of them", () => {
    const [page, ...more] = plan([block("figure", 480), block("figure", 480)]);
    expect(more).toEqual([]);
    expect(page?.scale).toBeCloseTo(1 - (970 - 900) / (0.7 * 960), 6);
  });

  it("does not shrink them until they can't be read", () => {
    expect(plan([block("figure", 600), block("figure", 600)]).map(({scale}) => scale)).toEqual([1, 1]);
  });

  it("divides evenly rather than fill one page and leave the next empty", () => {
    const four = Array.from({length: 4}, () => block("box", 285));
    expect(unitsOn(four)).toEqual([
      [0, 1],
      [2, 3]
    ]);
  });

  it("puts figures side by side where that saves a page, and never text beside text", () => {
    const half = {half: {height: 300, gap: 10, drawing: 200}};
    const figures = Array.from({length: 4}, () => block("figure", 400, half));
    const rows = plan([...figures, block("text", 50, half), block("text", 50, half)]).flatMap(
      (page) => page.rows
    );
    expect(rows.some((row) => row.length === 2)).toBe(true);
    for (const row of rows) if (row.length === 2) expect(Math.max(...row)).toBeLessThan(4);
  });

  it("sets tables closer where that saves a page, and only there", () => {
    const table = block("box", 480, {tight: {height: 430, gap: 8, drawing: 0}});
    expect(plan([table, table]).map(({rows, tight}) => [rows.flat(), tight])).toEqual([[[0, 1], true]]);
    expect(plan([table, block("box", 300)]).map(({tight}) => tight)).toEqual([false]);
  });

  it("does not turn the page before what is set apart, since it speaks of what stands above it", () => {
    const paragraph = (height: number) => block("text", height);
    expect(unitsOn([400, 250, 215].map(paragraph).concat(block("box", 60), paragraph(500)))).toEqual([
      [0, 1],
      [2, 3, 4]
    ]);
  });

  it("lets a page end in what may be split, and goes on with it", () => {
    const pages = unitsOn([block("figure", 400), block("text", 1500, {splits: true}), block("figure", 300)]);
    expect(pages).toEqual([[0, 1], [1], [1, 2]].slice(0, pages.length));
    expect(pages.length).toBe(3);
  });

  it("goes on with what is taller than a page though it may not be split", () => {
    expect(unitsOn([block("box", 2000), block("text", 40)])).toEqual([[0], [0], [0, 1]]);
  });

  it("keeps every unit once and in order, and fits every page, whatever comes", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed).next;
      const blocks = Array.from({length: 1 + Math.floor(random() * 12)}, () =>
        block(random() < 0.6 ? "figure" : "box", 40 + random() * 700, {
          ...(random() < 0.5 && {half: {height: 200 + random() * 300, gap: 10, drawing: 100}})
        })
      );
      const units: Unit[] = unitsOf(blocks);
      const pages = planPages(units, limits);
      expect(pages.flatMap(({rows}) => rows.flat())).toEqual(units.map((_, at) => at));
      for (const {rows, scale} of pages)
        expect(heightOf(rows, units, scale)).toBeLessThanOrEqual(limits.height + 1e-6);
    }
  });
});

describe("one page", () => {
  const half = (height: number) => ({half: {height, gap: 10, drawing: height * 0.7}});
  const figure = (full: number, narrow: number) => block("figure", full, {...half(narrow), hasValues: true});

  it("is composed of columns where full width has no room", () => {
    const blocks = [block("text", 80), ...[1, 2, 3, 4].map(() => figure(600, 380))];
    const page = composePage(blocks, {height: 900, strict: false});
    expect([page?.out, page?.columns]).toEqual([[], [1, 3, 5]]);
    expect(composePage(blocks.slice(0, 2), {height: 900, strict: false})?.columns).toBeUndefined();
  });

  it("leaves out figures from the last, with headings that head nothing else, and never text", () => {
    const blocks = [
      block("text", 100),
      figure(500, 450),
      figure(500, 450),
      block("heading", 30),
      figure(500, 450),
      block("heading", 30),
      figure(500, 450),
      block("heading", 30),
      block("text", 200)
    ];
    expect(composePage(blocks, {height: 900, strict: false})?.out).toEqual([3, 4, 5, 6]);
    expect(composePage(blocks, {height: 1200, strict: false})?.out).toEqual([5, 6]);
    expect(composePage([block("text", 950)], {height: 900, strict: false})).toBeUndefined();
    expect(
      composePage([block("text", 100), block("figure", 1500)], {height: 900, strict: false})
    ).toBeUndefined();
  });

  it("leaves out whatever is last where it is strict", () => {
    const blocks = [block("text", 500), block("text", 300), block("text", 300)];
    expect(composePage(blocks, {height: 900, strict: true})?.out).toEqual([2]);
  });

  it("fits the page, keeps each column's drawings as large as they fit, and every block once, whatever comes", () => {
    let columns = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed).next;
      const blocks = [
        block("text", 40 + random() * 100),
        ...Array.from({length: 1 + Math.floor(random() * 7)}, () =>
          figure(200 + random() * 400, 150 + random() * 400)
        ),
        block("text", 20)
      ];
      const page = composePage(blocks, {height: 900, strict: false})!;
      const [from, middle, to] = page.columns ?? [0, 0, 0];
      const kept = blocks.map((_, at) => at).filter((at) => !page.out.includes(at));
      const tall = (members: readonly number[], isHalf: boolean, scale: number) =>
        members.reduce((sum, at) => {
          const {height, gap, drawing} = (isHalf ? blocks[at]!.half : undefined) ?? blocks[at]!.full;
          return sum + gap + height - drawing * (1 - scale);
        }, 0);
      const sides = [
        kept.filter((at) => at >= from && at < middle),
        kept.filter((at) => at >= middle && at < to)
      ];
      const around = tall(
        kept.filter((at) => at < from || at >= to),
        false,
        page.scales[0]
      );
      const heights = sides.map((side, at) => around + tall(side, true, page.scales[at + 1]!));
      for (const [at, height] of heights.entries()) {
        expect(height).toBeLessThanOrEqual(900 + 1e-6);
        if (page.columns && page.scales[at + 1]! < 1 - 1e-6 && page.out.length === 0)
          expect(height).toBeGreaterThan(899);
      }
      if (page.columns) columns++;
      for (const scale of page.scales) expect(scale >= 0.68 && scale <= 1).toBe(true);
    }
    expect(columns).toBeGreaterThan(50);
  });
});

describe("pages more than half empty", () => {
  const page = (reaches: number, isTurned = false) => ({
    width: isTurned ? 842 : 595,
    height: isTurned ? 595 : 842,
    boxes: [[62, reaches, 500, 770] as const]
  });

  it("are counted, each with the reason that it has", () => {
    const low = 500; // More than half of the 717 points within the margins are below.
    const pages = [
      page(low),
      page(100),
      page(low),
      page(100),
      page(low),
      page(low),
      page(300, true),
      page(low)
    ];
    expect(halfEmptyPages(pages, new Set([2, 4]))).toEqual([
      {page: 1, reason: "cover"},
      {page: 3, reason: "chapter ends"},
      {page: 5},
      {page: 6, reason: "turned page before or after"},
      {page: 7, reason: "turned page before or after"},
      {page: 8, reason: "chapter ends"}
    ]);
  });
});

/** Height of a page, added up another way: row by row from the top. */
function heightOf(rows: readonly (readonly number[])[], units: readonly Unit[], scale: number): number {
  let y = 0;
  rows.forEach((row, at) => {
    const extents = row.map((unit) => (row.length === 2 ? units[unit]!.half! : units[unit]!.full));
    const tallest = extents.reduce((one, two) => (two.height > one.height ? two : one));
    if (at > 0) y += Math.max(...extents.map(({gap}) => gap));
    y += tallest.height - tallest.drawing * (1 - scale);
  });
  return y;
}

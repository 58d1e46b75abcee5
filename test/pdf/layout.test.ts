import {describe, expect, it} from "vitest";
import type {Block, Unit} from "../../publish/pdf/layout/block.ts";
import {unitsOf} from "../../publish/pdf/layout/block.ts";
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

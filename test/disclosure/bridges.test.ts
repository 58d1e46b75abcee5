import {expect, it} from "vitest";
import {bridges} from "../../data-loaders/disclosure/bridges.ts";
import {bridgingCells} from "../../data-loaders/disclosure/bridgingCells.ts";
import type {Links} from "../../data-loaders/disclosure/bridges.ts";
import {seeded} from "../seeded.ts";

/** Whether two nodes are joined by the links other than one, by walking. */
function joined({from, to}: Links, a: number, b: number, without: number): boolean {
  const seen = new Set([a]);
  for (const node of seen) {
    for (let link = 0; link < from.length; link++) {
      if (link === without) continue;
      if (from[link] === node) seen.add(to[link]!);
      if (to[link] === node) seen.add(from[link]!);
    }
  }
  return seen.has(b);
}

it("finds the links without which their ends are apart, in 300 random graphs", () => {
  const random = seeded(5);
  let some = 0;
  for (let graph = 0; graph < 300; graph++) {
    const nodes = 2 + random.below(12);
    const count = random.below(20);
    const ends = () => Array.from({length: count}, () => random.below(nodes));
    const links = {nodes, from: ends(), to: ends()};
    const expected = links.from.flatMap((from, at) =>
      from !== links.to[at] && !joined(links, from, links.to[at]!, at) ? [at] : []
    );
    some += expected.length;
    expect(bridges(links)).toEqual(expected);
  }
  expect(some).toBeGreaterThan(200);
});

it("finds the cells of a grid that are such links, of few rows and of many, in 200 random grids", () => {
  const random = seeded(6);
  let some = 0;
  for (let grid = 0; grid < 200; grid++) {
    const [rows, columns] = [random.pick([1, 3, 6, 29, 30, 31, 40]), 1 + random.below(25)];
    const dense = random.pick([0.03, 0.1, 0.5]);
    const flags = (count: number, share: number) =>
      Uint8Array.from({length: count}, () => (random.chance(share) ? 1 : 0));
    const [hidden, isOpen] = [flags(rows * columns, dense), flags(rows + columns, 0.1)];
    const cells = [...hidden.keys()].filter((cell) => hidden[cell] === 1);
    const open = [...isOpen.keys()].filter((node) => isOpen[node] === 1);
    const links = {
      nodes: rows + columns + 1,
      from: [...cells.map((cell) => Math.floor(cell / columns)), ...open],
      to: [...cells.map((cell) => rows + (cell % columns)), ...open.map(() => rows + columns)]
    };
    const expected = cells.filter((_, at) => !joined(links, links.from[at]!, links.to[at]!, at));
    some += expected.length;
    expect(
      bridgingCells({hidden, cells: Uint32Array.from(cells), rows, columns, isOpen}),
      `${rows} × ${columns}`
    ).toEqual(expected);
  }
  expect(some).toBeGreaterThan(500);
});

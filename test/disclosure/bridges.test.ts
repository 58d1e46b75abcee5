import {expect, it} from "vitest";
import {bridges} from "../../data-loaders/disclosure/bridges.ts";
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

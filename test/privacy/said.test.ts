import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {UserError} from "../../data-loaders/config/problem.ts";
import {renderProblems} from "../../data-loaders/config/renderProblems.ts";
import {makePublication} from "../../publish/makePublication.ts";
import type {Progress} from "../../publish/progress.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {FILES} from "../baskets/shop.ts";
import {planWorld} from "../publish/plan/planWorld.ts";
import {attacksOf} from "./attacks.ts";
import {canariesIn} from "./canaries.ts";
import {writeSpiedShop} from "./spiedShop.ts";

closePools();
const {attack} = attacksOf(
  "privacy of messages",
  "rows of customers and orders are spoilt cell by cell, and what is said of them is searched for ids"
);

/** Ways to spoil a cell of one row, and the row itself. */
const CELLS: Readonly<Record<string, (cell: string) => string>> = {
  "a letter behind": (cell) => `${cell}x`,
  "a sign before": (cell) => `-${cell}`,
  "nothing at all": () => "",
  "a fraction": (cell) => `${cell}.5`,
  "many digits": (cell) => `${cell}${cell}${cell}`,
  "an open quote": (cell) => `"${cell}`,
  "a cell more": (cell) => `${cell},${cell}`
};
const ROWS: Readonly<Record<string, (row: string) => string>> = {
  twice: (row) => `${row}\n${row}`,
  "cut short": (row) => row.slice(0, row.lastIndexOf(",")),
  "in capitals and twice": (row) => `${row.toUpperCase()}\n${row}x`
};

/** Everything that is said while a report is made of a shop with one spoilt file. */
async function saidOf(file: string, spoil: (lines: string[]) => void, stop: string): Promise<string[]> {
  const world = planWorld(10);
  writeSpiedShop(world.folders.data);
  const path = join(world.folders.data, file);
  const lines = readFileSync(path, "utf8").split("\n");
  spoil(lines);
  writeFileSync(path, lines.join("\n"));
  const sources = join(world.folders.config, "sources.yaml");
  writeFileSync(sources, readFileSync(sources, "utf8").replaceAll("stop_above: 100%", `stop_above: ${stop}`));
  const said: string[] = [];
  const listening: Progress = {
    at: (step) => void said.push(step),
    done: (step, detail = "") => void said.push(`${step} ${detail}`),
    line: (text) => void said.push(text)
  };
  try {
    const {publication, segmented} = await makePublication(world.folders, poolOf(2), listening);
    said.push(JSON.stringify(publication), JSON.stringify(segmented.baskets.words.flow));
  } catch (error) {
    if (error instanceof UserError) said.push(renderProblems(error.problems, () => undefined));
    said.push(`${error}`, `${(error as Error).stack}`);
  }
  return said;
}

describe("what is said of spoilt rows", () => {
  const canaries = writeSpiedShop(planWorld(10).folders.data);
  for (const table of ["orders", "items", "customers"] as const)
    for (const stop of ["0%", "100%"])
      attack(`names nobody and no order of ${FILES[table]}, where ${stop} may fail`, 4 * 60_000, async () => {
        const rows = readFileSync(join(spied, FILES[table]), "utf8").split("\n");
        const head = rows[0]!.split(",");
        const leaks: string[] = [];
        const ids = rows
          .slice(5, 10)
          .flatMap((row) => row.split(",").filter((cell) => /^\d{6,}$/.test(cell)));
        expect(ids.length).toBeGreaterThan(0);
        const look = async (what: string, spoil: (lines: string[]) => void): Promise<void> => {
          for (const text of await saidOf(FILES[table], spoil, stop)) {
            for (const canary of canariesIn(text, canaries)) leaks.push(`${what}: ${canary}`);
            if (text.startsWith("{")) continue; // figures, in which digits meet by chance
            for (const id of ids) if (text.includes(id)) leaks.push(`${what}: ${id} within ${text}`);
          }
        };
        for (const [what, change] of Object.entries(ROWS))
          await look(what, (lines) => {
            lines[5] = change(lines[5]!);
          });
        for (const [at, column] of head.entries())
          for (const [what, change] of Object.entries(CELLS).slice(0, process.env.CARTOGRAPH_FULL ? 7 : 2))
            await look(`${what} in ${column}`, (lines) => {
              for (const line of [7, 9])
                lines[line] = lines[line]!.split(",")
                  .map((cell, place) => (place === at ? change(cell) : cell))
                  .join(",");
            });
        expect([...new Set(leaks)]).toEqual([]);
      });
  const spied = planWorld(10).folders.data;
  writeSpiedShop(spied);

  it("finds an id that is said", () => {
    const [id] = canaries.numbers;
    expect(canariesIn(`orders.csv:7: customer ${id} is unknown`, canaries)).toEqual([id]);
  });
});

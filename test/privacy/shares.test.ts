import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect} from "vitest";
import {makePublication} from "../../publish/makePublication.ts";
import {writeSample} from "../../sample/writeSample.ts";
import type {PublishedNumber} from "../../src/pages/publication.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {silent} from "../publish/plan/planWorld.ts";
import {tempFolder} from "../tempFolder.ts";
import {attacksOf} from "./attacks.ts";

closePools();
const AT_LEAST = 10;
const {attack} = attacksOf(
  "privacy of shares",
  "what is left of 100 % is taken for the one value that is not shown"
);

/** All numbers of the shipped report, by another threshold. */
async function numbersAt(data: string, atLeast: number): Promise<readonly PublishedNumber[]> {
  const root = process.cwd();
  const config = tempFolder();
  cpSync("config", config, {recursive: true});
  const path = join(config, "report.yaml");
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(/customers_at_least: \d+/, `customers_at_least: ${atLeast}`)
  );
  const folders = {
    root,
    data,
    config,
    pages: join(root, "src/pages/content"),
    cache: tempFolder(),
    dist: tempFolder()
  };
  return (await makePublication(folders, poolOf(2), silent)).publication.numbers;
}

/** Numbers that add up along one of their labels, for every label. */
function lines(numbers: readonly PublishedNumber[]): ReadonlyMap<string, readonly PublishedNumber[]> {
  const found = new Map<string, PublishedNumber[]>();
  for (const one of numbers.filter(({unit}) => unit === "share"))
    for (const at of one.labels.keys()) {
      const line = JSON.stringify([
        one.figure,
        one.measure,
        at,
        one.labels.filter((_, other) => other !== at)
      ]);
      found.set(line, [...(found.get(line) ?? []), one]);
    }
  return found;
}

const sum = (numbers: readonly PublishedNumber[]): number => numbers.reduce((all, {value}) => all + value, 0);

describe.skipIf(!process.env.CARTOGRAPH_FULL)("the shipped report of the bundled sample", () => {
  attack("leaves no single small value as the rest of 100 %", 5 * 60_000, async () => {
    const data = tempFolder();
    await writeSample({customers: 2000, seed: 1, out: data});
    const [shown, all] = [await numbersAt(data, AT_LEAST), await numbersAt(data, 1)];
    const told = new Set(shown.map(({id}) => id));
    expect(shown.filter(({n}) => n > 0 && n < AT_LEAST)).toEqual([]);
    let whole = 0;
    const leaks = [...lines(all)].flatMap(([line, numbers]) => {
      if (Math.abs(sum(numbers) - 1) > 1e-9) return [];
      whole++;
      const missing = numbers.filter(({id, n}) => n > 0 && !told.has(id));
      return missing.length === 1 && missing[0]!.n < AT_LEAST ? [`${line} ${missing[0]!.id}`] : [];
    });
    expect(whole).toBeGreaterThan(20);
    expect(leaks).toEqual([]);
  });
});

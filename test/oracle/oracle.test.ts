import {existsSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import {ensureBundledSample} from "../../sample/bundledSample.ts";
import {closePools} from "../baskets/build.ts";
import {compareAggregate} from "./compareAggregate.ts";
import {compareFlow} from "./compareFlow.ts";
import {compareMeasures} from "./compareMeasures.ts";
import {compareSegments} from "./compareSegments.ts";
import {countsSql} from "./counts.ts";
import {damagedSample} from "./damagedSample.ts";
import {fullSample} from "./fullSample.ts";
import {FEW_GROUPINGS, GROUPINGS} from "./groupings.ts";
import {readByBoth} from "./readByBoth.ts";
import type {Asked} from "./readByBoth.ts";
import {Tally} from "./tally.ts";

closePools();

const REAL = "../shared/data/instacart-real";
const DAMAGED = "a damaged sample";
const isFull = process.env.CARTOGRAPH_FULL === "1";

/** Each with the folder of its CSVs, or the reason why there is none. */
const DATA: readonly (readonly [string, () => Promise<string>, string | undefined])[] = [
  ["the bundled sample", () => ensureBundledSample(".cache"), undefined],
  [DAMAGED, damagedSample, undefined],
  ["the real sample", async () => REAL, existsSync(REAL) ? undefined : `${REAL} is not there`],
  ["full scale", fullSample, isFull ? undefined : "only with CARTOGRAPH_FULL=1"]
];

describe.each(DATA)(
  "DuckDB, asked in SQL that was written separately, gives of %s",
  (name, folder, lacking) => {
    const config = readConfig("config");
    const tally = new Tally();
    let asked: Asked;
    beforeAll(async () => {
      if (lacking === undefined) asked = await readByBoth(await folder());
    }, 600_000);
    afterAll(() => {
      const told = tally.numbers > 0 ? tally : "nothing compared";
      console.log(`oracle: ${lacking === undefined ? told : `left out, ${lacking}`} (${name})`);
      asked?.sql.close();
    });

    /** Fails naming the first differences. */
    const agrees = (what: string, compare: () => Promise<void>) =>
      it.skipIf(lacking !== undefined)(
        `the same ${what}`,
        {timeout: isFull ? 3_600_000 : 120_000},
        async () => {
          const before = {...tally, told: tally.first.length};
          await compare();
          expect(tally.first.slice(before.told)).toEqual([]);
          expect(tally.differ).toBe(before.differ);
          expect(tally.numbers).toBeGreaterThan(before.numbers + 20);
        }
      );

    agrees("population flow", () => compareFlow(asked.engine.baskets.words.flow, asked.sql, tally));
    agrees("segment of every customer", () => compareSegments(asked.engine, asked.sql, tally));
    agrees("measures", () => compareMeasures(config.measures.measures, asked, tally));
    agrees("part of every cell", async () => {
      const groupings = name === DAMAGED ? FEW_GROUPINGS : GROUPINGS;
      const found = await asked.aggregates(groupings);
      for (const [at, by] of groupings.entries())
        compareAggregate(found[at]!, by, await asked.sql.answer(countsSql(by)), tally);
    });
  }
);

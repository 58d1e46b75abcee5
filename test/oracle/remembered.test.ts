import {afterAll, expect, it} from "vitest";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import type {Config} from "../../data-loaders/config/readConfig.ts";
import type {Segmentation} from "../../data-loaders/config/segments.ts";
import {ensureBundledSample} from "../../sample/bundledSample.ts";
import {closePools} from "../baskets/build.ts";
import {tempFolder} from "../tempFolder.ts";
import {compareAggregate} from "./compareAggregate.ts";
import {countsSql} from "./counts.ts";
import type {Database} from "./database.ts";
import {GROUPINGS} from "./groupings.ts";
import {aggregatesOf, readByEngine, sqlOf} from "./readByBoth.ts";
import {Tally} from "./tally.ts";

closePools();

let sql: Database | undefined;
afterAll(() => sql?.close());

/** What the changed segmentation is part of, and what it is not. */
const ASKED = GROUPINGS.filter((by) => by.length < 2 || by.includes("loyalty"));

/** Loyal from 31 orders on instead of 41. */
function withOtherLoyalty(config: Config): Config {
  const changed = (segmentation: Segmentation): Segmentation =>
    segmentation.kind === "bins" && segmentation.name === "loyalty"
      ? {
          ...segmentation,
          bins: segmentation.bins.map((bin) => (bin.up_to === 40 ? {...bin, up_to: 30} : bin))
        }
      : segmentation;
  const segmentations = config.segments.segmentations.map(changed);
  return {...config, segments: {...config.segments, segmentations}};
}

it("what is remembered gives the same numbers, also when one segmentation has changed", async () => {
  const folder = await ensureBundledSample(".cache");
  const cache = tempFolder();
  const first = await readByEngine(folder, cache);
  await aggregatesOf(first, ASKED);
  await first.save();
  first.memo.save();
  sql = await sqlOf(folder);
  const tally = new Tally();
  const compare = async (config: Config): Promise<void> => {
    const engine = await readByEngine(folder, cache, config);
    expect(engine.read).toBe(false);
    const found = await aggregatesOf(engine, ASKED);
    for (const [at, by] of ASKED.entries())
      compareAggregate(found[at]!, by, await sql!.answer(countsSql(by)), tally);
  };
  const config = readConfig("config");
  await compare(config);
  expect(tally.first).toEqual([]);
  await sql.run(`UPDATE segment SET loyalty = CASE WHEN orders_placed > 30 THEN 'Loyal'
    WHEN orders_placed > 10 THEN 'Regular' ELSE 'New' END FROM fact WHERE fact.customer_id = segment.customer_id`);
  await compare(withOtherLoyalty(config));
  console.log(`oracle: ${tally} (remembered, and after one changed segmentation)`);
  expect(tally.first).toEqual([]);
}, 120_000);

import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import type {CountTask} from "../../data-loaders/aggregates/countCells.ts";
import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import {segmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {Pace, WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import type {Config} from "../../data-loaders/config/readConfig.ts";
import type {Segmentation} from "../../data-loaders/config/segments.ts";
import {ensureBundledSample} from "../../sample/bundledSample.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {tempFolder} from "../tempFolder.ts";

closePools();

const QUERIES = [
  [],
  ["loyalty"],
  ["hour"],
  ["department", "loyalty"],
  ["loyalty", "hour"],
  ["region", "hour"],
  ["loyalty", "department", "price_range"],
  ["loyalty", "day", "department"],
  ["loyalty", "product"],
  ["product"]
].map((by) => ({by}));

const config = readConfig("config");
const cache = tempFolder();
let data: string;

interface Ran {
  readonly found: readonly RawAggregate[];
  readonly counted: readonly CountTask[];
  readonly facts: number;
  /** Every segmentation carried out, with its codes and cut points. */
  readonly segments: unknown;
}

beforeAll(async () => {
  data = await ensureBundledSample(".cache");
  await run(config, cache);
}, 60_000);

/** Loyalty with another end of its first bin; nothing else. */
function changed(up_to: number): Pick<Config, "sources" | "segments"> {
  const segmentations = config.segments.segmentations.map((each): Segmentation => {
    if (each.name !== "loyalty" || each.kind !== "bins") return each;
    const [first, ...rest] = each.bins;
    return {...each, bins: [{...first!, up_to}, ...rest]};
  });
  return {sources: config.sources, segments: {...config.segments, segmentations}};
}

async function run(
  rules: Pick<Config, "sources" | "segments">,
  folder: string,
  queries = QUERIES,
  prepare = false
): Promise<Ran> {
  const jobs: {name: string; input: unknown}[] = [];
  const pool = poolOf(2);
  const watched = {
    size: pool.size,
    code: pool.code,
    run: (name: string, input: unknown, pace?: Pace) => {
      jobs.push({name, input});
      return pool.run(name, input, pace);
    }
  } as unknown as WorkerPool;
  const segmented = await segmentedBaskets(rules, data, folder, watched, () => undefined);
  const found = await aggregates(queries, segmented.dimensions, segmented.baskets, watched, segmented.memo);
  await segmented.save();
  segmented.memo.save();
  const counted = jobs.filter(({name}) => name === "countCells").map(({input}) => input as CountTask);
  if (prepare) await segmented.memo.prepare();
  segmented.memo.save();
  return {
    found,
    segments: [
      segmented.segmentations.map(({valueGroups: _, ...each}) => each),
      segmented.segments,
      segmented.cuts,
      segmented.unavailable
    ],
    counted,
    facts: jobs.filter(({name}) => name === "customerFacts").length
  };
}

/** Every segmentation in another order of its segments, one at a time, and what is part of a cross. */
const TURNED = config.segments.segmentations
  .filter(({kind, name}) => kind === "rules" || kind === "map" || name === "age_group")
  .map(({name}) => name);

describe("segments of an earlier run", () => {
  const own = tempFolder();
  beforeAll(async () => {
    await run(config, own, []);
  });

  it.each(TURNED)(
    "are not taken for those of another rule for %s, nor for what is made of it",
    async (name) => {
      const segmentations = config.segments.segmentations.map((each) =>
        each.name === name ? {...each, segments: each.segments.toReversed()} : each
      );
      const rules = {sources: config.sources, segments: {...config.segments, segmentations}};
      const warm = await run(rules, own, []);
      expect(warm.facts).toBe(0);
      expect(warm.segments).toEqual((await run(rules, tempFolder(), [])).segments);
      expect(warm.segments).not.toEqual((await run(config, own, [])).segments);
    }
  );

  it("are put together anew where they are damaged", async () => {
    const clean = await run(config, tempFolder(), []);
    const memo = join(own, "memo", readdirSync(join(own, "memo"))[0]!);
    for (const name of readdirSync(memo)) {
      const bytes = readFileSync(join(memo, name));
      bytes[bytes.length - 9]! ^= 4;
      writeFileSync(join(memo, name), bytes);
    }
    expect((await run(config, own, [])).segments).toEqual(clean.segments);
  });
});

describe("what was computed before", () => {
  it("is found again, and nothing is counted", async () => {
    const again = await run(config, cache);
    expect(again.counted).toEqual([]);
    expect(again.facts).toBe(0);
    const clean = await run(config, tempFolder());
    expect(again.found).toEqual(clean.found);
    expect(again.segments).toEqual(clean.segments);
  });

  it("serves a changed segmentation: only what it touches is counted, and all is as in a clean run", async () => {
    const warm = await run(changed(12), cache);
    expect(warm.facts).toBe(0);
    expect(new Set(warm.counted.map(({plans}) => plans.length))).toEqual(new Set([6]));
    expect(warm.found).toEqual((await run(changed(12), tempFolder())).found);
    expect(warm.found).not.toEqual((await run(config, cache)).found);
  });

  it("serves other bins without counting where they were prepared for", async () => {
    const prepared = tempFolder();
    const few = QUERIES.filter(({by}) => !by.includes("product"));
    await run(config, prepared, few, true);
    for (const up_to of [5, 23, 39]) {
      const warm = await run(changed(up_to), prepared, few, true);
      expect(warm.counted).toEqual([]);
      expect(warm.found).toEqual((await run(changed(up_to), tempFolder(), few)).found);
    }
  });

  it("is enough to count by orders and departments without reading an item", async () => {
    const prepared = tempFolder();
    const few = [["profile"], ["profile", "hour"], ["department", "profile"]].map((by) => ({by}));
    const segmentations = config.segments.segmentations.map((each) =>
      each.name === "profile" ? {...each, segments: each.segments.toReversed()} : each
    );
    const rules = {sources: config.sources, segments: {...config.segments, segmentations}};
    await run(config, prepared, few, true);
    const warm = await run(rules, prepared, few);
    expect(warm.counted.map(({baskets}) => baskets.item.length)).toEqual([0, 0]);
    expect(warm.found).toEqual((await run(rules, tempFolder(), few)).found);
    expect(warm.found).not.toEqual((await run(config, prepared, few)).found);
  });

  it("is counted again where it is damaged", async () => {
    const memo = join(cache, "memo", readdirSync(join(cache, "memo"))[0]!);
    for (const name of readdirSync(memo)) {
      const bytes = readFileSync(join(memo, name));
      bytes[bytes.length - 9]! ^= 4;
      writeFileSync(join(memo, name), bytes);
    }
    const mended = await run(changed(12), cache);
    expect(mended.found).toEqual((await run(changed(12), tempFolder())).found);
    expect((await run(changed(12), cache)).counted).toEqual([]);
  });

  it("is not what other rules compute", async () => {
    const [first] = config.segments.facts;
    const facts = config.segments.facts.map((fact) =>
      fact === first ? {...fact, take: "min" as const} : fact
    );
    const rules = {sources: config.sources, segments: {...config.segments, facts}};
    const other = await run(rules, cache);
    expect(other.facts).toBe(2);
    expect(other.segments).toEqual((await run(rules, tempFolder())).segments);
    expect(other.found[1]!.parts.customers[0]).toBe(other.found[0]!.parts.customers[0]);
  });
});

import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import {segmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import type {Config} from "../../data-loaders/config/readConfig.ts";
import {poolOf} from "../baskets/build.ts";
import {tempFolder} from "../tempFolder.ts";
import {cleaningSql, readingSql} from "./cleaning.ts";
import {viewsSql} from "./counts.ts";
import {openDatabase} from "./database.ts";
import type {Database} from "./database.ts";
import {factsSql} from "./facts.ts";
import {segmentationsSql} from "./segmentations.ts";

/** The same files, read by both. */
export interface Asked {
  readonly engine: SegmentedBaskets;
  readonly sql: Database;
  readonly aggregates: (groupings: readonly (readonly string[])[]) => Promise<RawAggregate[]>;
}

export async function readByBoth(folder: string): Promise<Asked> {
  const [engine, sql] = [await readByEngine(folder, tempFolder()), await sqlOf(folder)];
  return {engine, sql, aggregates: (groupings) => aggregatesOf(engine, groupings)};
}

/** By the shipped rules or others; what the cache folder remembers is used. */
export const readByEngine = (
  folder: string,
  cacheFolder: string,
  config: Config = readConfig("config")
): Promise<SegmentedBaskets> => segmentedBaskets(config, folder, cacheFolder, poolOf(2), () => undefined);

export const aggregatesOf = (
  {dimensions, baskets, memo}: SegmentedBaskets,
  groupings: readonly (readonly string[])[]
): Promise<RawAggregate[]> =>
  aggregates(
    groupings.map((by) => ({by})),
    dimensions,
    baskets,
    poolOf(2),
    memo
  );

/** The files of a folder as SQL tables, cleaned and segmented by SQL alone. */
export async function sqlOf(folder: string): Promise<Database> {
  const sql = await openDatabase();
  await sql.run(readingSql(folder) + cleaningSql + factsSql + segmentationsSql + viewsSql);
  return sql;
}

import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import {segmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
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

export async function readByBoth(folder: string, config = readConfig("config")): Promise<Asked> {
  const pool = poolOf(2);
  const engine = await segmentedBaskets(config, folder, tempFolder(), pool, () => undefined);
  const sql = await sqlOf(folder);
  const queries = (groupings: readonly (readonly string[])[]) => groupings.map((by) => ({by}));
  return {
    engine,
    sql,
    aggregates: (groupings) => aggregates(queries(groupings), engine.dimensions, engine.baskets, pool)
  };
}

/** The files of a folder as SQL tables, cleaned and segmented by SQL alone. */
export async function sqlOf(folder: string): Promise<Database> {
  const sql = await openDatabase();
  await sql.run(readingSql(folder) + cleaningSql + factsSql + segmentationsSql + viewsSql);
  return sql;
}

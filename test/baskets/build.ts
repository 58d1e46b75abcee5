import {afterAll} from "vitest";
import {buildBaskets} from "../../data-loaders/baskets/buildBaskets.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {readSources} from "../../data-loaders/config/readSources.ts";
import type {Sources, TableContract, TableName} from "../../data-loaders/config/sources.ts";
import {openSource} from "../../data-loaders/tables/openSource.ts";
import {tempFolder} from "../tempFolder.ts";

/** The shipped contracts. */
export const sources: Sources = readSources("config/sources.yaml");

/** The shipped contracts, each changed by `change`. */
export function changedSources(change: (contract: TableContract) => Partial<TableContract>): Sources {
  const tables = Object.entries(sources.tables).map(([name, contract]) => [
    name,
    {...contract, ...change(contract)}
  ]);
  return {...sources, tables: Object.fromEntries(tables) as Sources["tables"]};
}

/** A tiny shop's defects are always a large share of its rows: nothing stops the build. */
export const patientSources: Sources = changedSources(() => ({stop_above: 1}));

const pools = new Map<number, WorkerPool>();

/** Worker threads of the bundled code, started once for all tests of a file. */
export function poolOf(size: number): WorkerPool {
  const entry = process.env.CARTOGRAPH_WORKER;
  if (!entry) throw new Error("test/globalSetup.ts sets CARTOGRAPH_WORKER");
  const pool = pools.get(size) ?? new WorkerPool(entry, size);
  pools.set(size, pool);
  return pool;
}

/** Call once in each file that uses `poolOf`. */
export function closePools(): void {
  afterAll(async () => {
    await Promise.all([...pools.values()].map((pool) => pool.close()));
    pools.clear();
  });
}

export interface BuildOptions {
  readonly sources?: Sources;
  readonly threads?: number;
  /** Bytes of a worker's part of the two big files. */
  readonly block?: number;
}

/** Reads the folder's CSVs, without a cache. */
export async function build(
  folder: string,
  {sources: contracts = patientSources, threads = 2, block}: BuildOptions = {}
): Promise<Baskets> {
  const cache = tempFolder();
  const names = Object.keys(contracts.tables) as TableName[];
  const files = await Promise.all(
    names.map(async (name) => [name, await openSource(contracts.tables[name], folder, cache)] as const)
  );
  const found = Object.fromEntries(files.filter(([, file]) => file !== undefined));
  const {baskets} = await buildBaskets(contracts, found, poolOf(threads), () => undefined, block);
  return baskets;
}

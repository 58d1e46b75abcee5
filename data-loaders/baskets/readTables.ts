import type {Sources, TableName} from "../config/sources.ts";
import type {SourceFiles} from "../tables/openSource.ts";
import type {DigestedTable, TableTask} from "../tables/readDigestedTable.ts";
import type {WorkerPool} from "./workerPool.ts";

type SmallTable = Exclude<TableName, "orders" | "items">;

const SMALL: readonly SmallTable[] = ["departments", "aisles", "products", "customers"];

/** Reads the small tables, one after another, in a thread of its own: the texts it leaves behind go with it. */
export function readTables(
  {tables}: Sources,
  files: SourceFiles,
  pool: WorkerPool
): Partial<Record<SmallTable, Promise<DigestedTable>>> {
  const reader = pool.another(1);
  const reading = SMALL.flatMap((name) => {
    const file = files[name];
    const task = file && {contract: tables[name], path: file.path, file: file.name};
    return task ? [[name, reader.run<DigestedTable>("readTable", task satisfies TableTask)] as const] : [];
  });
  void Promise.allSettled(reading.map(([, table]) => table)).then(() => reader.close());
  return Object.fromEntries(reading);
}

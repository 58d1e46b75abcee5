import type {Sources, TableName} from "../config/sources.ts";
import type {SourceFiles} from "../tables/openSource.ts";
import type {DigestedTable, TableTask} from "../tables/readDigestedTable.ts";
import type {WorkerPool} from "./workerPool.ts";

type SmallTable = Exclude<TableName, "orders" | "items">;

const SMALL: readonly SmallTable[] = ["departments", "aisles", "products", "customers"];

/** Reads the small tables, one after another. */
export function readTables(
  {tables}: Sources,
  files: SourceFiles,
  reader: WorkerPool
): Partial<Record<SmallTable, Promise<DigestedTable>>> {
  const reading = SMALL.flatMap((name) => {
    const file = files[name];
    const task = file && {contract: tables[name], path: file.path, file: file.name};
    return task ? [[name, reader.run<DigestedTable>("readTable", task satisfies TableTask)] as const] : [];
  });
  return Object.fromEntries(reading);
}

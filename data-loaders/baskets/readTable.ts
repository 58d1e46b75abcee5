import type {Sources, TableName} from "../config/sources.ts";
import type {SourceFiles} from "../tables/openSource.ts";
import type {DigestedTable, TableTask} from "../tables/readDigestedTable.ts";
import type {WorkerPool} from "./workerPool.ts";

type SmallTable = Exclude<TableName, "orders" | "items">;

/** Reads one of the small tables; undefined where there is no file. */
export function readTable(
  name: SmallTable,
  {tables}: Sources,
  files: SourceFiles,
  reader: WorkerPool
): Promise<DigestedTable> | undefined {
  const file = files[name];
  const task = file && {contract: tables[name], path: file.path, file: file.name};
  return task && reader.run<DigestedTable>("readTable", task satisfies TableTask);
}

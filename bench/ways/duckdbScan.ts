import type {Measured, StepTask} from "../measured.ts";
import {stopwatch} from "../stopwatch.ts";
import {columnsOf, connect, CSV_NAMES, csv} from "./duckdb.ts";

/** DuckDB's bare typed scan: every column of every file is parsed to its type, nothing is joined or kept. */
export async function run({data}: StepTask): Promise<Measured> {
  const watch = stopwatch();
  const connection = await connect();
  watch.lap("start of Node and DuckDB");
  for (const name of CSV_NAMES) {
    const columns = columnsOf(name).map((column) => `max("${column}")`);
    await connection.run(`select ${columns.join(", ")} from ${csv(data, name)}`);
    watch.lap(name);
  }
  watch.stop();
  return watch.measured();
}

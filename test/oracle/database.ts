import {DuckDBInstance} from "@duckdb/node-api";

/** What SQL answers: one list per column, all of one length. Counts must be cast to DOUBLE, so that they are numbers. */
export type Answer = Readonly<Record<string, readonly (string | number | null)[]>>;

export interface Database {
  readonly run: (sql: string) => Promise<void>;
  readonly answer: (sql: string) => Promise<Answer>;
  readonly close: () => void;
}

/** DuckDB in memory: another engine, another language, another author. */
export async function openDatabase(): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "2"});
  const connection = await instance.connect();
  return {
    run: async (sql) => void (await connection.run(sql)),
    answer: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      const columns = reader.getColumnsJS();
      return Object.fromEntries(
        reader.columnNames().map((name, at) => [name, (columns[at] ?? []).map(plain)])
      );
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

function plain(value: unknown): string | number | null {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  throw new Error(`the oracle's SQL must give text or DOUBLE, not ${typeof value}`);
}

import {availableParallelism} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {DuckDBConnection} from "@duckdb/node-api";

export async function connect(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", {threads: String(availableParallelism())});
  return instance.connect();
}

/** Types of all columns, as somebody writes them who knows the files. */
const TYPES = {
  "orders.csv": {
    order_id: "INTEGER",
    user_id: "INTEGER",
    eval_set: "VARCHAR",
    order_number: "SMALLINT",
    order_dow: "TINYINT",
    order_hour_of_day: "TINYINT",
    days_since_prior_order: "DOUBLE"
  },
  "order_products__prior.csv": {
    order_id: "INTEGER",
    product_id: "INTEGER",
    add_to_cart_order: "SMALLINT",
    reordered: "TINYINT"
  },
  "products.csv": {
    product_id: "INTEGER",
    product_name: "VARCHAR",
    aisle_id: "SMALLINT",
    department_id: "SMALLINT",
    prices: "DOUBLE"
  },
  "aisles.csv": {aisle_id: "SMALLINT", aisle: "VARCHAR"},
  "customers.csv": {
    user_id: "INTEGER",
    "First Name": "VARCHAR",
    Surnam: "VARCHAR",
    Gender: "VARCHAR",
    STATE: "VARCHAR",
    Age: "SMALLINT",
    date_joined: "VARCHAR",
    n_dependants: "TINYINT",
    fam_status: "VARCHAR",
    income: "INTEGER"
  }
} as const;

export type CsvName = keyof typeof TYPES;

export const CSV_NAMES = Object.keys(TYPES) as CsvName[];

export const columnsOf = (name: CsvName): string[] => Object.keys(TYPES[name]);

/** `read_csv(…)` with the types given. */
export function csv(folder: string, name: CsvName): string {
  const types = Object.entries(TYPES[name]).map(([column, type]) => `'${column}': '${type}'`);
  const path = join(folder, name).replaceAll("'", "''");
  return `read_csv('${path}', header = true, quote = '"', columns = {${types.join(", ")}})`;
}

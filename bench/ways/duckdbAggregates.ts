import {queryName} from "../measured.ts";
import type {Measured, StepTask, Sums} from "../measured.ts";
import {stopwatch} from "../stopwatch.ts";
import {connect} from "./duckdb.ts";
import {tableStatements} from "./duckdbTables.ts";

const ORDER_COLUMNS = ["day", "hour"];
const MIX_COLUMNS = ["department", "price_range"];
const PRODUCT_COLUMNS = [...MIX_COLUMNS, "aisle", "product"];

/** The same aggregates in SQL: the files are read once, and what several queries need is counted once. */
export async function run({data, queries}: StepTask): Promise<Measured> {
  const watch = stopwatch();
  const connection = await connect();
  watch.lap("start of Node and DuckDB");
  for (const [name, sql] of tableStatements(data)) {
    await connection.run(sql);
    watch.lap(name);
  }
  const sums: Record<string, Sums> = {};
  for (const by of queries) {
    const rows = (await connection.runAndReadAll(aggregateSql(by))).getRowObjectsJS();
    const total = (part: string): number => rows.reduce((sum, row) => sum + Number(row[part] ?? 0), 0);
    sums[queryName(by)] = [total("customers"), total("items"), total("spend")];
  }
  watch.lap(`aggregates of ${queries.length} queries`);
  return watch.measured(sums);
}

/** All parts of a query's cells, from the smallest table that has them; medians are exact. */
function aggregateSql(by: readonly string[]): string {
  const products = by.filter((name) => PRODUCT_COLUMNS.includes(name));
  const columns = by.map((name) => (name === "product" ? "product_id" : name));
  const select = (parts: string, from: string): string =>
    `select ${[...columns, parts].join(", ")} from ${from}${columns.length > 0 ? ` group by ${columns.join(", ")}` : ""}`;
  const summed = "sum(items) as items, sum(reordered) as reordered_items";
  if (products.length > 0 && by.some((name) => ORDER_COLUMNS.includes(name))) {
    return select(
      "count(distinct user_id) as customers, count(distinct order_id) as orders, count(*) as items, count(cents) as priced_items, sum(cents) as spend, sum(reordered) as reordered_items",
      "lines join (select product_id, department, aisle, price_range from products) using (product_id) join (select order_id, day, hour from orders) using (order_id) join people using (user_id)"
    );
  }
  if (products.length === 0) {
    return select(
      `count(distinct user_id) as customers, count(*) as orders, ${summed}, sum(priced) as priced_items, sum(spend) as spend, count(gap) as gaps, sum(gap) as gap_days, median(gap) as median_gap`,
      "baskets join people using (user_id)"
    );
  }
  if (products.every((name) => MIX_COLUMNS.includes(name))) {
    return select(
      `count(distinct user_id) as customers, ${summed}, sum(priced) as priced_items, sum(spend) as spend`,
      "mixes join people using (user_id)"
    );
  }
  const customers = products.includes("product") ? "count(*)" : "count(distinct user_id)";
  return select(
    `${customers} as customers, ${summed}, sum(case when cents is not null then items else 0 end) as priced_items, sum(items * coalesce(cents, 0)) as spend`,
    "purchases join products using (product_id) join people using (user_id)"
  );
}

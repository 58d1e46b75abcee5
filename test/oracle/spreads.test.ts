import {afterAll, expect, it} from "vitest";
import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import {spreadKey} from "../../data-loaders/aggregates/spread.ts";
import type {SpreadOf} from "../../data-loaders/aggregates/spread.ts";
import type {Part} from "../../data-loaders/config/measures.ts";
import {ensureBundledSample} from "../../sample/bundledSample.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {cellsOf} from "./compareAggregate.ts";
import {isCustomerDimension} from "./counts.ts";
import {readByBoth} from "./readByBoth.ts";
import type {Asked} from "./readByBoth.ts";
import {groupSql, spreadSql} from "./spreads.ts";
import {Tally} from "./tally.ts";

closePools();

let asked: Asked | undefined;
afterAll(() => asked?.sql.close());

const over = (n: Part, d: Part): SpreadOf => ({over: [n, d]});

/** As the report's measures ask. */
const RATIOS: readonly SpreadOf[] = [
  over("spend", "orders"),
  over("items", "orders"),
  over("orders", "customers"),
  over("gap_days", "gaps"),
  over("reordered_items", "items"),
  over("spend", "priced_items")
];

const QUERIES: readonly Required<AggregateQuery>[] = [
  ...[[], ["loyalty"], ["profile"], ["age_by_household"]].map((by) => ({by, spreads: RATIOS})),
  {by: ["profile", "hour"], spreads: [{shareOf: "orders"}, over("spend", "priced_items")]},
  {by: ["region", "day", "hour"], spreads: [{shareOf: "orders"}, {shareOf: "spend"}]},
  {by: ["loyalty", "department"], spreads: [{shareOf: "items"}, {shareOf: "spend"}]},
  {by: ["profile", "price_range"], spreads: [{shareOf: "items"}, over("items", "customers")]},
  {by: ["department"], spreads: [{shareOf: "items"}, over("reordered_items", "items")]},
  {by: ["spender", "product"], spreads: [{shareOf: "items"}]},
  {by: ["loyalty", "hour", "department"], spreads: [{shareOf: "items"}, over("spend", "orders")]}
];

it("DuckDB, asked in SQL, gives the same sums of squares over the customers of the bundled sample", async () => {
  asked = await readByBoth(await ensureBundledSample(".cache"));
  const {engine} = asked;
  const found = await aggregates(QUERIES, engine.dimensions, engine.baskets, poolOf(2));
  const tally = new Tally();
  for (const [at, {by, spreads}] of QUERIES.entries())
    for (const spread of spreads) await compareSpread(found[at]!, by, spread, asked, tally);
  console.log(`oracle: ${tally} (spreads)`);
  expect(tally.first).toEqual([]);
  expect(tally.numbers).toBeGreaterThan(30_000);
}, 120_000);

/** Every cell; those that SQL does not name hold nothing but, of a share, their group's d². */
async function compareSpread(
  found: RawAggregate,
  by: readonly string[],
  spread: SpreadOf,
  {sql}: Asked,
  tally: Tally
): Promise<void> {
  const key = spreadKey(spread);
  const name = `${key} by ${by.join(" × ")}`;
  const moments = found.spreads!.get(key)!;
  const answer = await sql.answer(spreadSql(by, spread));
  const cells = cellsOf(found, answer, tally, name);
  tally.cells += found.cells;
  for (const part of ["nn", "nd", "dd"] as const) {
    const theirs = new Float64Array(found.cells);
    cells.forEach((cell, row) => (theirs[cell] = answer[part]![row] as number));
    if (part === "dd" && "shareOf" in spread)
      theirs.set(await groupSquares(found, by, spread.shareOf, sql, tally));
    for (let cell = 0; cell < found.cells; cell++)
      tally.equal(moments[part][cell], theirs[cell], () => `${part} of ${name}, cell ${cell}`);
  }
}

/** By cell; segmentations of customers stand first in every query. */
async function groupSquares(
  {dimensions, cells}: RawAggregate,
  by: readonly string[],
  part: Part,
  sql: Asked["sql"],
  tally: Tally
): Promise<Float64Array> {
  const answer = await sql.answer(groupSql(by, part));
  const ofCustomers = dimensions.filter((dimension) => isCustomerDimension(dimension.name));
  const groups = cellsOf({dimensions: ofCustomers}, answer, tally, by.join(" × "));
  const inner = cells / ofCustomers.reduce((size, {labels}) => size * labels.length, 1);
  const squares = new Float64Array(cells);
  groups.forEach((group, row) => squares.fill(answer.dd![row] as number, group * inner, (group + 1) * inner));
  return squares;
}

import {UserError} from "../config/problem.ts";
import type {Sources, TableContract} from "../config/sources.ts";
import type {SourceFiles} from "../tables/openSource.ts";
import type {SetAside, TableFlow} from "../tables/populationFlow.ts";
import {checkBounds} from "../tables/checkBounds.ts";
import {joinSetAside} from "../tables/rejects.ts";
import {allowed, percent, tableFlow} from "../tables/tableFlow.ts";
import type {TextTable} from "../tables/textTable.ts";
import type {PlacedItems} from "./placeAllItems.ts";
import type {PlacedOrders} from "./placeOrders.ts";
import type {Scanned} from "./scanFile.ts";

type Lines = Pick<Scanned<unknown>, "lines" | "set_aside">;

/** @throws UserError when too many orders are bad, or none is left. */
export function orderFlow(
  {tables}: Sources,
  files: SourceFiles,
  scanned: Lines,
  placed: PlacedOrders
): TableFlow {
  const aside = joinSetAside(placed.set_aside, scanned.set_aside);
  return inUse(tableFlow(tables.orders, files.orders!.name, scanned.lines, placed.orders, aside));
}

/** @throws UserError when too many items are bad, none is left, or too many orders have none. */
export function itemFlow(
  {tables}: Sources,
  files: SourceFiles,
  scanned: Lines,
  {item, itemStart, empty, set_aside}: PlacedItems
): TableFlow {
  const {items} = tables;
  const flow = inUse(tableFlow(items, files.items!.name, scanned.lines, item.length, set_aside));
  checkOrdersHaveItems(items, flow.file, empty, itemStart.length - 1);
  return flow;
}

/** A file of items that breaks off has no bad row but perhaps its last: what is absent shows in the orders only. */
function checkOrdersHaveItems(contract: TableContract, file: string, empty: number, orders: number): void {
  if (empty <= contract.stop_above * orders) return;
  throw new UserError({
    file,
    message: `${empty} of ${orders} orders in use have no items (${percent(empty / orders)}); ${allowed(contract)}; is the file whole, and of the same export as the orders?`
  });
}

/** Customers are in the store when they have an order in use. @throws UserError when too many are bad. */
export function customerFlow(
  {tables}: Sources,
  files: SourceFiles,
  table: TextTable | undefined,
  placed: PlacedOrders
): TableFlow[] {
  if (!table) return [];
  checkBounds(tables.customers, files.customers!.name, table);
  const idle: SetAside = {reason: "has no order in use", rows: placed.idleCustomers, kind: "rule", lines: []};
  const aside = joinSetAside(table.set_aside, placed.idleCustomers > 0 ? [idle] : []);
  return [tableFlow(tables.customers, files.customers!.name, table.rows_in, placed.customers, aside)];
}

/** A report of no orders would be empty charts. */
function inUse(flow: TableFlow): TableFlow {
  const {file, rows_in, rows_used, set_aside} = flow;
  if (rows_used > 0) return flow;
  if (rows_in === 0) throw new UserError({file, message: "has no rows"});
  const reasons = set_aside.map(({reason, rows}) => `${reason}: ${rows} ${rows === 1 ? "row" : "rows"}`);
  throw new UserError({file, message: `none of its ${rows_in} rows can be used (${reasons.join("; ")})`});
}

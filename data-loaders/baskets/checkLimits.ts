import type {Problem} from "../config/problem.ts";
import {UserError} from "../config/problem.ts";
import type {Sources, TableName} from "../config/sources.ts";
import {LIMITS} from "./store.ts";

/** Columns that the store packs into few bits; their declared range must fit. */
const PACKED: readonly {readonly table: TableName; readonly column: string; readonly most: number}[] = [
  {table: "items", column: "cart_position", most: LIMITS.cartPosition},
  {table: "items", column: "reordered", most: 1},
  {table: "orders", column: "order_number", most: LIMITS.orderNumber},
  {table: "orders", column: "days_since_prior_order", most: LIMITS.gap},
  {table: "orders", column: "day", most: 6},
  {table: "orders", column: "hour", most: 23}
];

/** @throws UserError where config/sources.yaml allows values that the store can't hold. */
export function checkPackedRanges({tables}: Sources): void {
  const problems = PACKED.flatMap(({table, column: name, most}): Problem[] => {
    const column = tables[table].columns.find((entry) => entry.name === name);
    if (!column || (column.up_to !== undefined && column.up_to <= most && (column.from ?? 0) >= 0)) return [];
    const message = `the basket store holds 0 to ${most} here; declare \`from\` and \`up_to\` within it`;
    return [{file: "config/sources.yaml", path: `tables.${table}.columns.${name}`, message}];
  });
  if (problems.length > 0) throw new UserError(problems);
}

/** @throws UserError for more products than an item has bits for. */
export function checkProductCount(products: number, file: string): void {
  if (products <= LIMITS.products) return;
  throw new UserError({file, message: `has ${products} products; the basket store can hold ${LIMITS.products}`});
}

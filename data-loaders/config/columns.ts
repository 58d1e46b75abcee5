import type {Grain} from "./segments.ts";
import type {ColumnType, TableName} from "./sources.ts";
import {NEEDED_COLUMNS} from "./neededColumns.ts";
import type {Draft} from "./shapes/draft.ts";
import {WEEKDAYS} from "./shapes/sources.ts";
import type {WrittenColumn, WrittenSources} from "./shapes/sources.ts";

/** A column that facts and segmentations may name. */
export interface Column {
  readonly grain: Grain;
  /** This and `missing` are absent where sources.yaml has a problem there. */
  readonly type?: ColumnType | undefined;
  readonly missing?: boolean | undefined;
  readonly unit?: string | undefined;
  /** Declared categories. */
  readonly values?: readonly string[] | undefined;
  /** What its numbers 0, 1, … are called: the weekdays. */
  readonly names?: readonly string[] | undefined;
}

/** By reference: `customer.age`, `order.hour`, `item.department`. */
export type Columns = ReadonlyMap<string, Column>;

/** Where the columns of orders and items come from; those of customers are the grocer's own. */
export const TABLE_COLUMNS: readonly (readonly [reference: string, table: TableName, column: string])[] = [
  ["order.order_number", "orders", "order_number"],
  ["order.day", "orders", "day"],
  ["order.hour", "orders", "hour"],
  ["order.days_since_prior_order", "orders", "days_since_prior_order"],
  ["item.price", "products", "price"],
  ["item.department", "departments", "department"],
  ["item.aisle", "aisles", "aisle"],
  ["item.product", "products", "product_name"],
  ["item.reordered", "items", "reordered"],
  ["item.cart_position", "items", "cart_position"]
];

/** Columns that belong to the product and not to the item line: all that a segmentation of items may use. */
export const PRODUCT_COLUMNS = ["item.price", "item.department", "item.aisle", "item.product"];

export function columnsOf(sources: Draft<WrittenSources>): Columns {
  const columns = new Map<string, Column>();
  for (const [reference, table, name] of TABLE_COLUMNS) {
    const type = NEEDED_COLUMNS[table][name]?.type;
    columns.set(reference, {...columnOf(reference, sources.tables?.[table]?.columns?.[name]), type});
  }
  addComputed(columns, weekdaysFrom(sources.day_zero));
  const {key, columns: attributes = {}} = sources.tables?.customers ?? {};
  const keys = new Set([key].flat());
  for (const [name, column] of Object.entries(attributes)) {
    if (!keys.has(name)) columns.set(`customer.${name}`, columnOf(`customer.${name}`, column));
  }
  return columns;
}

/** Columns of an order that are made of its items, and the names of its days. */
function addComputed(columns: Map<string, Column>, weekdays: readonly string[] | undefined): void {
  const {missing} = columns.get("item.price") ?? {};
  columns.set("order.items", {grain: "order", type: "whole", missing: false, unit: "items"});
  columns.set("order.spend", {grain: "order", type: "money", missing, unit: undefined});
  const {type, ...day} = columns.get("order.day")!;
  columns.set("order.day", {...day, type: weekdays && type, names: weekdays});
}

/** The weekdays in the order of the data's numbers; nothing where `day_zero` has a problem. */
export function weekdaysFrom(dayZero: string | undefined): readonly string[] | undefined {
  const first = (WEEKDAYS as readonly (string | undefined)[]).indexOf(dayZero);
  return first < 0 ? undefined : [...WEEKDAYS.slice(first), ...WEEKDAYS.slice(0, first)];
}

function columnOf(reference: string, column: Draft<WrittenColumn> | undefined): Column {
  const [grain] = reference.split(".") as [Grain];
  const values = column?.values?.filter((value) => value !== undefined);
  return {grain, type: column?.type, missing: column && mayBeMissing(column), unit: column?.unit, values};
}

/** Nothing where `missing:` is written with a problem. */
export function mayBeMissing(draft: {readonly missing?: unknown}): boolean | undefined {
  const {missing} = draft;
  if (typeof missing === "object" && missing !== null && Object.values(missing).includes(undefined))
    return undefined;
  if (missing !== undefined) return missing === "allowed";
  return "missing" in draft ? undefined : false;
}

import type {ColumnType, TableName} from "./sources.ts";

/** What the report needs a column to be; the ends are what the basket store can hold. */
export interface NeededColumn {
  readonly type: ColumnType;
  readonly from?: number;
  readonly up_to?: number;
}

const id: NeededColumn = {type: "id"};
const text: NeededColumn = {type: "text"};
const whole = (from: number, up_to: number): NeededColumn => ({type: "whole", from, up_to});

/** Columns the report computes with, by table. A grocer adds own ones to customers only. */
export const NEEDED_COLUMNS: Readonly<Record<TableName, Readonly<Record<string, NeededColumn>>>> = {
  orders: {
    order_id: id,
    customer_id: id,
    order_number: whole(1, 65534),
    day: whole(0, 6),
    hour: whole(0, 23),
    days_since_prior_order: whole(0, 65534)
  },
  items: {order_id: id, product_id: id, cart_position: whole(0, 511), reordered: whole(0, 1)},
  products: {
    product_id: id,
    product_name: text,
    aisle_id: id,
    department_id: id,
    price: {type: "money", from: 0, up_to: 20_000_000}
  },
  departments: {department_id: id, department: text},
  aisles: {aisle_id: id, aisle: text},
  customers: {customer_id: id}
};

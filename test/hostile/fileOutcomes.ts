import type {TableKey} from "../baskets/shop.ts";
import {CLEAN} from "./cleanFiles.ts";
import {built, edited, refused} from "./csvOutcome.ts";
import type {CsvOutcome} from "./csvOutcome.ts";
import {without} from "./fileEdits.ts";
import type {Edit} from "./fileEdits.ts";

/** What has to come of the same attack on each of the six files. */
export type Outcomes = Readonly<Record<TableKey, CsvOutcome>>;

/** The same outcome for every file but those that are named. */
export const all = (outcome: CsvOutcome, others: Partial<Outcomes> = {}): Outcomes => ({
  orders: outcome,
  items: outcome,
  products: outcome,
  departments: outcome,
  aisles: outcome,
  customers: outcome,
  ...others
});

export const SAME = built([], CLEAN);
export const NO_HEADER = refused("the first line names none of the columns", 1);

/** Line 4 of a file goes, and what hangs on it: its file has no more than one bad row in a hundred. */
export const lineFourGone = (reason: string): Outcomes =>
  all(refused(`${reason}: 1 row, on line 4`, 4), {
    orders: built(
      [`orders: ${reason}: 1 on 4`, "items: names no order: 2 on 6, 7"],
      edited(CLEAN, {orders: without(4), items: without(6, 7)})
    ),
    items: built([`items: ${reason}: 1 on 4`], edited(CLEAN, {items: without(4)})),
    products: built(
      [`products: ${reason}: 1 on 4`, "items: names no product: 4 on 4, 124, 244, 364"],
      edited(CLEAN, {products: without(4), items: without(4, 124, 244, 364)})
    ),
    customers: built(
      [
        `customers: ${reason}: 1 on 4`,
        "orders: names no customer: 2 on 6, 7",
        "items: its order was set aside: 4 on 10, 11, 12, 13"
      ],
      edited(CLEAN, {customers: without(4), orders: without(6, 7), items: without(10, 11, 12, 13)})
    )
  });

export const WIDTHS: Readonly<Record<TableKey, number>> = {
  orders: 7,
  items: 4,
  products: 5,
  departments: 2,
  aisles: 2,
  customers: 10
};

/** A line that is put in as the fourth one and dropped for a reason. */
export const fourthIsNoise = (reason: string): Outcomes =>
  all(refused(`${reason}: 1 row, on line 4`, 4), {
    orders: built([`orders: ${reason}: 1 on 4`], CLEAN),
    items: built([`items: ${reason}: 1 on 4`], CLEAN),
    products: built([`products: ${reason}: 1 on 4`], CLEAN),
    customers: built([`customers: ${reason}: 1 on 4`], CLEAN)
  });

export const short = (width: number): string => `has ${width - 1} cells where the header has ${width}`;
export const long = (width: number): string => `has ${width + 1} cells where the header has ${width}`;

export const byTable = (outcomes: (table: TableKey) => CsvOutcome): Outcomes => {
  const tables = Object.keys(CLEAN) as TableKey[];
  return Object.fromEntries(tables.map((table) => [table, outcomes(table)])) as Outcomes;
};

/** A header line in the middle: its first column is no number. */
export const idColumn: Readonly<Record<TableKey, string>> = {
  orders: "order_id",
  items: "order_id",
  products: "product_id",
  departments: "department_id",
  aisles: "aisle_id",
  customers: "customer_id"
};

/** What is done to each of the six files. */
export type FileAttack = readonly [name: string, edit: Edit, outcomes: Outcomes];

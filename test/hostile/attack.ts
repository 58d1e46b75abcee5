import {CLEAN} from "./cleanFiles.ts";
import {built, edited} from "./csvOutcome.ts";
import type {CsvOutcome} from "./csvOutcome.ts";
import {cell, without} from "./fileEdits.ts";
import type {Edit} from "./fileEdits.ts";

/** What is done to one file, and what has to come of it. */
export type Attack = readonly [name: string, edit: Edit, outcome: CsvOutcome];

/** The clean build, with nothing told. */
export const SAME = built([], CLEAN);

export const withoutOrder = edited(CLEAN, {orders: without(5), items: without(8, 9)});
export const withoutItem = edited(CLEAN, {items: without(10)});
export const withoutProduct = edited(CLEAN, {products: without(6), items: without(6, 126, 246, 366)});
export const withoutCustomer = edited(CLEAN, {
  customers: without(3),
  orders: without(4, 5),
  items: without(6, 7, 8, 9)
});

/** Order 4 breaks its contract: its items find no order. */
export const badOrder = (reason: string): CsvOutcome =>
  built([`orders: ${reason}: 1 on 5`, "items: names no order: 2 on 8, 9"], withoutOrder);
/** Order 4 is a good row that is set aside. */
export const unusedOrder = (reason: string): CsvOutcome =>
  built([`orders: ${reason}: 1 on 5`, "items: its order was set aside: 2 on 8, 9"], withoutOrder);
/** Item 9 is set aside. */
export const badItem = (reason: string): CsvOutcome => built([`items: ${reason}: 1 on 10`], withoutItem);
/** Product 5 is set aside, and its items. */
export const badProduct = (reason: string): CsvOutcome =>
  built([`products: ${reason}: 1 on 6`, "items: names no product: 4 on 6, 126, 246, 366"], withoutProduct);
/** Customer 2 is set aside, with orders and items. */
export const badCustomer = (reason: string): CsvOutcome =>
  built(
    [
      `customers: ${reason}: 1 on 3`,
      "orders: names no customer: 2 on 4, 5",
      "items: its order was set aside: 4 on 6, 7, 8, 9"
    ],
    withoutCustomer
  );

/** One attack for each value of a cell. */
export const values = (
  line: number,
  column: number,
  name: string,
  written: readonly (readonly [value: string, outcome: CsvOutcome])[]
): Attack[] =>
  written.map(([value, outcome]) => [
    `has ${JSON.stringify(value.slice(0, 40))} for ${name}`,
    cell(line, column, value),
    outcome
  ]);

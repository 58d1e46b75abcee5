import type {TableKey} from "../baskets/shop.ts";
import type {Attack} from "./attack.ts";
import type {CsvCase} from "./csvOutcome.ts";
import {CUSTOMER_ATTACKS} from "./customerAttacks.ts";
import {ITEM_ATTACKS} from "./itemAttacks.ts";
import {ORDER_ATTACKS} from "./orderAttacks.ts";
import {PRODUCT_ATTACKS} from "./productAttacks.ts";
import {AISLE_ATTACKS, DEPARTMENT_ATTACKS} from "./shelfAttacks.ts";

/** Values, ids and references that are wrong in one row or in a whole column. */
const of = (file: TableKey, attacks: readonly Attack[]): CsvCase[] =>
  attacks.map(([name, edit, outcome]) => ({name, file, edit, outcome}));

export const CSV_ROW_CASES: readonly CsvCase[] = [
  ...of("orders", ORDER_ATTACKS),
  ...of("items", ITEM_ATTACKS),
  ...of("products", PRODUCT_ATTACKS),
  ...of("departments", DEPARTMENT_ATTACKS),
  ...of("aisles", AISLE_ATTACKS),
  ...of("customers", CUSTOMER_ATTACKS)
];

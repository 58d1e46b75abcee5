import type {Problem} from "../config/problem.ts";
import {UserError} from "../config/problem.ts";
import type {Sources, TableContract, TableName} from "../config/sources.ts";
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

/** Columns that the store can hold without a value. */
const MAY_LACK = ["days_since_prior_order", "product_name", "price"];

const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  orders: ["order_id"],
  items: ["order_id", "product_id"],
  products: ["product_id"],
  departments: ["department_id"],
  aisles: ["aisle_id"],
  customers: ["customer_id"]
};

/**
 * What config/sources.yaml may declare and the store can't do; else it would be passed over in silence.
 * @throws UserError with all of it.
 */
export function checkContracts({tables}: Sources): void {
  const problems = Object.values(tables).flatMap((table) => [
    ...packedRanges(table),
    ...lackingValues(table),
    ...unheededRules(table)
  ]);
  if (problems.length > 0) throw new UserError(problems);
}

const problem = (path: string, message: string): Problem => ({
  file: "config/sources.yaml",
  path: `tables.${path}`,
  message
});

function packedRanges({name: table, columns}: TableContract): Problem[] {
  return PACKED.filter((packed) => packed.table === table).flatMap(({column: name, most}) => {
    const column = columns.find((entry) => entry.name === name);
    const {from = -1, up_to = Number.POSITIVE_INFINITY} = column ?? {};
    if (!column || (up_to <= most && from >= 0)) return [];
    const message = `the basket store holds 0 to ${most} here; declare \`from\` and \`up_to\` within it`;
    return [problem(`${table}.columns.${name}`, message)];
  });
}

function lackingValues({name: table, columns}: TableContract): Problem[] {
  if (table === "customers") return [];
  return columns
    .filter(({name, missing}) => missing && !MAY_LACK.includes(name))
    .map(({name}) =>
      problem(
        `${table}.columns.${name}.missing`,
        "every row needs this value; take `missing` away, so that rows without it are set aside"
      )
    );
}

function unheededRules({name: table, key, keep, repeats, optional}: TableContract): Problem[] {
  const wanted = KEYS[table];
  return [
    ...(key.join() === wanted.join()
      ? []
      : [problem(`${table}.key`, `rows are told apart by ${wanted.join(" and ")} here`)]),
    ...(keep && table !== "orders" ? [problem(`${table}.keep`, "only orders can be chosen among")] : []),
    ...(repeats && table === "orders"
      ? [problem(`${table}.repeats`, "the first order with an id stays; others are bad rows")]
      : []),
    ...(repeats?.different.keep === "last" && table === "items"
      ? [
          problem(
            `${table}.repeats.different.keep`,
            "the first of an order's rows for a product stays; write first"
          )
        ]
      : []),
    ...(optional && table !== "customers"
      ? [problem(`${table}.optional`, "only the customers' file may be absent")]
      : [])
  ];
}

/** @throws UserError for more products, departments or aisles than the store has room to number. */
export function checkCounts(products: number, departments: number, aisles: number): void {
  const counts: readonly (readonly [TableName, number, number])[] = [
    ["products", products, LIMITS.products],
    ["departments", departments, LIMITS.shelves],
    ["aisles", aisles, LIMITS.shelves]
  ];
  const over = counts.filter(([, count, most]) => count > most);
  if (over.length > 0)
    throw new UserError(
      over.map(([name, count, most]) => ({
        file: name,
        message: `${count} ${name}; the basket store can hold ${most}`
      }))
    );
}

/** @throws UserError for more items than can be numbered. */
export function checkItemCount(items: number): void {
  if (items > LIMITS.items)
    throw new UserError({
      file: "items",
      message: `${items} items; the basket store can hold ${LIMITS.items}`
    });
}

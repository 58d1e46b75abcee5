import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {seeded} from "../seeded.ts";
import type {Seeded} from "../seeded.ts";

export type TableKey = "orders" | "items" | "products" | "departments" | "aisles" | "customers";

/** A tiny grocer as its files say it: rows of texts, by the names of the default configuration. */
export type Shop = Readonly<Record<TableKey, readonly (readonly string[])[]>>;

export const FILES: Readonly<Record<TableKey, string>> = {
  orders: "orders.csv",
  items: "order_products__prior.csv",
  products: "products.csv",
  departments: "departments.csv",
  aisles: "aisles.csv",
  customers: "customers.csv"
};

export const HEADERS: Readonly<Record<TableKey, readonly string[]>> = {
  orders: [
    "order_id",
    "user_id",
    "eval_set",
    "order_number",
    "order_dow",
    "order_hour_of_day",
    "days_since_prior_order"
  ],
  items: ["order_id", "product_id", "add_to_cart_order", "reordered"],
  products: ["product_id", "product_name", "aisle_id", "department_id", "prices"],
  departments: ["department_id", "department"],
  aisles: ["aisle_id", "aisle"],
  customers: ["user_id", "First Name", "Surnam", "STATE", "Age", "n_dependants", "fam_status", "income"]
};

export interface ShopOptions {
  readonly customers: number;
  readonly products?: number;
  /** Largest id; beyond some millions they are found by hash. */
  readonly largestId?: number;
  /** Share of rows that do not fit, of every kind there is. */
  readonly defects?: number;
}

const DEPARTMENTS = ["produce", "dairy eggs", "babies", "alcohol", "pets", "meat seafood"];
const AISLES = ["fresh fruits", "milk", "wipes", "red wines"];
const STATES = ["Maine", "Ohio", "Texas", "Utah", "District of Columbia"];
const FAMILIES = ["single", "married", "divorced/widowed", "living with parents and siblings"];

/** A shop that is the same for the same seed, with customers without orders and train orders among the rest. */
export function randomShop(seed: number, options: ShopOptions): Shop {
  const random = seeded(seed);
  const {customers, products = 12, largestId = 10_000, defects = 0} = options;
  const customerIds = someIds(random, customers, largestId);
  const productIds = someIds(random, products, largestId);
  const departmentIds = someIds(random, DEPARTMENTS.length, 50);
  const aisleIds = someIds(random, AISLES.length, 200);
  const orders = customerIds.flatMap((id) => ordersOf(random, id));
  const orderIds = someIds(random, orders.length, largestId * 10);
  const items = orders.flatMap((order, at) =>
    order[1] === "prior" ? itemsOf(random, orderIds[at]!, productIds) : []
  );
  const shop: Shop = {
    departments: departmentIds.map((id, at) => [id, DEPARTMENTS[at]!]),
    aisles: aisleIds.map((id, at) => [id, AISLES[at]!]),
    products: productIds.map((id) => [
      id,
      random.chance(0.1) ? "" : `Product ${id}`,
      random.pick(aisleIds),
      random.pick(departmentIds),
      priceText(random)
    ]),
    customers: customerIds.map((id) => [
      id,
      "Xenia",
      "Quimby",
      random.pick(STATES),
      String(18 + random.below(60)),
      String(random.below(4)),
      random.pick(FAMILIES),
      String(20_000 + random.below(150_000))
    ]),
    orders: orders.map((order, at) => [orderIds[at]!, ...order]),
    items
  };
  return defects > 0 ? withDefects(random, shop, defects) : shop;
}

function someIds(random: Seeded, count: number, largest: number): string[] {
  const ids = new Set<number>();
  while (ids.size < count) ids.add(1 + random.below(largest));
  return [...ids].map(String);
}

function priceText(random: Seeded): string {
  if (random.chance(0.1)) return "";
  return random.chance(0.1) ? "14900" : (random.below(2500) / 100).toFixed(random.pick([1, 2]));
}

/** Rows without their order ids. */
function ordersOf(random: Seeded, customer: string): string[][] {
  const count = random.chance(0.1) ? 0 : 1 + random.below(6);
  const orders = Array.from({length: count}, (_, at) => {
    const hour = random.below(24);
    const gap = at === 0 ? "" : `${random.below(31)}.0`;
    return [customer, "prior", String(at + 1), String(random.below(7)), String(hour).padStart(2, "0"), gap];
  });
  if (count > 0 && random.chance(0.5)) orders.push([customer, "train", String(count + 1), "0", "09", "5.0"]);
  return orders;
}

function itemsOf(random: Seeded, order: string, products: readonly string[]): string[][] {
  const chosen = random.shuffled(products).slice(0, random.below(8));
  return chosen.map((product, at) => [order, product, String(at + 1), String(random.below(2))]);
}

function withDefects(random: Seeded, shop: Shop, share: number): Shop {
  const spoil = (
    rows: readonly (readonly string[])[],
    ways: readonly ((row: readonly string[]) => (readonly string[])[])[]
  ): (readonly string[])[] => rows.flatMap((row) => (random.chance(share) ? random.pick(ways)(row) : [row]));
  const set = (at: number, value: string) => (row: readonly string[]) => [
    row.map((cell, place) => (place === at ? value : cell))
  ];
  const orders = shop.orders;
  return {
    ...shop,
    orders: spoil(orders, [
      set(1, "987654321987"),
      set(5, "24"),
      set(3, "0"),
      set(4, ""),
      (row) => [row, row],
      (row) => [row, random.pick(orders)],
      () => [],
      (row) => [row.slice(1)],
      (row) => [[...row, ""]]
    ]),
    items: spoil(shop.items, [
      set(0, "987654321"),
      set(1, "987654321"),
      set(0, random.pick(orders)[0]!),
      set(3, "2"),
      set(2, "x"),
      (row) => [row, row],
      (row) => [row, row, row],
      (row) => [[...row, ""]],
      () => [[""]]
    ]),
    products: spoil(shop.products, [
      set(3, "999"),
      set(2, "999"),
      set(4, "5.123"),
      set(4, "-1"),
      (row) => [row, row],
      (row) => [row, [row[0]!, "Another", ...row.slice(2)]],
      () => []
    ]),
    customers: spoil(shop.customers, [set(4, "7"), set(6, ""), (row) => [row, row], () => []])
  };
}

/** How the same shop is written: none of it may change what is read. */
export interface Disguise {
  readonly swapColumns?: boolean;
  readonly quote?: (random: Seeded) => boolean;
  readonly lineEnd?: string;
  readonly gzip?: boolean;
  readonly noLastLineEnd?: boolean;
  readonly byteOrderMark?: boolean;
  readonly wideDepartments?: boolean;
  /** Columns nobody reads, empty, at the end. */
  readonly emptyColumns?: number;
  readonly without?: readonly TableKey[];
}

/** Names of ignored columns that `emptyColumns` adds. */
export const emptyColumn = (at: number): string => `empty_${at}`;

export function writeShop(folder: string, shop: Shop, disguise: Disguise = {}): void {
  const random = seeded(1);
  for (const key of Object.keys(FILES) as TableKey[]) {
    if (disguise.without?.includes(key)) continue;
    const text = fileText(random, key, shop[key], disguise);
    const name = join(folder, FILES[key]);
    if (disguise.gzip) writeFileSync(`${name}.gz`, gzipSync(text));
    else writeFileSync(name, text);
  }
}

function fileText(random: Seeded, key: TableKey, rows: Shop[TableKey], disguise: Disguise): string {
  const {lineEnd = "\n", emptyColumns = 0} = disguise;
  const more = (value: (at: number) => string): string[] =>
    Array.from({length: emptyColumns}, (_, at) => value(at));
  const wide = key === "departments" && disguise.wideDepartments;
  const table = wide
    ? [
        ["department_id", ...rows.map(([id]) => id!)],
        ["department", ...rows.map(([, name]) => name!)]
      ]
    : [[...HEADERS[key], ...more(emptyColumn)], ...rows.map((row) => [...row, ...more(() => "")])];
  const places = [...table[0]!.keys()];
  const order = disguise.swapColumns && !wide ? random.shuffled(places) : places;
  const cellText = (cell: string): string =>
    /[",\r\n]/.test(cell) || disguise.quote?.(random) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = table.map((row) =>
    (row.length === places.length ? order.map((at) => row[at]!) : row).map(cellText).join(",")
  );
  return (
    (disguise.byteOrderMark ? "\uFEFF" : "") + lines.join(lineEnd) + (disguise.noLastLineEnd ? "" : lineEnd)
  );
}

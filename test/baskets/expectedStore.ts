import type {Shop} from "./shop.ts";
import type {NestedCustomer, NestedStore} from "./nestedStore.ts";

/** What must be in the store and what must be set aside, found by plain loops over the shop's rows. */
export interface Expected {
  readonly store: NestedStore;
  /** Rows by table and reason. */
  readonly aside: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

type Row = readonly string[];

const isId = (text: string): boolean => /^(0|[1-9]\d*)$/.test(text);
const within = (text: string, form: RegExp, from: number, to: number): boolean =>
  form.test(text) && Number(text) >= from && Number(text) <= to;

class Tally {
  readonly counts: Record<string, Record<string, number>> = {};
  add(table: string, reason: string): void {
    const reasons = this.counts[table] ?? {};
    reasons[reason] = (reasons[reason] ?? 0) + 1;
    this.counts[table] = reasons;
  }
}

export function expectedStore(shop: Shop, {withCustomers = true, withPrices = true} = {}): Expected {
  const tally = new Tally();
  const departments = new Map(shop.departments.map(([id, name]) => [id!, name!]));
  const aisles = new Map(shop.aisles.map(([id, name]) => [id!, name!]));
  const products = usableProducts(shop.products, departments, aisles, tally);
  const customers = usableCustomers(shop.customers, tally);
  const orders = usableOrders(shop.orders, withCustomers ? customers : undefined, tally);
  const items = usableItems(shop.items, products, orders, tally);
  const busy = [...new Set([...orders.values()].flatMap((order) => (order === "aside" ? [] : [order[1]!])))];
  if (withCustomers)
    for (const id of customers.keys()) if (!busy.includes(id)) tally.add("customers", "has no order in use");
  const named = nameOf(products);
  const store = busy
    .sort((a, b) => Number(a) - Number(b))
    .map((id): NestedCustomer => {
      const [, , , state, age, dependants, family, income] = customers.get(id) ?? [];
      const own = [...orders].filter(
        (entry): entry is [string, Row] => entry[1] !== "aside" && entry[1][1] === id
      );
      own.sort(([a, x], [b, y]) => Number(x[3]) - Number(y[3]) || Number(a) - Number(b));
      return {
        attributes: withCustomers
          ? {
              state: state!,
              age: Number(age),
              dependants: Number(dependants),
              family_status: family!,
              income: Number(income)
            }
          : {},
        orders: own.map(([orderId, row]) => ({
          number: Number(row[3]),
          day: Number(row[4]),
          hour: Number(row[5]),
          gap: row[6] === "" ? "none" : Number(row[6]),
          items: (items.get(orderId) ?? []).map(([, product, position, reordered]) => {
            const [, , aisle, department, price = ""] = products.get(product!)!;
            const cents =
              withPrices && price !== "" && Number(price) <= 100 ? Math.round(Number(price) * 100) : "none";
            return `${named.get(product!)} | ${departments.get(department!)} | ${aisles.get(aisle!)} | ${cents} | at ${position}${reordered === "1" ? " again" : ""}`;
          })
        }))
      };
    });
  return {store, aside: tally.counts};
}

function nameOf(products: ReadonlyMap<string, Row>): Map<string, string> {
  let nameless = 0;
  const byId = [...products].sort(([a], [b]) => Number(a) - Number(b));
  return new Map(byId.map(([id, [, name]]) => [id, name! || `Unnamed product ${++nameless}`]));
}

/** Later different rows replace earlier ones; a product whose department or aisle is unknown goes last. */
function usableProducts(
  rows: readonly Row[],
  departments: ReadonlyMap<string, string>,
  aisles: ReadonlyMap<string, string>,
  tally: Tally
): Map<string, Row> {
  const kept = new Map<string, Row>();
  for (const row of rows) {
    const [id = "", , , , price = ""] = row;
    if (!/^(|(0|[1-9]\d*)(\.\d{1,2})?)$/.test(price))
      tally.add(
        "products",
        price.startsWith("-") ? "price is below 0" : "price is not an amount with at most two decimals"
      );
    else if (kept.has(id) && kept.get(id)!.join() === row.join())
      tally.add("products", "repeats an earlier row word for word");
    else {
      if (kept.has(id)) tally.add("products", "shares its product_id with a different row");
      kept.set(id, row);
    }
  }
  for (const [id, [, , aisle, department]] of [...kept]) {
    if (departments.has(department!) && aisles.has(aisle!)) continue;
    tally.add("products", departments.has(department!) ? "names no aisle" : "names no department");
    kept.delete(id);
  }
  return kept;
}

function usableCustomers(rows: readonly Row[], tally: Tally): Map<string, Row> {
  const kept = new Map<string, Row>();
  for (const row of rows) {
    if (Number(row[4]) < 16) tally.add("customers", "age is below 16");
    else if (row[6] === "") tally.add("customers", "family_status is empty");
    else if (kept.has(row[0]!)) tally.add("customers", "repeats an earlier row word for word");
    else kept.set(row[0]!, row);
  }
  return kept;
}

/** Orders in use by id; "aside" for ids that stand in the file but are not in use. */
function usableOrders(
  rows: readonly Row[],
  customers: ReadonlyMap<string, Row> | undefined,
  tally: Tally
): Map<string, Row | "aside"> {
  const orders = new Map<string, Row | "aside">();
  for (const row of rows) {
    const [id = "", customer = "", set, number = "", day = "", hour = ""] = row;
    if (row.length !== 7) tally.add("orders", `has ${row.length} cells where the header has 7`);
    else if (!within(number, /^\d+$/, 1, 65534)) tally.add("orders", "order_number is below 1");
    else if (day === "") tally.add("orders", "day is empty");
    else if (!within(hour, /^\d+$/, 0, 23)) tally.add("orders", "hour is above 23");
    else if (orders.has(id)) tally.add("orders", "repeats an earlier order_id");
    else if (customers && !customers.has(customer)) {
      tally.add("orders", "names no customer");
      orders.set(id, "aside");
    } else if (set !== "prior") {
      tally.add("orders", "not in use by rule");
      orders.set(id, "aside");
    } else orders.set(id, row);
  }
  return orders;
}

function usableItems(
  rows: readonly Row[],
  products: ReadonlyMap<string, Row>,
  orders: ReadonlyMap<string, Row | "aside">,
  tally: Tally
): Map<string, Row[]> {
  const items = new Map<string, Row[]>();
  for (const row of rows) {
    const reason = itemProblem(row, products, orders, items);
    if (reason) tally.add("items", reason);
    else items.set(row[0]!, [...(items.get(row[0]!) ?? []), row]);
  }
  return items;
}

function itemProblem(
  row: Row,
  products: ReadonlyMap<string, Row>,
  orders: ReadonlyMap<string, Row | "aside">,
  items: ReadonlyMap<string, Row[]>
): string | undefined {
  const [order = "", product = "", position = "", reordered = ""] = row;
  if (row.length === 1) return "is a blank line";
  if (row.length !== 4) return `has ${row.length} cells where the header has 4`;
  if (!isId(position)) return "cart_position is not a whole number";
  if (Number(reordered) > 1) return "reordered is above 1";
  if (!products.has(product)) return "names no product";
  if (!orders.has(order)) return "names no order";
  if (orders.get(order) === "aside") return "its order was set aside";
  return items.get(order)?.some((other) => other[1] === product)
    ? "repeats an earlier product of its order"
    : undefined;
}

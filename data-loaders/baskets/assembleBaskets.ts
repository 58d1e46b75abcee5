import type {PopulationFlow} from "../tables/populationFlow.ts";
import type {Column} from "../tables/columnBuilder.ts";
import type {TextTable} from "../tables/textTable.ts";
import type {PlacedItems} from "./placeAllItems.ts";
import type {PlacedOrders} from "./placeOrders.ts";
import type {Goods} from "./readGoods.ts";
import type {Baskets} from "./store.ts";

/** The store of what was read. `customers` is absent where the data has no such file. */
export function assembleBaskets(
  placed: PlacedOrders,
  items: PlacedItems,
  {products, departments, aisles}: Pick<Goods, "products" | "departments" | "aisles">,
  customers: TextTable | undefined,
  flow: PopulationFlow
): Baskets {
  const {itemStart, item} = items;
  const {price, productDepartment, productAisle} = products;
  const {orderStart, orderNumber, orderSlot, orderGap} = placed;
  return {
    customers: placed.customers,
    orders: placed.orders,
    items: item.length,
    products: products.count,
    orderStart,
    orderNumber,
    orderSlot,
    orderGap,
    itemStart,
    item,
    price,
    productDepartment,
    productAisle,
    words: {
      productNames: products.names,
      departments: departments.names,
      aisles: aisles.names,
      attributes: attributes(customers, placed.customerRow),
      hasPrices: products.hasPrices,
      hasCustomers: customers !== undefined,
      flow
    }
  };
}

/** Columns of the store's customers, but for the id and for optional columns that the file has not. */
function attributes(table: TextTable | undefined, rows: Int32Array): Record<string, Column> {
  const columns = Object.entries(table?.columns ?? {}).filter(
    ([name]) => name !== "customer_id" && !table?.absent.includes(name)
  );
  return Object.fromEntries(columns.map(([name, column]) => [name, pick(column, rows)]));
}

function pick(column: Column, rows: Int32Array): Column {
  if (column.kind === "numbers")
    return {kind: "numbers", values: picked(column.values, rows, new Float64Array(rows.length))};
  if (column.kind === "categories")
    return {...column, codes: picked(column.codes, rows, new Int32Array(rows.length))};
  return {kind: "texts", values: Array.from(rows, (row) => column.values[row])};
}

/** Plain loops: hundreds of thousands of rows and nobody else at work. */
function picked<T extends Float64Array | Int32Array>(values: T, rows: Int32Array, into: T): T {
  for (let at = 0; at < rows.length; at++) into[at] = values[rows[at]!]!;
  return into;
}

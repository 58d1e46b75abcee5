import type {PopulationFlow} from "../tables/populationFlow.ts";
import type {PlacedItems} from "./placeAllItems.ts";
import type {PlacedOrders} from "./placeOrders.ts";
import type {Goods} from "./readGoods.ts";
import type {Baskets} from "./store.ts";

/** The store of what was read. `attributes` are absent where the data has no customers' file. */
export function assembleBaskets(
  placed: PlacedOrders,
  items: PlacedItems,
  {products, departments, aisles}: Pick<Goods, "products" | "departments" | "aisles">,
  attributes: Baskets["words"]["attributes"] | undefined,
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
      attributes: attributes ?? {},
      hasPrices: products.hasPrices,
      hasCustomers: attributes !== undefined,
      flow
    }
  };
}

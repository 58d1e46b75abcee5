import type {AnalysisMeasure} from "../figureMeasure.ts";

/** A column that an analysis tells; `decimals` of units in words. */
function told(
  name: string,
  title: string,
  unit: string,
  base: string,
  says: string,
  decimals = 0
): AnalysisMeasure {
  return {kind: "analysis", name, title, unit, base, says, decimals};
}

const allOrders = "all prior orders";

/** Everything that analyses tell, by the name that bindings and CSV use. */
export const analysisMeasures = {
  association: told(
    "association",
    "Cramér’s V",
    "from 0 to 1",
    "all customers",
    "how strongly two classifications go together: 0 not at all, 1 one follows from the other",
    2
  ),
  explained: told(
    "explained",
    "Spread explained",
    "share",
    "customers with a value",
    "share of the spread between customers that the classification explains (epsilon squared)"
  ),
  customer_share: told(
    "customer_share",
    "Share of customers",
    "share",
    "all customers",
    "customers with most first"
  ),
  order_share: told(
    "order_share",
    "Share of orders",
    "share",
    allOrders,
    "share of all orders that these customers place"
  ),
  item_share: told("item_share", "Share of items", "share", "all item lines", "share of item lines"),
  spend_share: told(
    "spend_share",
    "Share of spend",
    "share",
    "spend on item lines with a known price",
    "share of spend"
  ),
  lift: told(
    "lift",
    "Lift",
    "times as often as by chance",
    allOrders,
    "orders with both, divided by how many there would be if the two had nothing to do with each other",
    2
  ),
  support: told("support", "Orders with both", "share", allOrders, "share of orders with both"),
  confidence: told(
    "confidence",
    "Of orders with the first, with the second",
    "share",
    "orders with the first",
    "share of orders with the first that hold the second, too"
  ),
  orders: told("orders", "Orders with both", "orders", allOrders, "orders with both"),
  orders_per_hour: told(
    "orders_per_hour",
    "Orders per hour",
    "orders per hour",
    allOrders,
    "orders of the window divided by its hours, over all weeks of the data"
  ),
  week_share: told(
    "week_share",
    "Share of the week’s orders",
    "share",
    allOrders,
    "orders of the window divided by all orders"
  ),
  index: told(
    "index",
    "Index, mean hour = 100",
    "index",
    "the mean hour of the week = 100",
    "100 × orders per hour divided by those of the mean hour"
  ),
  hours: told("hours", "Hours", "hours", "the week", "length of the window"),
  item_share_up_to: told(
    "item_share_up_to",
    "Share of items up to here",
    "share",
    "item lines with a known price",
    "share of item lines at this price or less"
  ),
  spend_share_up_to: told(
    "spend_share_up_to",
    "Share of spend up to here",
    "share",
    "spend on item lines with a known price",
    "share of spend at this price or less"
  ),
  buyers: told(
    "buyers",
    "Share of customers who bought",
    "share",
    "all customers",
    "customers who bought, divided by all customers"
  ),
  items_per_buyer: told(
    "items_per_buyer",
    "Items per buyer",
    "items per buyer",
    "customers who bought",
    "item lines divided by customers who bought",
    1
  ),
  price: told(
    "price",
    "Price per item",
    "money",
    "item lines with a known price",
    "spend divided by item lines with a known price"
  ),
  customer_lift: told(
    "customer_lift",
    "Lift by customers",
    "times everyone’s share of buyers",
    "all customers = 1",
    "share of the group’s customers who bought, divided by the share of all customers who did",
    1
  ),
  penetration: told(
    "penetration",
    "Bought by",
    "share",
    "customers of the group",
    "share of the group’s customers who bought"
  ),
  penetration_all: told(
    "penetration_all",
    "Bought by all customers",
    "share",
    "all customers",
    "share of all customers who bought"
  )
} as const;

export type AnalysisMeasureName = keyof typeof analysisMeasures;

export const measuresNamed = (...names: readonly AnalysisMeasureName[]): readonly AnalysisMeasure[] =>
  names.map((name) => analysisMeasures[name]);

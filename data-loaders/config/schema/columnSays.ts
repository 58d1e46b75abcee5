import type {Column} from "../columns.ts";

/** What the columns mean that the report knows. */
const KNOWN: Readonly<Record<string, string>> = {
  "order.order_number": "which of the customer's orders it is, from 1",
  "order.day": "weekday of the order",
  "order.hour": "hour of the order, 0 to 23",
  "order.days_since_prior_order": "days since the customer's prior order",
  "order.items": "how many items are in the order",
  "order.spend": "prices of the order's items, added up",
  "item.price": "price of the product",
  "item.department": "department the product stands in",
  "item.aisle": "aisle the product stands in",
  "item.product": "name of the product",
  "item.reordered": "1 where the customer had bought the product before, else 0",
  "item.cart_position": "when it was put into the cart: 1 is first"
};

const KINDS = {
  id: "number",
  whole: "whole number",
  money: "amount of money",
  text: "text",
  category: "category"
};

/** `whole number, in years` */
export function columnSays(reference: string, {type, unit, values}: Column): string {
  const known = KNOWN[reference];
  if (known !== undefined) return known;
  const [, name = ""] = reference.split(".");
  const kind = type ? KINDS[type] : "column";
  const more = unit !== undefined ? `, in ${unit}` : values ? `: ${values.join(", ")}` : "";
  return `${name.replaceAll("_", " ")} of the customer: ${kind}${more}`;
}

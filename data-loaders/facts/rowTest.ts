import type {Test, When} from "../config/segments.ts";
import type {Baskets} from "../baskets/store.ts";
import {columnOf, productSubject, SLOTS, slotSubject} from "./subject.ts";
import {whenMask} from "./whenMask.ts";

export type OrderColumn = "order_number" | "days_since_prior_order" | "items" | "spend";
export type ItemColumn = "reordered" | "cart_position";

/**
 * A condition on an item or its order, bound to the products and hours of this data: whatever depends on the product
 * alone, or on day and hour, is looked up. Plain data, so that worker threads get it as it is.
 */
export type RowTest =
  | {readonly kind: "all" | "any"; readonly parts: readonly RowTest[]}
  | {readonly kind: "not"; readonly part: RowTest}
  /** 1 per product that passes. */
  | {readonly kind: "products"; readonly mask: Uint8Array}
  /** 1 per day × 24 + hour that passes. */
  | {readonly kind: "slots"; readonly mask: Uint8Array}
  | {readonly kind: "order"; readonly column: OrderColumn; readonly test: Test}
  | {readonly kind: "item"; readonly column: ItemColumn; readonly test: Test};

/** What a condition depends on, from the cheapest to the dearest to ask. */
export type RowScope = "products" | "slots" | "order" | "item";

const SCOPES: Readonly<Record<string, RowScope>> = {
  "item.department": "products",
  "item.aisle": "products",
  "item.product": "products",
  "item.price": "products",
  "order.day": "slots",
  "order.hour": "slots",
  "item.reordered": "item",
  "item.cart_position": "item"
};

/** One scope where all of the condition has it; days and order columns together are of the order. */
export function rowScope(when: When): RowScope {
  const scopes = [...new Set(leafScopes(when))];
  if (scopes.length === 1) return scopes[0]!;
  return scopes.includes("products") || scopes.includes("item") ? "item" : "order";
}

function leafScopes(when: When): readonly RowScope[] {
  if ("subject" in when) return [SCOPES[when.subject] ?? "order"];
  if ("not" in when) return leafScopes(when.not);
  return ("all" in when ? when.all : when.any).flatMap(leafScopes);
}

export function rowTest(when: When, baskets: Baskets): RowTest {
  const scope = rowScope(when);
  if (scope === "products") return {kind: scope, mask: productMask(when, baskets)};
  if (scope === "slots") return {kind: scope, mask: slotMask(when)};
  if ("not" in when) return {kind: "not", part: rowTest(when.not, baskets)};
  if ("subject" in when) {
    const column = columnOf(when.subject);
    return scope === "order"
      ? {kind: "order", column: column as OrderColumn, test: when.test}
      : {kind: "item", column: column as ItemColumn, test: when.test};
  }
  const [kind, parts] = "all" in when ? (["all", when.all] as const) : (["any", when.any] as const);
  return {kind, parts: parts.map((part) => rowTest(part, baskets))};
}

export function productMask(when: When, baskets: Baskets): Uint8Array {
  return whenMask(when, (name) => productSubject(name, baskets)!, baskets.products);
}

export function slotMask(when: When): Uint8Array {
  return whenMask(when, slotSubject, SLOTS);
}

import type {Part} from "../config/measures.ts";

/** A value of one customer: part ÷ part of all they did; `customers` is 1. Spend in cents. */
export interface CustomerValue {
  readonly over: readonly [Part, Part];
}

/** `spend/orders` */
export function valueKey({over}: CustomerValue): string {
  return over.join("/");
}

import type {DisclosureRules} from "./disclosureRules.ts";
import type {CountedTable} from "./tableLines.ts";

/**
 * 1 for each cell that may not be known for its own sake: it describes somebody, but fewer customers than the
 * threshold, or its spend is mostly one customer's. Zero says nothing of anybody.
 * @param secret 0 for each cell; marked and given back
 */
export function secretCells(
  {customers, spend, largestSpend}: Omit<CountedTable, "dimensions">,
  {
    customersAtLeast,
    largestCustomerAtMost
  }: Pick<DisclosureRules, "customersAtLeast" | "largestCustomerAtMost">,
  secret: Uint8Array = new Uint8Array(customers.length)
): Uint8Array {
  markFew(secret, customers, customersAtLeast);
  if (spend && largestSpend) markOneCustomers(secret, spend, largestSpend, largestCustomerAtMost);
  return secret;
}

function markFew(secret: Uint8Array, customers: Float64Array, atLeast: number): void {
  for (let cell = 0; cell < customers.length; cell++) {
    const size = customers[cell]!;
    if (size > 0 && size < atLeast) secret[cell] = 1;
  }
}

function markOneCustomers(
  secret: Uint8Array,
  spend: Float64Array,
  largestSpend: Float64Array,
  atMost: number
): void {
  for (let cell = 0; cell < spend.length; cell++)
    if (largestSpend[cell]! > atMost * spend[cell]!) secret[cell] = 1;
}

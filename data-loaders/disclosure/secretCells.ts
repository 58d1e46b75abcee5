import type {DisclosureRules} from "./disclosureRules.ts";
import type {CountedTable} from "./tableLines.ts";

/**
 * 1 for each cell that may not be known for its own sake: it describes somebody, but fewer customers than the
 * threshold, or its spend is mostly one customer's. Zero says nothing of anybody.
 */
export function secretCells(
  {customers, spend, largestSpend}: Omit<CountedTable, "dimensions">,
  {
    customersAtLeast,
    largestCustomerAtMost
  }: Pick<DisclosureRules, "customersAtLeast" | "largestCustomerAtMost">
): Uint8Array {
  const secret = new Uint8Array(customers.length);
  for (let cell = 0; cell < customers.length; cell++)
    if (customers[cell]! > 0 && customers[cell]! < customersAtLeast) secret[cell] = 1;
  if (spend && largestSpend)
    for (let cell = 0; cell < customers.length; cell++)
      if (largestSpend[cell]! > largestCustomerAtMost * spend[cell]!) secret[cell] = 1;
  return secret;
}

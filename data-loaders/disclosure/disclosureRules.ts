import type {CustomersOfCells} from "./customersOfCells.ts";
import type {ExposedSegment} from "./smallDifferences.ts";
import type {Coarsenings} from "./tableLines.ts";

export interface DisclosureRules {
  /** No shown number describes fewer customers, nor does one that follows from shown numbers. */
  readonly customersAtLeast: number;
  /** No shown sum of spend is one customer's by more than this share. */
  readonly largestCustomerAtMost: number;
  readonly coarser: Coarsenings;
  /** Segments to be hidden whatever their size. */
  readonly exposed: readonly ExposedSegment[];
  readonly customersOfCells: CustomersOfCells;
}

import type {Aggregate} from "./aggregate.ts";

/** An aggregate before the disclosure gate; it may not leave the machine. */
export type RawAggregate = Omit<Aggregate, "hidden"> & {
  /** Cents of the customer who spent most in each cell, where spend is counted; for the gate only. */
  readonly largest_spend?: Float64Array;
};

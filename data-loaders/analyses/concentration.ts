/** What is ranked: what each customer did in all. */
export type ConcentrationOf = "orders" | "items" | "spend";

/** How unevenly customers share the orders (items, spend): few with much, many with little. */
export interface Concentration {
  readonly of: ConcentrationOf;
  /** As the gate shows it, like those of the top shares; NaN where they are too few. */
  readonly customers: number;
  /** Orders, items or cents. */
  readonly total: number;
  /** 0 where all have the same, towards 1 where one has all; NaN where there is nothing to tell. */
  readonly gini: number;
  /**
   * The Lorenz curve: customers from those with least. From {0, 0} to {1, 1}; at most 100 steps, fewer where a step would
   * hold fewer customers than the threshold.
   */
  readonly curve: readonly CurvePoint[];
  /** Customers with most first: the top 1, 2, 5, 10, 20, 25 and 50 %, as far as the steps allow. */
  readonly top: readonly TopShare[];
}

/** Cumulative shares, 0 to 1. */
export interface CurvePoint {
  readonly customer_share: number;
  readonly part_share: number;
}

export interface TopShare extends CurvePoint {
  readonly customers: number;
}

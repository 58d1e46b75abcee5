/**
 * Why a department's (aisle's, product's) share is what it is: items = buyers × items per buyer, and
 * spend = buyers × items with a price per buyer × price per item.
 */
export interface ShareFactors {
  /** Grain: one per code that was bought and is not hidden, those with fewest items first. */
  readonly rows: readonly FactoredShare[];
  /** Codes without a row, because the gate hides them. */
  readonly hidden: number;
}

export interface FactoredShare {
  readonly code: number;
  readonly label: string;
  readonly items: Factored<ItemFactor>;
  /** Undefined where no item has a price. */
  readonly spend: Factored<ItemFactor | "price"> | undefined;
}

export type ItemFactor = "buyers" | "items_per_buyer";

/** A share, and each factor against the mean of all rows. */
export interface Factored<F extends string> {
  /** Of all items, or of all spend. */
  readonly share: number;
  /** ln(part ÷ geometric mean of the rows' parts): the sum of the factors' logs. */
  readonly log: number;
  readonly factors: Readonly<Record<F, Factor>>;
  /** The factor that pulls furthest in the direction of the whole; ties: the first. */
  readonly main: F;
}

export interface Factor {
  /** Customers per customer (penetration), items per buyer, or cents. */
  readonly value: number;
  /** ln(value ÷ geometric mean over the rows). */
  readonly log: number;
  /** 100 × value ÷ geometric mean: 100 is the mean department. */
  readonly index: number;
}

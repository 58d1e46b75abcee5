/** Items, spend and customers by steps of price. */
export interface PriceLadder {
  /** Grain: one per step, from the lowest price. */
  readonly steps: readonly PriceStep[];
  /** Items with a known price, and cents spent on them. */
  readonly items: number;
  readonly spend: number;
  /** Items whose price is not known; in no step. */
  readonly unpriced_items: number;
}

/** Prices above `above` and up to and with `up_to`, in cents. Parts are NaN where the gate hides the step. */
export interface PriceStep {
  /** −1 in the first: a price of 0 is in it. */
  readonly above: number;
  /** Infinity in the last. */
  readonly up_to: number;
  readonly items: number;
  readonly spend: number;
  /** Distinct customers who bought at these prices. */
  readonly customers: number;
  /** Of this step and all below: shares of items and spend with a known price. */
  readonly item_share_up_to: number;
  readonly spend_share_up_to: number;
}

/** Prices by steps: in cents, so that no price lies between two steps. */
export interface PriceLadderQuery {
  /** By default 100: one step per unit of the currency. */
  readonly step?: number;
  /** Prices above are one step, by default 2,500. */
  readonly cap?: number;
  /** Also for each label of another dimension: a customer segmentation, `department`. */
  readonly by?: string;
}

/** Items, spend and customers by steps of price: what another cut between price ranges would change. */
export interface PriceLadder {
  /** Everyone, then each label of `by`. */
  readonly groups: readonly PriceLadderGroup[];
}

export interface PriceLadderGroup {
  /** Undefined for everyone. */
  readonly label: string | undefined;
  /** Items with a known price, and cents spent on them; NaN where the gate hides the group. */
  readonly priced_items: number;
  readonly spend: number;
  /** Grain: one per step, from the lowest price; the same in every group. */
  readonly steps: readonly PriceStep[];
}

/** Prices above `above`, up to and with `up_to`, in cents. Parts are NaN where the gate hides the step. */
export interface PriceStep {
  /** −1 in the first: a price of 0 is in it. */
  readonly above: number;
  /** Infinity in the last. */
  readonly up_to: number;
  readonly items: number;
  readonly spend: number;
  /** Distinct customers who bought at these prices. */
  readonly customers: number;
  /** Of this step and all below: shares of the group's items and spend with a known price; NaN from a hidden step on. */
  readonly item_share_up_to: number;
  readonly spend_share_up_to: number;
}

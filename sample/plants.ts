/** Strength of every planted difference. Each can be set to its null, at which the difference is gone. */
export interface Plants {
  /** Babies share of new products of customers under 50 with dependants, times that of all others. Null: 1. Up to 20. */
  readonly young_family_babies_times: number;
  /** Basket size of customers in the South, times that of all others. The default is its null: 1. Up to 3. */
  readonly south_basket_times: number;
  /** Chance of a new product of customers with more than 40 prior orders, times that of others at the same order number. Null: 1. */
  readonly loyal_new_product_times: number;
  /** Share of orders of customers aged 65 and over that are placed two hours earlier. Null: 0. Up to 1. */
  readonly senior_early_share: number;
  /** Share of new products that drinks customers take from alcohol. Null: the share of all others, 0.0005. Up to 0.9. */
  readonly drinks_alcohol_share: number;
  /** Lift of the planted pair, over orders. Null: 1. Up to 50. */
  readonly pair_lift: number;
}

export const PLANTS: Plants = {
  young_family_babies_times: 3,
  south_basket_times: 1,
  loyal_new_product_times: 0.8,
  senior_early_share: 0.5,
  drinks_alcohol_share: 0.12,
  pair_lift: 8
};

/** Every difference off: all planted comparisons are nulls. */
export const NO_PLANTS: Plants = {
  young_family_babies_times: 1,
  south_basket_times: 1,
  loyal_new_product_times: 1,
  senior_early_share: 0,
  drinks_alcohol_share: 0.0005,
  pair_lift: 1
};

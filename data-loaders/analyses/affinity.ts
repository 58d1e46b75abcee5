import type {Dimension} from "../aggregates/aggregate.ts";

/** What goes together in one order: pairs of departments, of aisles, or of the products ordered most. */
export interface AffinityQuery {
  /** An item dimension: `department`, `aisle`, `product`. */
  readonly of: string;
  /** Only so many of its codes, those in most item lines first; products by default 60, others all. */
  readonly most?: number;
  /** Also for each segment of this customer segmentation. */
  readonly by?: string;
  /** Pairs in fewer orders of the group, as a share of them, are left out: by default 0.001. */
  readonly supportAtLeast?: number;
}

export interface Affinity {
  readonly query: AffinityQuery;
  readonly dimension: Dimension;
  /** Codes that are paired, those in most item lines first. */
  readonly codes: readonly number[];
  /** Everyone, then each segment of `by`. Segments that the gate hides have no pairs and NaN for counts. */
  readonly groups: readonly AffinityGroup[];
}

export interface AffinityGroup {
  /** Undefined for everyone. */
  readonly segment: string | undefined;
  /** All orders and customers of the group: the base of support. */
  readonly orders: number;
  readonly customers: number;
  /** Grain: one entry per code, as in `codes`. */
  readonly singles: readonly AffinitySingle[];
  /** Grain: one row per unordered pair that passes the floor and the gate. By lift, the strongest first. */
  readonly pairs: readonly AffinityPair[];
}

/** Orders with the code, and distinct customers of these; NaN where the gate hides them. */
export interface AffinitySingle {
  readonly code: number;
  readonly orders: number;
  readonly customers: number;
}

/**
 * Support, confidence and lift as in association rules (Agrawal, Imieliński and Swami 1993; Brin et al. 1997), with
 * orders as baskets. `a` stands before `b` in `codes`.
 */
export interface AffinityPair {
  readonly a: number;
  readonly b: number;
  /** Orders with both. */
  readonly orders: number;
  /** Distinct customers who had both in one order. */
  readonly customers: number;
  /** Share of the group's orders with both. */
  readonly support: number;
  /** Share of the orders with a that hold b, and the other way. */
  readonly confidence: readonly [aToB: number, bToA: number];
  /** How many times more often than if they had nothing to do with each other. */
  readonly lift: number;
}

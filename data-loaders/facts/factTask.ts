import type {BasketWindow} from "../baskets/basketWindows.ts";
import type {Baskets} from "../baskets/store.ts";
import type {FactPlan} from "./factPlan.ts";

/** Facts of a range of customers and of their orders, for one thread. */
export interface FactTask {
  readonly baskets: Omit<Baskets, "words">;
  readonly plans: readonly FactPlan[];
  readonly from: number;
  readonly to: number;
  /** One array per plan, one number per customer (or order) of the store; NaN where missing. Money in money, not cents. */
  readonly values: readonly Float64Array<SharedArrayBuffer>[];
}

/** Takes facts of the customers of a window. */
export type WindowTaker = (window: BasketWindow) => void;

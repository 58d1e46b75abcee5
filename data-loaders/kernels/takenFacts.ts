import {COMPILED} from "./compiled/takenFacts.ts";
import {loadKernels} from "./loadKernels.ts";

interface TakenFactKernels {
  readonly takeOrders: (
    column: number,
    none: number,
    orderStart: number,
    from: number,
    to: number,
    take: number,
    values: number
  ) => void;
  readonly takeClasses: (
    sums: number,
    width: number,
    about: number,
    classes: number,
    itemStart: number,
    orderStart: number,
    from: number,
    to: number,
    take: number,
    values: number
  ) => void;
}

/** Takes that the kernels know, each by its place. */
export const KERNEL_TAKES: readonly string[] = ["count", "share", "sum", "mean", "min", "max", "median"];

/** Facts of customers; see `assembly/takenFacts.ts`. */
export const {takeOrders, takeClasses} = loadKernels<TakenFactKernels>(COMPILED);

import {COMPILED} from "./compiled/customerSums.ts";
import {loadKernels} from "./loadKernels.ts";

interface CustomerSumKernels {
  readonly classSums: (
    item: number,
    itemStart: number,
    orderStart: number,
    from: number,
    to: number,
    about: number,
    most: number,
    classes: number,
    odd: number,
    even: number,
    sums: number
  ) => void;
  readonly totals: (
    item: number,
    itemStart: number,
    orderStart: number,
    from: number,
    to: number,
    products: number,
    gap: number,
    noGap: number,
    sums: number
  ) => void;
}

/** What customers bought and did in all; see `assembly/customerSums.ts`. */
export const {classSums, totals} = loadKernels<CustomerSumKernels>(COMPILED);

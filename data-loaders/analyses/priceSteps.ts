import type {CodedDimension} from "../aggregates/dimensions.ts";
import {NO_PRICE} from "../baskets/store.ts";

/** Upper ends of the steps in cents: step, 2 × step … up to the cap, then without end. */
export function priceStepEnds(step: number, cap: number): number[] {
  const ends = Array.from({length: Math.max(0, Math.floor(cap / step))}, (_, at) => (at + 1) * step);
  return [...ends, Number.POSITIVE_INFINITY];
}

/**
 * A dimension of items: one label per step, a last one for items whose price is not known. The name has spaces, as no
 * user's has, and says all that the codes depend on.
 */
export function priceSteps(ends: readonly number[], price: Int32Array): CodedDimension {
  const codes = new Uint16Array(new SharedArrayBuffer(2 * price.length));
  const stepOf = stepsByCents(ends);
  for (let product = 0; product < price.length; product++) {
    const cents = price[product]!;
    if (cents === NO_PRICE) codes[product] = ends.length;
    else codes[product] = cents < stepOf.length ? stepOf[cents]! : ends.length - 1;
  }
  const labels = [...ends.map((end) => `up to ${end}`), "not known"];
  return {
    name: `price up to ${ends.join(" ")}`,
    title: "Price step",
    grain: "item",
    labels,
    ordered: true,
    keyedBy: "product",
    codes
  };
}

/** The first step that ends at the price or above, of each price up to the last end. */
function stepsByCents(ends: readonly number[]): Uint16Array {
  const steps = new Uint16Array((ends.at(-2) ?? -1) + 1);
  for (let step = 0; step < ends.length - 1; step++)
    steps.fill(step, (ends[step - 1] ?? -1) + 1, ends[step]! + 1);
  return steps;
}

/** Ends without those of steps that some customers, but fewer than `atLeast`, bought at: joined with the step below. */
export function joinedSteps(
  ends: readonly number[],
  customers: ArrayLike<number>,
  atLeast: number
): readonly number[] {
  const isSmall = (step: number): boolean => customers[step]! > 0 && customers[step]! < atLeast;
  return ends.filter(
    (_, step) => step === ends.length - 1 || !(isSmall(step + 1) || (step === 0 && isSmall(0)))
  );
}

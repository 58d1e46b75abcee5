import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {Part} from "../config/measures.ts";

/**
 * An aggregate with every part rounded to the nearest multiple of `base`: counts and days to multiples of it, spend to
 * as many whole units of money. Ratios and shares are then made of rounded parts, so that dividing and subtracting
 * gives back nothing finer. The alternative to hiding cells that protect others: sums no longer fit to the last unit.
 */
export function roundedParts(aggregate: RawAggregate, base: number): RawAggregate {
  const parts = Object.fromEntries(
    Object.entries(aggregate.parts).map(([part, values]) => {
      const step = part === ("spend" satisfies Part) ? 100 * base : base;
      return [part, values.map((value) => Math.round(value / step) * step)];
    })
  ) as unknown as RawAggregate["parts"];
  return {...aggregate, parts};
}

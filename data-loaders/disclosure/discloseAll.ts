import type {Aggregate} from "../aggregates/aggregate.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {Baskets} from "../baskets/store.ts";
import {coarsenings} from "./coarsenings.ts";
import {distinctHidden} from "./distinctCustomers.ts";
import {hiddenCells} from "./hiddenCells.ts";
import {smallDifferences} from "./smallDifferences.ts";
import type {ExposedSegment} from "./smallDifferences.ts";
import {withoutHidden} from "../aggregates/withoutHidden.ts";

/**
 * The only door to the report. What is hidden is hidden in all tables together, so that nothing hidden in one follows
 * from another.
 */
export function discloseAll(
  raw: readonly RawAggregate[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets,
  atLeast: number,
  earlier: readonly ExposedSegment[] = []
): Aggregate[] {
  const used = new Set(raw.flatMap((aggregate) => aggregate.dimensions.map(({name}) => name)));
  const shown = dimensions.filter(({name}) => used.has(name));
  const hidden = hiddenCells(
    raw.map(({dimensions: by, parts}) => ({dimensions: by, customers: parts.customers})),
    {
      customersAtLeast: atLeast,
      coarser: coarsenings(shown),
      exposed: [...smallDifferences(shown, atLeast), ...earlier],
      distinctHidden: distinctHidden(baskets, shown)
    }
  );
  return raw.map((aggregate, at) => withoutHidden(aggregate, hidden[at]!));
}

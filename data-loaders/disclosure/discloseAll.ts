import type {Aggregate} from "../aggregates/aggregate.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {Memo} from "../baskets/memo.ts";
import type {Baskets} from "../baskets/store.ts";
import {coarsenings} from "./coarsenings.ts";
import {customersOfCells} from "./customersOfCells.ts";
import {customerGround, isGroundOf} from "./customerGround.ts";
import type {CustomerGround} from "./customerGround.ts";
import {hiddenCells} from "./hiddenCells.ts";
import type {HiddenCells} from "./hiddenCells.ts";
import {roundedParts} from "./roundedParts.ts";
import {secretCells} from "./secretCells.ts";
import type {ExposedSegment} from "./smallDifferences.ts";
import type {CountedTable} from "./tableLines.ts";
import {withoutHidden} from "./withoutHidden.ts";

export interface DisclosureSettings {
  /** No shown number describes fewer customers. */
  readonly customersAtLeast: number;
  /** No shown sum of spend is one customer's by more than this share; 1 where it does not matter. */
  readonly largestCustomerAtMost?: number;
  /** Rounds all counts to multiples of this, instead of hiding cells that protect others. */
  readonly roundCountsTo?: number;
  /** Segments that would tell something together with an earlier version. */
  readonly exposed?: readonly ExposedSegment[];
}

/** What is known before, which changes nothing. */
interface KnownBefore {
  /** Looked for where it is not of those dimensions of customers that are shown. */
  readonly ground?: CustomerGround | undefined;
  readonly memo?: Memo;
}

/**
 * The only door to the report. What is hidden is hidden in all tables together, so that nothing hidden in one follows
 * from another.
 */
export function discloseAll(
  raw: readonly RawAggregate[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets,
  settings: DisclosureSettings,
  known: KnownBefore = {}
): Aggregate[] {
  const {customersAtLeast, largestCustomerAtMost = 1, roundCountsTo} = settings;
  if (roundCountsTo !== undefined)
    return raw.map((aggregate) =>
      withoutHidden(
        roundedParts(aggregate, roundCountsTo),
        secretCells(countedTable(aggregate), {customersAtLeast, largestCustomerAtMost})
      )
    );
  const hidden = hiddenIn(raw, dimensions, baskets, settings, known);
  return raw.map((aggregate, at) => withoutHidden(aggregate, hidden[at]!.hidden, hidden[at]!.cells));
}

/**
 * Finds out, and remembers, what large tables will hide, before all tables are there: mostly no table is to come that
 * holds their sums and is not there already in some other form. If one is, it is found out once more.
 */
export function foreseeHiding(
  raw: readonly RawAggregate[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets,
  settings: DisclosureSettings,
  known: KnownBefore
): void {
  if (settings.roundCountsTo === undefined) hiddenIn(raw, dimensions, baskets, settings, known);
}

function hiddenIn(
  raw: readonly RawAggregate[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets,
  {customersAtLeast, largestCustomerAtMost = 1, exposed = []}: DisclosureSettings,
  {ground: found, memo}: KnownBefore
): HiddenCells[] {
  const used = new Set(raw.flatMap((aggregate) => aggregate.dimensions.map(({name}) => name)));
  const shown = dimensions.filter(({name}) => used.has(name));
  const ground =
    found && isGroundOf(found, shown, customersAtLeast) ? found : customerGround(shown, customersAtLeast);
  const others = (["slot", "order", "product"] as const).flatMap((key) => [
    ...coarsenings(shown.filter(({keyedBy}) => keyedBy === key))
  ]);
  const rules = {
    customersAtLeast,
    largestCustomerAtMost,
    coarser: new Map([...ground.coarser, ...others]),
    exposed: [...ground.exposed, ...exposed],
    customersOfCells: customersOfCells(baskets, shown)
  };
  return hiddenCells(raw.map(countedTable), rules, memo);
}

const countedTable = ({dimensions, parts, largest_spend}: RawAggregate): CountedTable => ({
  dimensions,
  customers: parts.customers,
  ...(parts.spend && largest_spend && {spend: parts.spend, largestSpend: largest_spend})
});

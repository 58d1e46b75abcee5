import type {Aggregate} from "../aggregates/aggregate.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {CellMoments} from "../aggregates/spread.ts";

/** Takes every part of the hidden cells out of an aggregate. `hidden` is 1 or 0 per cell. */
export function withoutHidden({largest_spend: _, ...aggregate}: RawAggregate, hidden: Uint8Array): Aggregate {
  if (!hidden.includes(1)) return {...aggregate, hidden};
  const shown = (values: Float64Array): Float64Array => {
    const left = new Float64Array(values.length);
    for (let cell = 0; cell < left.length; cell++)
      left[cell] = hidden[cell] === 1 ? Number.NaN : values[cell]!;
    return left;
  };
  const parts = Object.fromEntries(
    Object.entries(aggregate.parts).map(([name, values]) => [name, shown(values)])
  );
  const {gap_histogram, spreads} = aggregate;
  const histogram = gap_histogram && {
    width: gap_histogram.width,
    counts: gap_histogram.counts.map((count, at) =>
      hidden[Math.floor(at / gap_histogram.width)] === 1 ? Number.NaN : count
    )
  };
  return {
    ...aggregate,
    parts: parts as unknown as Aggregate["parts"],
    hidden,
    ...(spreads && {spreads: shownSpreads(spreads, shown)}),
    ...(histogram && {gap_histogram: histogram})
  };
}

function shownSpreads(
  spreads: NonNullable<Aggregate["spreads"]>,
  shown: (values: Float64Array) => Float64Array
): ReadonlyMap<string, CellMoments> {
  return new Map(
    [...spreads].map(([key, {nn, nd, dd}]) => [key, {nn: shown(nn), nd: shown(nd), dd: shown(dd)}])
  );
}

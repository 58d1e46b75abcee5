import type {Aggregate} from "./aggregate.ts";
import type {CellMoments} from "./spread.ts";

/**
 * The only door to the report: hides every part of a cell that describes at least one customer but fewer than
 * `atLeast`. Cells with no customer stay: zero says nothing of anybody.
 */
export function disclose(aggregate: Omit<Aggregate, "hidden">, atLeast: number): Aggregate {
  const hidden = Uint8Array.from(aggregate.parts.customers, (customers) =>
    customers > 0 && customers < atLeast ? 1 : 0
  );
  if (!hidden.includes(1)) return {...aggregate, hidden};
  const shown = (values: Float64Array): Float64Array =>
    values.map((value, cell) => (hidden[cell] === 1 ? Number.NaN : value));
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

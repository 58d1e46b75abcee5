import type {Aggregate} from "../../data-loaders/aggregates/aggregate.ts";
import type {Measure} from "../../data-loaders/config/measures.ts";
import type {MeasureTotals} from "../../data-loaders/measures/measureValues.ts";
import {measureValues} from "../../data-loaders/measures/measureValues.ts";
import {cellsOnto} from "./aggregateCells.ts";

interface ValueColumns {
  readonly values: readonly Float64Array[];
  readonly bases: readonly Float64Array[];
  readonly shares: readonly Float64Array[];
}

/** Columns over all cells: one per measure, in the order of the measures. */
export function valueColumns(
  measures: readonly Measure[],
  cells: Aggregate,
  group: Aggregate,
  base: Aggregate,
  everyone: Aggregate
): ValueColumns {
  const baseOf = cellsOnto(cells, base);
  const totals: MeasureTotals = {
    group,
    groupOf: cellsOnto(cells, group),
    base: {cells: base, cellOf: baseOf, whole: everyone}
  };
  const baseTotals: MeasureTotals = {
    group: everyone,
    groupOf: new Uint8Array(base.cells),
    base: {cells: base, cellOf: Uint32Array.from({length: base.cells}, (_, cell) => cell), whole: everyone}
  };
  return {
    values: measures.map((measure) => measureValues(measure, cells, totals)),
    bases: measures.map((measure) => {
      const values = measureValues(measure, base, baseTotals);
      return Float64Array.from(baseOf, (cell) => values[cell]!);
    }),
    shares: measures.map((measure) =>
      measure.kind === "total"
        ? measureValues({...measure, kind: "share"}, cells, totals)
        : new Float64Array()
    )
  };
}

/** The measures over all that one cell holds. */
export function wholeValues(measures: readonly Measure[], whole: Aggregate, everyone: Aggregate): number[] {
  const first = [0];
  const totals: MeasureTotals = {
    group: whole,
    groupOf: first,
    base: {cells: everyone, cellOf: first, whole: everyone}
  };
  return measures.map((measure) => measureValues(measure, whole, totals)[0]!);
}

import type {Aggregate} from "../../../data-loaders/aggregates/aggregate.ts";
import {holm} from "../../../data-loaders/statistics/holm.ts";
import {liftInterval, SUPPORT_FLOOR} from "../../../data-loaders/statistics/liftInterval.ts";
import {SIGNIFICANT} from "../../../data-loaders/statistics/verdict.ts";
import type {FigureSpec} from "../figureSpec.ts";
import {labelName} from "../labelName.ts";
import type {AnalysisResult} from "./analysisRows.ts";

/** Aggregates of one segment, of everyone, and their wholes. */
export interface LiftCells {
  readonly own: Aggregate;
  readonly base: Aggregate;
  /** Customers of the segment, and of all. */
  readonly customers: number;
  readonly all: number;
}

/**
 * What a segment's customers buy more than others: the largest lifts by customers among those that enough of them
 * bought, and that are sure, corrected for how many were looked at.
 */
export function liftData({own, base, customers, all}: LiftCells, {top = 10, of}: FigureSpec): AnalysisResult {
  const dimension = own.dimensions[0]!;
  const candidates = dimension.labels.flatMap((_, code) => {
    const [both, second] = [own.parts.customers[code]!, base.parts.customers[code]!];
    if (!(both >= SUPPORT_FLOOR) || !Number.isFinite(second)) return [];
    const lift = liftInterval({both, first: customers, second, all});
    return Number.isFinite(lift.p) ? [{code, both, second, lift}] : [];
  });
  const adjusted = holm(candidates.map(({lift}) => lift.p));
  const sure = candidates
    .filter(({lift}, at) => lift.value > 1 && adjusted[at]! < SIGNIFICANT)
    .sort((a, b) => b.lift.value - a.lift.value || a.code - b.code);
  return {
    titles: [dimension.title],
    rows: sure.slice(0, top).map(({code, both, second, lift}) => ({
      labels: [labelName(dimension, code).name],
      values: [lift.value, both / customers, second / all],
      customers: both,
      interval: lift
    })),
    customers,
    count: sure.length,
    notes: [
      `Of ${candidates.length.toLocaleString("en-US")} that at least ${SUPPORT_FLOOR} of these customers bought, ${sure.length.toLocaleString("en-US")} are bought by more of them than of all customers, surely.`
    ],
    ...(sure.length === 0 && {
      nothing: `nothing that at least ${SUPPORT_FLOOR} customers of ${of?.label ?? "the group"} bought is surely bought by more of them than of all customers`
    })
  };
}

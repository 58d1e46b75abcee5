import type {Aggregate} from "../aggregates/aggregate.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {AnalysedBaskets, AnalysisGate, Counting} from "./analysedBaskets.ts";
import type {Concentration, ConcentrationOf, CurvePoint} from "./concentration.ts";
import {countedTotals} from "./countedTotals.ts";
import {remembered} from "./remembered.ts";

const ALL: readonly ConcentrationOf[] = ["orders", "items", "spend"];

/** The concentration of orders, items and spend over all customers. */
export async function concentrations(
  analysed: Pick<AnalysedBaskets, "baskets" | "memo">,
  {pool, gate}: Counting,
  of: readonly ConcentrationOf[] = ALL
): Promise<Concentration[]> {
  const lists = await Promise.all(
    of.map((part) =>
      remembered(analysed.memo, {ascending: part}, async () => [
        (await countedTotals(analysed, pool))[part].toSorted()
      ])
    )
  );
  return concentrationsOf(new Map(of.map((part, at) => [part, lists[at]![0]!])), gate);
}

/** @param values one per customer, not negative, the least first; orders, items or cents */
export async function concentrationsOf(
  values: ReadonlyMap<ConcentrationOf, Float64Array>,
  gate: AnalysisGate
): Promise<Concentration[]> {
  const sorted = [...values].map(([of, ascending]) => ({
    of,
    ascending,
    ends: stepEnds(ascending.length, gate.atLeast),
    gini: gini(ascending)
  }));
  const shown = await gate.disclose([...sorted.map(stepTable), ...sorted.map(topTable)]);
  return sorted.map((each, at) => concentration(each, shown[at]!, shown[sorted.length + at]!));
}

interface Sorted {
  readonly of: ConcentrationOf;
  readonly ascending: Float64Array;
  /** 0, then the customers up to the end of each step. */
  readonly ends: readonly number[];
  readonly gini: number;
}

/** Numbers of steps whose ends are whole percents. */
const STEPS = [100, 50, 25, 20, 10, 5, 4, 2, 1];

function stepEnds(customers: number, atLeast: number): number[] {
  const steps = STEPS.find((count) => Math.floor(customers / count) >= Math.max(1, atLeast)) ?? 0;
  return Array.from({length: steps + 1}, (_, step) => Math.floor((customers * step) / Math.max(1, steps)));
}

function stepTable({of, ascending, ends}: Sorted): RawAggregate {
  const starts = ends.slice(0, -1);
  const name = `customers by ${of}`;
  const labels = starts.map((from, step) => `${from + 1} to ${ends[step + 1]!}`);
  return {
    dimensions: [{name, title: name, grain: "customer", labels, ordered: true}],
    cells: starts.length,
    parts: {
      customers: Float64Array.from(starts, (from, step) => ends[step + 1]! - from),
      [of]: Float64Array.from(starts, (from, step) => sum(ascending.subarray(from, ends[step + 1]!)))
    }
  };
}

/** Customers of the top shares, and all last. */
function topTable({of, ascending, ends}: Sorted): RawAggregate {
  const counts = [...topSteps(ends).map((step) => ascending.length - ends[step]!), ascending.length];
  const name = `top customers by ${of}`;
  const labels = counts.map(String);
  return {
    dimensions: [{name, title: name, grain: "customer", labels, ordered: true}],
    cells: counts.length,
    parts: {customers: Float64Array.from(counts)}
  };
}

function concentration(
  {of, ascending, ends, gini: coefficient}: Sorted,
  steps: Aggregate,
  tops: Aggregate
): Concentration {
  const customers = tops.parts.customers.at(-1)!;
  if (ends.length < 3) return {of, customers, total: Number.NaN, gini: Number.NaN, curve: [], top: []};
  const parts = steps.parts[of]!;
  const total = sum(parts);
  const curve: CurvePoint[] = [];
  let below = 0;
  for (const [step, end] of ends.entries()) {
    if (step > 0) below += parts[step - 1]!;
    curve.push({customer_share: end / ascending.length, part_share: below / total});
  }
  const top = topSteps(ends).map((step, at) => ({
    customers: tops.parts.customers[at]!,
    customer_share: 1 - curve[step]!.customer_share,
    part_share: 1 - curve[step]!.part_share
  }));
  return {of, customers, total, gini: coefficient, curve, top};
}

/** Gini's coefficient: 2 Σ i x_i ÷ (n Σ x_i) − (n + 1) ÷ n, x ascending, i from 1 (Sen 1973, "On Economic Inequality", ch. 2). */
function gini(ascending: Float64Array): number {
  const count = ascending.length;
  const total = sum(ascending);
  let weighted = 0;
  for (let at = 0; at < count; at++) weighted += (at + 1) * (ascending[at]! / total);
  return (2 * weighted) / count - (count + 1) / count;
}

const TOP_PERCENT = [1, 2, 5, 10, 20, 25, 50];

/**
 * The steps after which the top shares begin: those that end where a step of the curve does, so that no two numbers
 * enclose fewer customers than a step.
 */
function topSteps(ends: readonly number[]): number[] {
  const steps = ends.length - 1;
  return TOP_PERCENT.map((percent) => steps - (steps * percent) / 100).filter(Number.isInteger);
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at]!;
  return total;
}

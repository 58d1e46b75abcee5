import type {Aggregate} from "../aggregates/aggregate.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {AnalysedBaskets, AnalysisGate, Counting} from "./analysedBaskets.ts";
import type {Concentration, ConcentrationOf, CurvePoint} from "./concentration.ts";
import {concentrationSums, sum} from "./concentrationSums.ts";
import type {ConcentrationSums, ConcentrationTask} from "./concentrationSums.ts";
import {countedTotals} from "./countedTotals.ts";
import {remembered} from "./remembered.ts";

const ALL: readonly ConcentrationOf[] = ["orders", "items", "spend"];

/** The concentration of orders, items and spend over all customers. */
export async function concentrations(
  analysed: Pick<AnalysedBaskets, "baskets" | "memo">,
  {pool, gate}: Counting,
  of: readonly ConcentrationOf[] = ALL
): Promise<Concentration[]> {
  const {customers} = analysed.baskets;
  const ends = stepEnds(customers, gate.atLeast);
  const summed = await Promise.all(
    of.map(async (part): Promise<SummedSteps> => {
      const [gini, sums] = await remembered(analysed.memo, {concentration: part, ends}, async () => {
        const values = (await countedTotals(analysed, pool))[part];
        const task: ConcentrationTask = {values, ends};
        const counted = await pool.run<ConcentrationSums>("concentrationSums", task, "short");
        return [Float64Array.of(counted.gini), counted.sums];
      });
      return {of: part, customers, ends, gini: gini![0]!, sums: sums!};
    })
  );
  return disclosed(summed, gate);
}

/** @param values one per customer, not negative; orders, items or cents */
export function concentrationsOf(
  values: ReadonlyMap<ConcentrationOf, Float64Array>,
  gate: AnalysisGate
): Promise<Concentration[]> {
  const summed = [...values].map(([of, each]): SummedSteps => {
    const ends = stepEnds(each.length, gate.atLeast);
    return {of, customers: each.length, ends, ...concentrationSums({values: each, ends})};
  });
  return disclosed(summed, gate);
}

/** Before the gate. */
interface SummedSteps extends ConcentrationSums {
  readonly of: ConcentrationOf;
  readonly customers: number;
  /** 0, then the customers up to the end of each step, from those with least. */
  readonly ends: readonly number[];
}

async function disclosed(summed: readonly SummedSteps[], gate: AnalysisGate): Promise<Concentration[]> {
  const shown = await gate.disclose([...summed.map(stepTable), ...summed.map(topTable)]);
  return summed.map((each, at) => concentration(each, shown[at]!, shown[summed.length + at]!));
}

/** Numbers of steps whose ends are whole percents. */
const STEPS = [100, 50, 25, 20, 10, 5, 4, 2, 1];

function stepEnds(customers: number, atLeast: number): number[] {
  const steps = STEPS.find((count) => Math.floor(customers / count) >= Math.max(1, atLeast)) ?? 0;
  return Array.from({length: steps + 1}, (_, step) => Math.floor((customers * step) / Math.max(1, steps)));
}

function stepTable({of, ends, sums}: SummedSteps): RawAggregate {
  const starts = ends.slice(0, -1);
  const name = `customers by ${of}`;
  const labels = starts.map((from, step) => `${from + 1} to ${ends[step + 1]!}`);
  return {
    dimensions: [{name, title: name, grain: "customer", labels, ordered: true}],
    cells: starts.length,
    parts: {
      customers: Float64Array.from(starts, (from, step) => ends[step + 1]! - from),
      [of]: sums
    }
  };
}

/** Customers of the top shares, and all last. */
function topTable({of, customers, ends}: SummedSteps): RawAggregate {
  const counts = [...topSteps(ends).map((step) => customers - ends[step]!), customers];
  const name = `top customers by ${of}`;
  const labels = counts.map(String);
  return {
    dimensions: [{name, title: name, grain: "customer", labels, ordered: true}],
    cells: counts.length,
    parts: {customers: Float64Array.from(counts)}
  };
}

function concentration(
  {of, customers: all, ends, gini}: SummedSteps,
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
    curve.push({customer_share: end / all, part_share: below / total});
  }
  const top = topSteps(ends).map((step, at) => ({
    customers: tops.parts.customers[at]!,
    customer_share: 1 - curve[step]!.customer_share,
    part_share: 1 - curve[step]!.part_share
  }));
  return {of, customers, total, gini, curve, top};
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

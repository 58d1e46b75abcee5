import type {Baskets} from "../baskets/store.ts";
import {NO_GAP} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {Aggregate, AggregateQuery} from "./aggregate.ts";
import {cellPlan, planCellOf, queryDimensions} from "./cellPlan.ts";
import type {CellSums, CountTask} from "./countCells.ts";
import type {CodedDimension} from "./dimensions.ts";

/** An aggregate before the disclosure gate; it may not leave the machine. */
export type RawAggregate = Omit<Aggregate, "hidden">;

/**
 * Answers all queries in one pass over the baskets, each thread over its own customers.
 * Whole numbers throughout, so the result does not depend on the number of threads.
 */
export async function aggregates(
  queries: readonly AggregateQuery[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets,
  pool: WorkerPool
): Promise<RawAggregate[]> {
  const asked = queries.map((query) => queryDimensions(query, dimensions));
  const plans = asked.map(cellPlan);
  const {words: _, ...arrays} = baskets;
  const gapWidth = longestGap(baskets.orderGap) + 1;
  const tasks = customerRanges(baskets, pool.size).map(
    ([from, to]): CountTask => ({baskets: arrays, plans, from, to, gapWidth})
  );
  const partial = await Promise.all(tasks.map((task) => pool.run<CellSums[]>("countCells", task)));
  return plans.map((plan, at) =>
    toAggregate(asked[at]!, plan.cells, addSums(partial.map((sums) => sums[at]!)), gapWidth)
  );
}

/** Ranges of customers with about the same number of items each. */
export function customerRanges(
  {customers, orderStart, itemStart, items}: Baskets,
  parts: number
): [number, number][] {
  const bounds = [0];
  let customer = 0;
  for (let part = 1; part < parts; part++) {
    while (customer < customers && itemStart[orderStart[customer]!]! < (items * part) / parts) customer++;
    bounds.push(customer);
  }
  bounds.push(customers);
  return bounds.slice(1).map((to, part) => [bounds[part]!, to]);
}

function longestGap(gaps: Uint16Array): number {
  let longest = 0;
  for (const gap of gaps) if (gap !== NO_GAP && gap > longest) longest = gap;
  return longest;
}

function addSums(parts: readonly CellSums[]): CellSums {
  const [first, ...rest] = parts as readonly [CellSums, ...CellSums[]];
  for (const part of rest) {
    for (const name of Object.keys(first) as (keyof CellSums)[]) {
      const sums = first[name]!;
      const more = part[name]!;
      for (let cell = 0; cell < sums.length; cell++) sums[cell]! += more[cell]!;
    }
  }
  return first;
}

function toAggregate(
  dimensions: readonly CodedDimension[],
  cells: number,
  sums: CellSums,
  width: number
): RawAggregate {
  const from = planCellOf(dimensions, cells);
  const inOrder = (values: Float64Array, run = 1): Float64Array =>
    from ? reordered(values, from, run) : values;
  const {gap_histogram, ...parts} = sums;
  return {
    dimensions: dimensions.map(({name, title, grain, labels, ordered}) => ({
      name,
      title,
      grain,
      labels,
      ordered
    })),
    cells,
    parts: Object.fromEntries(
      Object.entries(parts).map(([name, values]) => [name, inOrder(values)])
    ) as unknown as Aggregate["parts"],
    ...(gap_histogram && {gap_histogram: {width, counts: inOrder(gap_histogram, width)}})
  };
}

/** Runs of `run` values, taken in the order `from` says. */
function reordered(values: Float64Array, from: Uint32Array, run: number): Float64Array {
  const result = new Float64Array(values.length);
  from.forEach((cell, at) => result.set(values.subarray(cell * run, (cell + 1) * run), at * run));
  return result;
}

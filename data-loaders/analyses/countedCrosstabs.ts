import type {CodedDimension} from "../aggregates/dimensions.ts";
import {codesDigest} from "../aggregates/keptAggregates.ts";
import type {Memo} from "../baskets/memo.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";
import {countedTotals} from "./countedTotals.ts";
import type {ValueSums} from "./crosstab.ts";
import type {CodedPair, CustomerPairsTask} from "./customerPairs.ts";
import type {CustomerTotals} from "./customerTotals.ts";
import {valueKey} from "./customerValue.ts";
import type {CustomerValue} from "./customerValue.ts";
import {remembered, rememberedEach} from "./remembered.ts";
import type {ValueRanksTask} from "./valueRanks.ts";
import type {ValueSumsTask} from "./valueSums.ts";

/** Before the gate; it may not leave the machine. */
export interface CountedCrosstabs {
  readonly pairs: readonly {
    readonly rows: CodedDimension;
    readonly columns: CodedDimension;
    readonly counts: Float64Array;
  }[];
  /** Grain: one per segmentation and value. */
  readonly values: readonly {
    readonly by: CodedDimension;
    readonly value: CustomerValue;
    readonly ties: number;
    readonly sums: ValueSums;
  }[];
}

/** Whole pairs and whole values are dealt to the threads, so that no sum depends on their number. */
export async function countedCrosstabs(
  analysed: AnalysedBaskets,
  segmentations: readonly CodedDimension[],
  values: readonly CustomerValue[],
  pool: WorkerPool
): Promise<CountedCrosstabs> {
  const described = segmentations.map((by) => ({by, of: [codesDigest(by.codes), by.labels.length]}));
  const pairs = described.flatMap((rows, at) => described.slice(at + 1).map((columns) => ({rows, columns})));
  const [counts, sums] = await Promise.all([
    rememberedEach(
      analysed.memo,
      pairs.map(({rows, columns}) => ({pair: [rows.of, columns.of]})),
      (missing) =>
        countPairs(
          missing.map((at) => codedPair(pairs[at]!.rows.by, pairs[at]!.columns.by)),
          pool
        )
    ),
    countedValues(analysed, described, values, pool)
  ]);
  return {
    pairs: pairs.map(({rows, columns}, at) => ({
      rows: rows.by,
      columns: columns.by,
      counts: counts[at]![0]!
    })),
    values: values.flatMap((value, at) =>
      segmentations.map((by, place) => {
        const [ties, ...lists] = sums[at]![place]!;
        return {by, value, ties: ties![0]!, sums: valueSumsOf(lists)};
      })
    )
  };
}

interface Described {
  readonly by: CodedDimension;
  /** What counts by it depend on. */
  readonly of: unknown;
}

const codedPair = (rows: CodedDimension, columns: CodedDimension): CodedPair => ({
  rows: rows.codes,
  columns: columns.codes,
  columnCount: columns.labels.length,
  cells: rows.labels.length * columns.labels.length
});

async function countPairs(pairs: readonly CodedPair[], pool: WorkerPool): Promise<Float64Array[][]> {
  const length = Math.ceil(pairs.length / pool.size);
  const parts = Array.from({length: pool.size}, (_, at) => pairs.slice(at * length, (at + 1) * length));
  const counted = await Promise.all(
    parts.map((part) => pool.run<Float64Array[]>("customerPairs", {pairs: part} satisfies CustomerPairsTask))
  );
  return counted.flat().map((counts) => [counts]);
}

const SUMS = ["customers", "mean", "squares", "ranks"] as const;

/** By value and segmentation: the ties, then the sums. */
async function countedValues(
  analysed: AnalysedBaskets,
  segmentations: readonly Described[],
  values: readonly CustomerValue[],
  pool: WorkerPool
): Promise<(readonly Float64Array[])[][]> {
  let totals: Promise<CustomerTotals> | undefined;
  return Promise.all(
    values.map((value) =>
      rememberedEach(
        analysed.memo,
        segmentations.map(({of}) => ({value: valueKey(value), of})),
        async (missing) => {
          totals ??= countedTotals(analysed, pool);
          const coded = missing.map((at) => segmentations[at]!.by);
          return countSums(value, await totals, coded, analysed.memo, pool);
        }
      )
    )
  );
}

async function countSums(
  value: CustomerValue,
  totals: CustomerTotals,
  segmentations: readonly CodedDimension[],
  memo: Memo,
  pool: WorkerPool
): Promise<Float64Array[][]> {
  const coded = segmentations.map(({codes, labels}) => ({codes, size: labels.length}));
  const [ranks, ties] = (await remembered(memo, {ranks: valueKey(value)}, () =>
    pool.run<Float64Array[]>("valueRanks", {value, totals} satisfies ValueRanksTask)
  )) as [Float64Array, Float64Array];
  const task: ValueSumsTask = {value, totals, ranks, segmentations: coded};
  const sums = await pool.run<ValueSums[]>("valueSums", task);
  return sums.map((each) => [ties, ...SUMS.map((name) => each[name])]);
}

function valueSumsOf(lists: readonly Float64Array[]): ValueSums {
  const entries = SUMS.map((name, at) => [name, lists[at]!]);
  return Object.fromEntries(entries) as unknown as ValueSums;
}

import type {CodedDimension} from "../aggregates/dimensions.ts";
import {codesDigest} from "../aggregates/keptAggregates.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";
import {countedTotals} from "./countedTotals.ts";
import type {ValueSums} from "./crosstab.ts";
import type {CodedPair, CustomerPairsTask} from "./customerPairs.ts";
import type {CustomerTotals} from "./customerTotals.ts";
import {valueKey} from "./customerValue.ts";
import type {CustomerValue} from "./customerValue.ts";
import {remembered} from "./remembered.ts";
import type {CountedSums, ValueSumsTask} from "./valueSums.ts";

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
  const pairs = segmentations.flatMap((rows, at) =>
    segmentations.slice(at + 1).map((columns) => ({rows, columns}))
  );
  const of = segmentations.map(({codes, labels}) => [codesDigest(codes), labels.length]);
  let totals: Promise<CustomerTotals> | undefined;
  const [counts, ...sums] = await Promise.all([
    remembered(analysed.memo, {pairs: of}, () => countPairs(pairs.map(codedPair), pool)),
    ...values.map((value) =>
      remembered(analysed.memo, {value: valueKey(value), of}, async () => {
        totals ??= countedTotals(analysed, pool);
        return countSums(value, await totals, segmentations, pool);
      })
    )
  ]);
  return {
    pairs: pairs.map((pair, at) => ({...pair, counts: counts[at]!})),
    values: values.flatMap((value, at) => {
      const [ties, ...lists] = sums[at]!;
      return segmentations.map((by, place) => ({by, value, ties: ties![0]!, sums: sumsAt(lists, place)}));
    })
  };
}

const codedPair = ({rows, columns}: {rows: CodedDimension; columns: CodedDimension}): CodedPair => ({
  rows: rows.codes,
  columns: columns.codes,
  columnCount: columns.labels.length,
  cells: rows.labels.length * columns.labels.length
});

async function countPairs(pairs: readonly CodedPair[], pool: WorkerPool): Promise<Float64Array[]> {
  const length = Math.ceil(pairs.length / pool.size);
  const parts = Array.from({length: pool.size}, (_, at) => pairs.slice(at * length, (at + 1) * length));
  const counted = await Promise.all(
    parts.map((part) => pool.run<Float64Array[]>("customerPairs", {pairs: part} satisfies CustomerPairsTask))
  );
  return counted.flat();
}

const SUMS = ["customers", "mean", "squares", "ranks"] as const;

async function countSums(
  value: CustomerValue,
  totals: CustomerTotals,
  segmentations: readonly CodedDimension[],
  pool: WorkerPool
): Promise<Float64Array[]> {
  const coded = segmentations.map(({codes, labels}) => ({codes, size: labels.length}));
  const task: ValueSumsTask = {value, totals, segmentations: coded};
  const {ties, sums} = await pool.run<CountedSums>("valueSums", task);
  return [Float64Array.of(ties), ...sums.flatMap((each) => SUMS.map((name) => each[name]))];
}

function sumsAt(lists: readonly Float64Array[], place: number): ValueSums {
  const entries = SUMS.map((name, at) => [name, lists[place * SUMS.length + at]!]);
  return Object.fromEntries(entries) as unknown as ValueSums;
}

import type {CodedDimension} from "../aggregates/dimensions.ts";
import {codesDigest} from "../aggregates/keptAggregates.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";
import type {CodedPair, CustomerPairsTask} from "./customerPairs.ts";
import {rememberedEach} from "./remembered.ts";

/** Customers by two segmentations, before the gate. */
export interface CountedPair {
  readonly rows: CodedDimension;
  readonly columns: CodedDimension;
  /** Row-major. */
  readonly counts: Float64Array;
}

/** Customers by each two of some segmentations: as they were remembered, or counted now. */
export async function countedPairs(
  {memo}: Pick<AnalysedBaskets, "memo">,
  segmentations: readonly CodedDimension[],
  pool: WorkerPool
): Promise<CountedPair[]> {
  const pairs = segmentations.flatMap((rows, at) =>
    segmentations.slice(at + 1).map((columns) => ({rows, columns}))
  );
  const of = ({codes, labels}: CodedDimension): unknown => [codesDigest(codes), labels.length];
  const counts = await rememberedEach(
    memo,
    pairs.map(({rows, columns}) => ({pair: [of(rows), of(columns)]})),
    (missing) =>
      countPairs(
        missing.map((at) => codedPair(pairs[at]!)),
        pool
      )
  );
  return pairs.map((pair, at) => ({...pair, counts: counts[at]![0]!}));
}

const codedPair = ({rows, columns}: Omit<CountedPair, "counts">): CodedPair => ({
  rows: rows.codes,
  columns: columns.codes,
  columnCount: columns.labels.length,
  cells: rows.labels.length * columns.labels.length
});

async function countPairs(pairs: readonly CodedPair[], pool: WorkerPool): Promise<Float64Array[][]> {
  const length = Math.ceil(pairs.length / pool.size);
  const parts = Array.from({length: pool.size}, (_, at) => pairs.slice(at * length, (at + 1) * length));
  const counted = await Promise.all(
    parts.map((part) =>
      pool.run<Float64Array[]>("customerPairs", {pairs: part} satisfies CustomerPairsTask, "short")
    )
  );
  return counted.flat().map((counts) => [counts]);
}

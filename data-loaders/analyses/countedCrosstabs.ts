import type {CodedDimension} from "../aggregates/dimensions.ts";
import {codesDigest} from "../aggregates/keptAggregates.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";
import {countedPairs} from "./countedPairs.ts";
import type {CountedPair} from "./countedPairs.ts";
import {countedRanks, ranksOf} from "./countedRanks.ts";
import type {ValueSums} from "./crosstab.ts";
import {valueKey} from "./customerValue.ts";
import type {CustomerValue} from "./customerValue.ts";
import {rememberedEach} from "./remembered.ts";
import type {CountedValue, RankedSource, ValueSumsTask} from "./valueSums.ts";

/** Before the gate; it may not leave the machine. */
export interface CountedCrosstabs {
  readonly pairs: readonly CountedPair[];
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
  const [pairs, sums] = await Promise.all([
    countedPairs(analysed, segmentations, pool),
    countedValues(analysed, segmentations.map(described), values, pool)
  ]);
  return {
    pairs,
    values: values.flatMap((value, at) =>
      segmentations.map((by, place) => {
        const [ties, ...lists] = sums[place]!.slice(at * WIDTH, (at + 1) * WIDTH);
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

const described = (by: CodedDimension): Described => ({by, of: [codesDigest(by.codes), by.labels.length]});

const SUMS = ["customers", "mean", "squares", "ranks"] as const;
const WIDTH = 1 + SUMS.length;

/** By segmentation: of each value the ties, then the sums. */
async function countedValues(
  analysed: AnalysedBaskets,
  segmentations: readonly Described[],
  values: readonly CustomerValue[],
  pool: WorkerPool
): Promise<(readonly Float64Array[])[]> {
  const keys = values.map(valueKey);
  return rememberedEach(
    analysed.memo,
    segmentations.map(({of}) => ({values: keys, of})),
    async (missing) => {
      const coded = missing.map((at) => segmentations[at]!.by);
      const counted = await Promise.all(values.map((value) => countSums(value, coded, analysed, pool)));
      return missing.map((_, at) =>
        counted.flatMap(({sums, ties}) => [Float64Array.of(ties), ...SUMS.map((name) => sums[at]![name])])
      );
    }
  );
}

/** Segmentations change with every edit, customers' ranks do not. */
async function countSums(
  value: CustomerValue,
  by: readonly CodedDimension[],
  analysed: AnalysedBaskets,
  pool: WorkerPool
): Promise<CountedValue> {
  const segmentations = by.map(({codes, labels}) => ({codes, size: labels.length}));
  const count = (of: RankedSource) =>
    pool.run<CountedValue | undefined>("valueSums", {of, segmentations} satisfies ValueSumsTask, "short");
  const told = await count(await countedRanks(value, analysed, pool));
  return told ?? (await count(await ranksOf(value, analysed, pool)))!;
}

function valueSumsOf(lists: readonly Float64Array[]): ValueSums {
  const entries = SUMS.map((name, at) => [name, lists[at]!]);
  return Object.fromEntries(entries) as unknown as ValueSums;
}

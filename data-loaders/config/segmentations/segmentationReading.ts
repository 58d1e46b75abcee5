import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Grain, Segmentation} from "../segments.ts";
import type {Vocabulary, Words} from "../vocabulary.ts";

/** One segmentation as it stands in the file. */
export interface SegmentationEntry {
  readonly name: string;
  readonly value: unknown;
  readonly path: Path;
  readonly problems: ProblemList;
}

/** Quantiles whose cut points are kept. */
export interface FrozenQuantiles {
  readonly by: string | undefined;
  readonly count: number | undefined;
}

/** A segmentation of known kind: what the rest of the file may ask of it. Each kind has a file that makes one. */
export interface SegmentationReading {
  readonly name: string;
  readonly path: Path;
  /** What it splits; absent where that has a problem. */
  readonly grain: Grain | undefined;
  /** Words it uses that may be names of other segmentations. */
  readonly uses: readonly string[];
  /** Bins of quantiles with `freeze: true`. */
  readonly frozen?: FrozenQuantiles | undefined;
  /** In order of code; absent where some are not known. Those it uses are in `labels` already. */
  readonly labels: (
    labels: ReadonlyMap<string, readonly string[]>,
    words: Words
  ) => readonly string[] | undefined;
  /** Adds the problems of its meaning. */
  readonly check: (vocabulary: Vocabulary) => void;
  /** Only for a file without problems. Those it uses are in `done` already. */
  readonly exact: (done: ReadonlyMap<string, Segmentation>, vocabulary: Vocabulary) => Segmentation;
}

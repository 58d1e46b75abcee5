import type {Columns} from "./columns.ts";
import type {Draft} from "./shapes/draft.ts";
import type {WrittenFact} from "./shapes/fact.ts";
import type {SegmentationReading} from "./segmentations/segmentationReading.ts";

/** The names that facts and segmentations may use. A name without a value is known but has problems of its own. */
export interface Words {
  /** Absent where sources.yaml cannot be read: then no column is called unknown. */
  readonly columns: Columns | undefined;
  readonly facts: ReadonlyMap<string, Draft<WrittenFact> | undefined>;
  readonly segmentations: ReadonlyMap<string, SegmentationReading | undefined>;
}

/** The names with what they stand for. */
export interface Vocabulary extends Words {
  /** Labels of the segmentations that have no problem. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Cut points of `frozen.yaml`, by segmentation. */
  readonly frozen: ReadonlyMap<string, readonly number[]>;
}

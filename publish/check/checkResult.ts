import type {Problem} from "../../data-loaders/config/problem.ts";
import type {Grain} from "../../data-loaders/config/segments.ts";
import type {PopulationFlow} from "../../data-loaders/tables/populationFlow.ts";

/** What `check` finds where nothing stops a build. */
export interface CheckResult {
  readonly flow: PopulationFlow;
  readonly segmentations: readonly CheckedSegmentation[];
  /** Segmentations that this data can't have, with the reason. */
  readonly unavailable: readonly {readonly name: string; readonly because: string}[];
  readonly warnings: readonly Problem[];
}

export interface CheckedSegmentation {
  readonly name: string;
  readonly title: string;
  readonly grain: Grain;
  /** Rows that are split: customers, orders, or products. */
  readonly rows: number;
  readonly segments: readonly CheckedSegment[];
  /** Of a cross: the labels of its two segmentations; its segments are the pairs, row by row. */
  readonly cross?: readonly [readonly string[], readonly string[]];
}

export interface CheckedSegment {
  readonly label: string;
  /** Rows of the segment. */
  readonly count: number;
  /** Of all rows that are split, 0 to 1. */
  readonly share: number;
  /** `hidden`: it describes fewer customers than the privacy threshold. */
  readonly flags: readonly ("empty" | "hidden")[];
}

import type {AnalysisSpec} from "./analysisSpec.ts";
import {analysisForms} from "./analysisSpec.ts";
import type {VerdictTexts} from "./byVerdict.ts";

/** How a figure may be drawn. `table` is a figure too: numbered, with a finding. */
const measuredForms = [
  "bars",
  "columns",
  "heatmap",
  "stacked",
  "index",
  "dots",
  "multiples",
  "table"
] as const;
export const chartForms = [...measuredForms, ...analysisForms] as const;
export type MeasuredForm = (typeof measuredForms)[number];
export type ChartForm = (typeof chartForms)[number];

/** One segment of a segmentation, by its label. */
export interface SegmentRef {
  readonly segmentation: string;
  readonly label: string;
}

/** A text with `{{ }}` in it, relative to the figure's own values; or one for each verdict of what `of` names. */
export type Headline = string | {readonly of?: string; readonly texts: VerdictTexts};

/** What must hold in the data: `price_per_item.verdict is no difference`; else the build stops at its line. */
export interface Expected {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly width: number;
}

/** A figure as a page asks for it, checked against measures, dimensions and segments. */
export interface FigureSpec {
  /** Unique in the report; the anchor of the figure and the name of its download. */
  readonly id: string;
  readonly finding: Headline;
  /** Names of measures; several for tables, panels and stacks. */
  readonly measures: readonly string[];
  /** Names of dimensions, none to two. */
  readonly by: readonly string[];
  /** Only customers of this segment. */
  readonly of?: SegmentRef;
  /** The dimension of `by` in which shares sum to one; absent: shares of the whole. */
  readonly within?: string;
  readonly chart: ChartForm;
  /** Only the largest so many. */
  readonly top?: number;
  /** `value`: largest first; `lowest`: smallest first; `order`: as the dimension has it; else the label of a column. */
  readonly sort: string;
  /** Labels in the accent colour, or `highest`, `lowest`, `none`. */
  readonly highlight: readonly string[];
  /** True when everyone's value stands beside. */
  readonly compared: boolean;
  readonly note?: string;
  readonly expects: readonly Expected[];
  /** Present where the rows are those of an analysis. */
  readonly analysis?: AnalysisSpec;
  /** Where the block stands, for messages. */
  readonly place: {readonly file: string; readonly line: number};
  /** Measures asked for that this data lacks, each with the reason; the figure does without. */
  readonly lacking: ReadonlyMap<string, string>;
  /** Why the figure cannot be drawn from this data, in words; absent when it can. */
  readonly unavailable?: string;
}

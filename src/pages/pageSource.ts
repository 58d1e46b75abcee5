import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import type {Recommendation} from "../../data-loaders/config/recommendations.ts";
import type {ReportSettings} from "../../data-loaders/config/report.ts";
import type {FigureContext} from "../figures/figureContext.ts";
import type {FigureSpec, SegmentRef} from "../figures/figureSpec.ts";
import type {AnswerSpec} from "./readAnswer.ts";

/** What pages are read against. */
export interface PageContext extends FigureContext {
  readonly settings: ReportSettings;
  readonly recommendations: readonly Recommendation[];
}

/** The segment a page made from the template is about. */
export interface PageSegment extends SegmentRef {
  /** Safe in file names and anchors: `new-baby-household`. */
  readonly slug: string;
  readonly say: string;
}

export const generatedBlocks = [
  "population-flow",
  "definitions",
  "segmentations",
  "contents",
  "recommendations",
  "so-what",
  "glossary",
  "data-dictionary"
] as const;
export type GeneratedBlock = (typeof generatedBlocks)[number];

/** A part of a page, with the groupings it needs to be counted. */
export type PageBlock = {readonly line: number; readonly queries: readonly AggregateQuery[]} & (
  | {readonly kind: "prose"; readonly text: string; readonly unavailable?: string}
  | {readonly kind: "figure"; readonly spec: FigureSpec}
  | {readonly kind: "answer"; readonly spec: AnswerSpec; readonly unavailable?: string}
  | {readonly kind: "generated"; readonly name: GeneratedBlock; readonly text: string}
  | {readonly kind: "code"; readonly text: string}
);

/** A page that was read and checked, but for what only the data can tell. */
export interface PageSource {
  /** As the analyst knows it: `src/pages/content/when.md`. */
  readonly file: string;
  /** Without extension: `when`, `profiles/pet-owner`. */
  readonly path: string;
  /** In the navigation. */
  readonly title: string;
  readonly group: string;
  readonly segment?: PageSegment;
  /** What this data lacks, with the reasons; the same on every page. */
  readonly unavailable: ReadonlyMap<string, string>;
  readonly blocks: readonly PageBlock[];
}

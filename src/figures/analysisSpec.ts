import type {AffinityQuery} from "../../data-loaders/analyses/affinity.ts";
import type {ConcentrationOf} from "../../data-loaders/analyses/concentration.ts";
import type {PriceLadderQuery} from "../../data-loaders/analyses/priceLadder.ts";
import type {AnalysisMeasure} from "./figureMeasure.ts";

/** Chart forms whose rows are found by an analysis, not by a grouping. */
export const analysisForms = [
  "matrix",
  "concentration",
  "affinity",
  "schedule",
  "ladder",
  "decomposition",
  "lift"
] as const;
export type AnalysisForm = (typeof analysisForms)[number];

/** What an analysis figure is asked for, besides what every figure has. */
export interface AnalysisSpec {
  readonly form: AnalysisForm;
  /** What its rows tell. */
  readonly measures: readonly AnalysisMeasure[];
  /** Segmentations of a matrix; the dimension of affinity, decomposition or lift; the price ranges of a ladder. */
  readonly of: readonly string[];
  /** Measures that segmentations of a matrix are held against. */
  readonly values: readonly string[];
}

/** What must be counted beforehand, apart from aggregates. */
export type AnalysisQuery =
  | {readonly kind: "crosstabs"}
  | {readonly kind: "concentration"; readonly of: ConcentrationOf}
  | {readonly kind: "affinity"; readonly query: AffinityQuery}
  | {readonly kind: "ladder"; readonly query: PriceLadderQuery};

/** One name for each query. */
export const analysisKey = (query: AnalysisQuery): string => JSON.stringify(query);

import type {Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import type {Measures} from "../../data-loaders/config/measures.ts";
import type {Term} from "../../data-loaders/config/readGlossary.ts";
import type {Recommendation} from "../../data-loaders/config/recommendations.ts";
import type {ReportSettings} from "../../data-loaders/config/report.ts";
import type {Segments} from "../../data-loaders/config/segments.ts";
import type {Sources} from "../../data-loaders/config/sources.ts";
import type {PopulationFlow} from "../../data-loaders/tables/populationFlow.ts";
import type {CountedAnalyses} from "../figures/analyses/countedAnalyses.ts";
import type {Aggregates} from "../figures/figureData.ts";

/** What was decided and counted: all that pages are written from. */
export interface Report {
  readonly settings: ReportSettings;
  readonly sources: Sources;
  readonly segments: Segments;
  readonly measures: Measures;
  readonly recommendations: readonly Recommendation[];
  readonly glossary: readonly Term[];
  readonly dimensions: readonly Dimension[];
  readonly flow: PopulationFlow;
  /** The answers to the queries of `queriesOf`, through the disclosure gate. */
  readonly aggregate: Aggregates;
  /** The answers to `analysesOf`, through the same gate. */
  readonly analyses: CountedAnalyses;
}

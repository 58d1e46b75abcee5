import {contentsBlock} from "./contentsBlock.ts";
import {dataDictionaryBlock} from "./dataDictionaryBlock.ts";
import {definitionsBlock} from "./definitionsBlock.ts";
import {glossaryBlock} from "./glossaryBlock.ts";
import type {GeneratedBlock, PageSource} from "./pageSource.ts";
import {populationFlowBlock} from "./populationFlowBlock.ts";
import type {RecommendationWriter} from "./recommendations/recommendationWriter.ts";
import type {Report} from "./report.ts";
import type {Written} from "./scope.ts";
import {segmentationsBlock} from "./segmentationsBlock.ts";

export interface GeneratedContext {
  readonly pages: readonly PageSource[];
  readonly report: Report;
  /** The page the block stands on. */
  readonly page: PageSource;
  readonly recommendations: RecommendationWriter;
  /** Writes links from the page. */
  readonly linkTo: (link: NonNullable<Written["link"]>) => string;
}

/** Markdown of a block that is written from configuration and data alone, so that it cannot drift from them. */
export function generatedBlock(
  name: GeneratedBlock,
  text: string,
  {pages, report, page, recommendations, linkTo}: GeneratedContext
): string {
  switch (name) {
    case "population-flow":
      return populationFlowBlock(report.flow);
    case "definitions":
      return definitionsBlock(report.measures);
    case "segmentations":
      return segmentationsBlock(report);
    case "glossary":
      return glossaryBlock(report);
    case "data-dictionary":
      return dataDictionaryBlock(report);
    case "recommendations":
    case "so-what":
      return recommendations.block(name, text, page, linkTo);
    case "contents":
      return contentsBlock(pages, page, text);
  }
}

import type {Recommendation} from "../../../data-loaders/config/recommendations.ts";
import type {Problem} from "../../../data-loaders/config/problem.ts";
import {escapeMarkdown} from "../../charts/escapeText.ts";
import {measureNamed} from "../../figures/figureContext.ts";
import type {FigureSpec} from "../../figures/figureSpec.ts";
import {tooFew} from "../../figures/format.ts";
import {boundMarkdown} from "../boundText.ts";
import type {PageContext, PageSource} from "../pageSource.ts";
import type {PublishedRecommendation} from "../publication.ts";
import type {Report} from "../report.ts";
import type {Written} from "../scope.ts";
import {recommendationNeeds} from "./checkRecommendations.ts";
import {chosenRecommendations, firstOf} from "./chosenRecommendations.ts";
import type {JudgedRecommendation, Roots} from "./judgedRecommendation.ts";
import {judgedRecommendation} from "./judgedRecommendation.ts";
import type {CardContext} from "./recommendationCard.ts";
import {anchorOf} from "./recommendationCard.ts";
import {recommendationsBlock} from "./recommendationsBlock.ts";
import {soWhatBlock} from "./soWhatBlock.ts";
import {testPlanWords} from "./testPlanWords.ts";

export type RecommendationBlock = "recommendations" | "so-what";

/** Writes what the report recommends wherever a page asks for it. */
export interface RecommendationWriter {
  /** Every one of them, in the order of the configuration. */
  readonly all: readonly PublishedRecommendation[];
  /** A link to the card of a recommendation. */
  readonly link: (id: string) => Written;
  readonly block: (
    name: RecommendationBlock,
    text: string,
    page: PageSource,
    linkTo: (link: NonNullable<Written["link"]>) => string
  ) => string;
}

export interface RecommendationSource {
  readonly report: Report;
  readonly context: PageContext;
  readonly pages: readonly PageSource[];
  readonly figures: ReadonlyMap<string, FigureSpec>;
  readonly figure: (id: string) => Written;
  readonly roots: Roots;
  readonly problems: Problem[];
}

export function recommendationWriter(source: RecommendationSource): RecommendationWriter {
  const {report, context, figures, roots, pages} = source;
  const judged = new Map(
    report.recommendations.map((one) => {
      const {unavailable} = recommendationNeeds(one, {context, figures});
      return [one.id, judgedRecommendation(one, unavailable, () => audienceOf(one, report), figures, roots)];
    })
  );
  const path = recommendationsPath(pages);
  const link = (id: string): Written => {
    const {recommendation, status} = judged.get(id)!;
    const text = status === "stands" ? recommendation.title : `${recommendation.title} (not recommended now)`;
    return {text, ...(path !== undefined && {link: {path, anchor: anchorOf(id)}})};
  };
  const all = [...judged.values()].map(({recommendation: {id, title}, status, reason}) => ({
    id,
    title,
    holds: status === "stands",
    reason
  }));
  return {
    all,
    link,
    block: (name, text, page, linkTo) => {
      const chosen = chosenRecommendations(text, report.recommendations, page.segment);
      if ("message" in chosen) throw new Error(`a block passed the check of the page: ${chosen.message}`);
      const asMarkdown = ({text: words, link: to}: Written) =>
        to ? `[${escapeMarkdown(words)}](${linkTo(to)})` : escapeMarkdown(words);
      const asked = chosen.map(({id}) => judged.get(id)!);
      const first = firstOf(text);
      const those =
        first === undefined ? asked : asked.filter(({status}) => status === "stands").slice(0, first);
      if (name === "so-what")
        return soWhatBlock(
          those,
          (id) => asMarkdown(link(id)),
          (one) => audienceWords(one.recommendation, report),
          first === undefined ? undefined : "" // a list of some stands under a heading of its own
        );
      return recommendationsBlock(those, (one) => cardContext(one, source, asMarkdown, linkTo));
    }
  };
}

function cardContext(
  {recommendation}: JudgedRecommendation,
  {report, figure, figures, roots, problems}: RecommendationSource,
  asMarkdown: (written: Written) => string,
  linkTo: (link: NonNullable<Written["link"]>) => string
): CardContext {
  const root = roots();
  const testPlan = plannedTest(recommendation, report);
  return {
    root,
    own: (id) => roots(figures.get(id)),
    written: (text) => boundMarkdown(text, root, {...recommendation.place(), problems}, linkTo),
    audience: audienceWords(recommendation, report),
    figure: (id) => asMarkdown(figure(id)),
    ...(testPlan !== undefined && {testPlan})
  };
}

/** The page that has all recommendations. */
function recommendationsPath(pages: readonly PageSource[]): string | undefined {
  return pages.find(({blocks}) =>
    blocks.some(
      (block) => block.kind === "generated" && block.name === "recommendations" && block.text === ""
    )
  )?.path;
}

function plannedTest({audience, test}: Recommendation, report: Report): string | undefined {
  const measure = test && measureNamed({...report, unavailable: new Map()}, test.measure);
  if (measure?.kind !== "ratio") return undefined;
  const cells = report.aggregate({
    by: audience ? [audience.segmentation] : [],
    spreads: [{over: measure.over}]
  });
  if (measure.over.some((part) => !cells.parts[part])) return undefined;
  return testPlanWords(measure, test!.holdOut, cells, cellOf(audience, report), report.measures);
}

/** Customers of the audience; NaN where they are too few to be shown. */
function audienceOf({audience}: Recommendation, report: Report): number {
  const cells = report.aggregate({by: audience ? [audience.segmentation] : []});
  const customers = cells.parts.customers[cellOf(audience, report)]!;
  return customers > 0 ? customers : Number.NaN;
}

function cellOf(audience: Recommendation["audience"], report: Report): number {
  if (!audience) return 0;
  const [dimension] = report.aggregate({by: [audience.segmentation]}).dimensions;
  return dimension!.labels.indexOf(audience.label);
}

/** `96 customers, 8.1% of all` */
function audienceWords(one: Recommendation, report: Report): string {
  const customers = audienceOf(one, report);
  const all = report.aggregate({by: []}).parts.customers[0]!;
  if (!Number.isFinite(customers)) return `${tooFew} customers to show`;
  // Divided first, as every other share is: 319 of 2,000 must not be 15.9% here and 16.0% there.
  const share = one.audience ? `, ${(100 * (customers / all)).toFixed(1)}% of all` : "";
  return `${customers.toLocaleString("en-US")} customers${share}`;
}

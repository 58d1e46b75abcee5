import type {Problem} from "../../data-loaders/config/problem.ts";
import {analysisData} from "../figures/analyses/analysisData.ts";
import {figureCsv} from "../figures/figureCsv.ts";
import type {FigureData} from "../figures/figureData.ts";
import {figureData} from "../figures/figureData.ts";
import {figureHtml, missingFigureHtml} from "../figures/figureHtml.ts";
import {figureNumbers} from "../figures/figureNumbers.ts";
import type {FigureSpec} from "../figures/figureSpec.ts";
import type {WordsContext} from "../figures/figureWords.ts";
import {boundText} from "./boundText.ts";
import {brokenExpectations} from "./brokenExpectations.ts";
import {joinedParts} from "./joinedParts.ts";
import {upFrom} from "./linkFrom.ts";
import {figureLink, figuresById, numberedFigures} from "./numberedFigures.ts";
import type {PageSource} from "./pageSource.ts";
import type {Download, PublishedNumber, PublishedPage, PublishedRecommendation} from "./publication.ts";
import {recommendationWriter} from "./recommendations/recommendationWriter.ts";
import type {Report} from "./report.ts";
import type {CountedReport} from "./reportScope.ts";
import {reportRoots} from "./reportScope.ts";
import {textBlock} from "./textBlock.ts";
import {chosenText} from "./verdictPath.ts";

/** Everything that the writing of one page shares with the others. */
export interface PageWriter {
  readonly page: (page: PageSource) => PublishedPage;
  readonly problems: Problem[];
  readonly downloads: Download[];
  readonly numbers: PublishedNumber[];
  readonly recommendations: () => readonly PublishedRecommendation[];
}

/** Writes pages one after the other; what only the data could tell gathers in `problems`. */
export function pageWriter(pages: readonly PageSource[], report: Report): PageWriter {
  const problems: Problem[] = [];
  const downloads: Download[] = [];
  const numbers: PublishedNumber[] = [];
  const numbered = numberedFigures(pages);
  const context = wordsContext(report, pages[0]?.unavailable ?? new Map());
  const data = remembered((spec: FigureSpec) =>
    spec.analysis
      ? analysisData(spec, context, report.aggregate, report.analyses)
      : figureData(spec, context, report.aggregate)
  );
  const figures = figuresById(pages);
  const figure = (id: string) => figureLink(numbered.get(id)!);
  const recommendation = (id: string) => recommended().link(id);
  const counted: CountedReport = {...report, data, figure, recommendation};
  const {recommendations} = report;
  const roots = reportRoots({context, figures, recommendations, counted: () => counted});
  // Made when first asked for: their evidence and texts name figures, and figures' texts may name them.
  const recommended = once(() =>
    recommendationWriter({
      report,
      context: {...context, settings: report.settings, recommendations},
      pages,
      figures,
      figure,
      roots: (own) => roots(undefined, own),
      problems
    })
  );

  const figureBlock = (spec: FigureSpec, page: PageSource): string => {
    const {nothing} = data(spec);
    if (nothing !== undefined || !isShowable(data(spec)))
      return missingFigureHtml(spec.id, nothing ?? nobodyToShow(report.settings.customersAtLeast));
    const root = roots(page.segment, spec);
    const place = {...spec.place, problems};
    const path = `data/${spec.id}.csv`;
    const content = figureCsv(data(spec));
    downloads.push({path, content});
    numbers.push(...figureNumbers(data(spec)));
    const finding = boundText(chosenText(spec.finding, root), root, place);
    problems.push(...brokenExpectations(spec.expects, root, spec.place.file, finding));
    return figureHtml(
      data(spec),
      {
        number: numbered.get(spec.id)!.number,
        finding,
        note: boundText(spec.note ?? "", root, place),
        csv: {href: `${upFrom(page.path)}${path}`, bytes: Buffer.byteLength(content)}
      },
      context
    );
  };

  const page = (source: PageSource): PublishedPage => {
    const root = roots(source.segment);
    const told = new Set<string>();
    const parts = source.blocks.map((block) => {
      if (block.kind !== "figure")
        return textBlock(block, source, root, {
          pages,
          report,
          problems,
          told,
          recommendations: recommended()
        });
      const {id, unavailable} = block.spec;
      return unavailable ? missingFigureHtml(id, unavailable) : figureBlock(block.spec, source);
    });
    const drawn = source.blocks.filter((block) => block.kind === "figure" && !block.spec.unavailable);
    return {
      path: source.path,
      title: source.title,
      group: source.group,
      markdown: joinedParts(parts),
      figures: drawn.map((block) => (block.kind === "figure" ? block.spec.id : ""))
    };
  };
  return {page, problems, downloads, numbers, recommendations: () => recommended().all};
}

/** False when every value is hidden. */
function isShowable({rows}: FigureData): boolean {
  return rows.some(({values}) => values.some(Number.isFinite));
}

function nobodyToShow(atLeast: number): string {
  return `each of its values would describe fewer than ${atLeast} customers`;
}

function wordsContext(
  {measures, segments, dimensions, sources, settings}: Report,
  unavailable: WordsContext["unavailable"]
): WordsContext {
  const {customersAtLeast} = settings;
  return {measures, segments, dimensions, unavailable, sources, customersAtLeast};
}

/** Computes each figure once, however often prose names it. Groupings without a figure share an id with no figure. */
function remembered(compute: (spec: FigureSpec) => FigureData): (spec: FigureSpec) => FigureData {
  const known = new Map<string, FigureData>();
  return (spec) => {
    const key = `${spec.chart} ${spec.id} ${spec.by.join(" ")}`;
    const found = known.get(key) ?? compute(spec);
    known.set(key, found);
    return found;
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: {readonly value: Made} | undefined;
  return () => {
    made ??= {value: make()};
    return made.value;
  };
}

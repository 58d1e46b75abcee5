import type {Problem} from "../../data-loaders/config/problem.ts";
import {UserError} from "../../data-loaders/config/problem.ts";
import {figureCsv} from "../figures/figureCsv.ts";
import type {FigureData} from "../figures/figureData.ts";
import {figureData} from "../figures/figureData.ts";
import {figureHtml, missingFigureHtml} from "../figures/figureHtml.ts";
import {figureNumbers} from "../figures/figureNumbers.ts";
import type {FigureSpec} from "../figures/figureSpec.ts";
import type {WordsContext} from "../figures/figureWords.ts";
import {boundMarkdown, boundText} from "./boundText.ts";
import {brokenExpectations} from "./brokenExpectations.ts";
import {generatedBlock} from "./generatedBlock.ts";
import {joinedParts} from "./joinedParts.ts";
import {figureLink, figuresById, numberedFigures} from "./numberedFigures.ts";
import type {PageBlock, PageSource} from "./pageSource.ts";
import type {Download, Publication, PublishedNumber, PublishedPage} from "./publication.ts";
import type {Report} from "./report.ts";
import type {CountedReport} from "./reportScope.ts";
import {reportScope} from "./reportScope.ts";
import type {ScopeNode, Written} from "./scope.ts";
import {chosenText} from "./verdictPath.ts";

/**
 * Computes, draws and numbers every figure, puts numbers into prose, and writes the generated blocks. Pure.
 * @throws UserError for labels and ranks that stand in a page but not in the data
 */
export function publicationOf(pages: readonly PageSource[], report: Report): Publication {
  const writer = pageWriter(pages, report);
  const written = pages.map((page) => writer.page(page));
  if (writer.problems.length > 0) throw new UserError(writer.problems);
  const downloads = [...writer.downloads].sort(({path: a}, {path: b}) => (a < b ? -1 : 1));
  const {settings, sources} = report;
  return {settings, sources, pages: written, downloads, numbers: writer.numbers};
}

/** Everything that the writing of one page shares with the others. */
interface PageWriter {
  readonly page: (page: PageSource) => PublishedPage;
  readonly problems: Problem[];
  readonly downloads: Download[];
  readonly numbers: PublishedNumber[];
}

function pageWriter(pages: readonly PageSource[], report: Report): PageWriter {
  const problems: Problem[] = [];
  const downloads: Download[] = [];
  const numbers: PublishedNumber[] = [];
  const numbered = numberedFigures(pages);
  const context = wordsContext(report, pages[0]?.unavailable ?? new Map());
  const data = remembered((spec: FigureSpec) => figureData(spec, context, report.aggregate));
  const counted: CountedReport = {...report, data, figure: (id) => figureLink(numbered.get(id)!)};
  const scope = {context, figures: figuresById(pages), counted: () => counted};

  const figureBlock = (spec: FigureSpec, page: PageSource): string => {
    if (!isShowable(data(spec)))
      return missingFigureHtml(spec.id, nobodyToShow(report.settings.customersAtLeast));
    const root = reportScope({...scope, ...(page.segment && {segment: page.segment})}, spec);
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
    const root = reportScope({...scope, ...(source.segment && {segment: source.segment})});
    const told = new Set<string>();
    const parts = source.blocks.map((block) => {
      if (block.kind !== "figure") return otherBlock(block, source, root, {pages, report, problems, told});
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
  return {page, problems, downloads, numbers};
}

/** False when every value is hidden. */
function isShowable({rows}: FigureData): boolean {
  return rows.some(({values}) => values.some(Number.isFinite));
}

function nobodyToShow(atLeast: number): string {
  return `each of its values would describe fewer than ${atLeast} customers`;
}

interface OtherBlockContext {
  readonly pages: readonly PageSource[];
  readonly report: Report;
  readonly problems: Problem[];
  /** Reasons for which something was already left out of the page. */
  readonly told: Set<string>;
}

function otherBlock(
  block: Exclude<PageBlock, {kind: "figure"}>,
  page: PageSource,
  root: ScopeNode,
  {pages, report, problems, told}: OtherBlockContext
): string {
  if (block.kind === "code") return block.text;
  if (block.kind === "generated") return generatedBlock(block.name, block.text, {pages, report, page});
  if (block.unavailable !== undefined)
    return leftOut(block.kind === "prose" ? block.text : "", block.unavailable, told);
  const place = {file: page.file, line: block.line, problems};
  if (block.kind === "answer") {
    const chosen = chosenText(block.spec, root);
    problems.push(...brokenExpectations(block.spec.expects, root, page.file, boundText(chosen, root, place)));
    return boundMarkdown(chosen, root, place, linkFrom(page));
  }
  return boundMarkdown(block.text, root, place, linkFrom(page));
}

function linkFrom(page: PageSource): (link: NonNullable<Written["link"]>) => string {
  return ({path, anchor}) =>
    path === page.path ? `#${anchor}` : `${upFrom(page.path)}${path}.html#${anchor}`;
}

/** A paragraph or list item whose numbers need what the data lacks says so, once for each reason on a page. */
function leftOut(text: string, reason: string, told: Set<string>): string {
  const mark = /^\s*([-*+]|\d+[.)])\s/.exec(text)?.[0];
  if (mark === undefined && told.has(reason)) return "";
  told.add(reason);
  return `${mark ?? ""}*Left out here: ${reason}.*`;
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

/** From a page to the top of the site. */
function upFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}

import {readdirSync} from "node:fs";
import {basename, join, relative} from "node:path";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {UserError} from "../../data-loaders/config/problem.ts";
import {readText} from "../../data-loaders/config/readText.ts";
import {suggestion} from "../../data-loaders/config/suggestion.ts";
import type {FigureSpec} from "../figures/figureSpec.ts";
import {readFigure} from "../figures/readFigure.ts";
import {checkedBlock} from "./checkedBlock.ts";
import {frontMatter} from "./frontMatter.ts";
import type {PageContext, PageSegment, PageSource} from "./pageSource.ts";
import {reservedIds} from "./reportScope.ts";
import {uncountedRoots} from "./uncountedRoots.ts";
import {pageSegments, pluralOf, slugOf} from "./segmentPages.ts";
import type {PageRun} from "./splitPage.ts";
import {splitPage} from "./splitPage.ts";

/** The file that every segment page is made from. */
const template = "segment.md";

/**
 * Reads every Markdown page of a folder, makes the segment pages from their template, and checks figures, numbers in
 * prose and generated blocks as far as that is possible without data.
 * @throws UserError with every problem of every page, each at its file and line
 */
export function readPages(folder: string, context: PageContext): readonly PageSource[] {
  const problems: Problem[] = [];
  const drafts = pageFiles(folder)
    .flatMap((file) => draftsOf(join(folder, file), file, context, problems))
    .sort((a, b) => a.order - b.order);
  const figures = figuresById(drafts, problems);
  const roots = uncountedRoots({context, figures});
  const unread = unreadIds(drafts);
  const pages = drafts.map(({runs, order: _, ...page}): PageSource => {
    const scope = {context, roots, unread, ...(page.segment && {segment: page.segment})};
    return {
      ...page,
      unavailable: context.unavailable,
      blocks: runs.map(({run, spec}) => checkedBlock(run, spec, page.file, scope, problems))
    };
  });
  const all = unique(problems);
  if (all.length > 0) throw new UserError(all);
  return pages;
}

export function pageFiles(folder: string): readonly string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
  return files.sort((a, b) => (a < b ? -1 : 1));
}

/** A page whose figures are read and whose numbers are not yet checked, since they may name figures of other pages. */
interface Draft extends Omit<PageSource, "blocks" | "unavailable"> {
  readonly order: number;
  readonly runs: readonly {readonly run: PageRun; readonly spec?: FigureSpec}[];
}

function draftsOf(path: string, name: string, context: PageContext, problems: Problem[]): readonly Draft[] {
  const file = relative(process.cwd(), path);
  const {front, runs} = splitPage(readText(path, file));
  const read = frontMatter(file, front, name === template);
  problems.push(...read.problems);
  const stem = basename(name, ".md");
  if (slugOf(stem) !== stem)
    problems.push({file, message: "a page's file name is small letters, digits and hyphens"});
  if (name !== template)
    return [{file, path: stem, ...read.front, runs: figuresOf(runs, file, context, problems)}];
  return templatePages(context, problems).map(({segment, folder, group}) => ({
    file,
    path: `${folder}/${segment.slug}`,
    title: segment.label,
    group,
    segment,
    order: read.front.order,
    runs: figuresOf(runs, file, context, problems, segment)
  }));
}

interface TemplatePage {
  readonly segment: PageSegment;
  readonly folder: string;
  readonly group: string;
}

/** The segment pages asked for in the settings, of segmentations that this data can have. */
function templatePages(
  {settings, segments, unavailable}: PageContext,
  problems: Problem[]
): readonly TemplatePage[] {
  const taken = new Set<string>();
  const known = segments.segmentations.filter(({grain}) => grain === "customer");
  return settings.segmentPages.flatMap((name) => {
    const segmentation = known.find((one) => one.name === name);
    if (unavailable.has(name)) return [];
    if (segmentation) {
      const folder = pluralOf(slugOf(name));
      return pageSegments(segmentation, taken).map((segment) => ({
        segment,
        folder,
        group: pluralOf(segmentation.title)
      }));
    }
    const hint = suggestion(
      name,
      known.map((one) => one.name)
    );
    problems.push({
      file: "config/report.yaml",
      path: "segment_pages",
      message: `unknown segmentation "${name}"${hint}`
    });
    return [];
  });
}

function figuresOf(
  runs: readonly PageRun[],
  file: string,
  context: PageContext,
  problems: Problem[],
  segment?: PageSegment
): Draft["runs"] {
  return runs.map((run) => {
    if (run.fence !== "figure") return {run};
    const read = readFigure({file, line: run.line, text: run.text}, context, segment);
    problems.push(...read.problems);
    return {run, ...(read.spec && {spec: read.spec})};
  });
}

function figuresById(drafts: readonly Draft[], problems: Problem[]): ReadonlyMap<string, FigureSpec> {
  const figures = new Map<string, FigureSpec>();
  for (const {runs} of drafts) {
    for (const {spec} of runs) {
      if (!spec) continue;
      const {file, line} = spec.place;
      const other = figures.get(spec.id)?.place;
      if (other)
        problems.push({
          file,
          line,
          message: `the id "${spec.id}" is taken by the figure at ${other.file}:${other.line}`
        });
      if (reservedIds.includes(spec.id))
        problems.push({
          file,
          line,
          message: `"${spec.id}" has a meaning of its own in numbers; choose another id`
        });
      figures.set(spec.id, spec);
    }
  }
  return figures;
}

/** Figures with problems of their own still have a name, which prose may go on using. */
function unreadIds(drafts: readonly Draft[]): ReadonlySet<string> {
  const unread = drafts.flatMap(({runs}) => runs.filter(({run, spec}) => run.fence === "figure" && !spec));
  return new Set(unread.map(({run}) => /^id:\s*([\w-]+)/m.exec(run.text)?.[1] ?? ""));
}

/** The template is read once per segment; what is wrong in it is said once. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const byText = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...byText.values()];
}

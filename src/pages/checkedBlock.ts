import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {nearest, suggestion} from "../../data-loaders/config/suggestion.ts";
import {queriesFor} from "../figures/figureQueries.ts";
import type {FigureSpec} from "../figures/figureSpec.ts";
import type {GeneratedBlock, PageBlock, PageContext, PageSegment} from "./pageSource.ts";
import {generatedBlocks} from "./pageSource.ts";
import {readAnswer} from "./readAnswer.ts";
import {chosenRecommendations} from "./recommendations/chosenRecommendations.ts";
import type {ReportRoots} from "./reportScope.ts";
import type {PageRun} from "./splitPage.ts";
import type {TextScope} from "./textChecks.ts";
import {allNeeds, checkBindings, checkExpects, checkHeadline} from "./textChecks.ts";
import {everyText} from "./verdictPath.ts";

/** What the numbers of a page may name. */
export interface CheckScope {
  readonly context: PageContext;
  readonly roots: ReportRoots;
  readonly segment?: PageSegment;
  /** Ids of figures that could not be read: their own problems are enough. */
  readonly unread: ReadonlySet<string>;
}

/** Fences that may hold anything: they are shown, not run. */
const shownFences = ["", "text", "yaml", "csv", "json"];

/** Makes a block of a run and reports what is wrong with it. `spec` is the run's figure where it is one. */
export function checkedBlock(
  run: PageRun,
  spec: FigureSpec | undefined,
  file: string,
  scope: CheckScope,
  problems: Problem[]
): PageBlock {
  const {fence, line, text} = run;
  if (fence === undefined) return proseBlock(run, file, scope, problems);
  if (!run.isClosed)
    problems.push({file, line: line - 1, message: "this block is never closed; end it with ```"});
  if (fence === "figure") return figureBlock(line, spec, scope, problems);
  if (fence === "answer") return answerBlock(run, file, scope, problems);
  const name = generatedBlocks.find((one) => one === fence);
  if (name) return generated(name, run, file, scope, problems);
  if (!shownFences.includes(fence)) problems.push({file, line: line - 1, message: unknownFence(fence)});
  return {kind: "code", line, text: `\`\`\`${fence}\n${text}\n\`\`\``, queries: []};
}

function unknownFence(fence: string): string {
  const known = ["figure", "answer", ...generatedBlocks];
  const near = nearest(fence, known);
  if (near !== undefined) return `unknown block "${fence}"${suggestion(fence, known)}`;
  return `pages hold no code, and the site would run "${fence}"; blocks are ${known.join(", ")}, or text to be shown as it is`;
}

function proseBlock({line, text}: PageRun, file: string, scope: CheckScope, problems: Problem[]): PageBlock {
  const code = /\$\{/.exec(text);
  if (code)
    problems.push({
      file,
      ...placeIn(text, code.index, line),
      message: '"${" would run as code; pages hold no code'
    });
  const {queries, unavailable} = checkBindings(text, textScope(scope), (at, width, message) =>
    problems.push({file, ...placeIn(text, at, line), width, message})
  );
  return {kind: "prose", line, text, queries, ...(unavailable && {unavailable})};
}

/** A figure that could not be read is a table of nothing: its problems stop the build before it is drawn. */
function figureBlock(
  line: number,
  spec: FigureSpec | undefined,
  scope: CheckScope,
  problems: Problem[]
): PageBlock {
  if (!spec) return {kind: "code", line, text: "", queries: []};
  if (spec.unavailable) return {kind: "figure", line, spec, queries: []};
  const own = textScope(scope, spec);
  const report = (message: string) => problems.push({...spec.place, path: spec.id, message});
  const {finding} = spec;
  const needs = allNeeds([
    ...[...everyText(finding), spec.note ?? ""].map((text) =>
      checkBindings(text, own, (_, __, message) => report(message))
    ),
    ...(typeof finding === "string" ? [] : [checkHeadline(finding, own, report)]),
    checkExpects(spec.expects, own, ({text: _, ...at}, message) =>
      problems.push({...spec.place, ...at, path: `${spec.id}.expect`, message})
    )
  ]);
  const {unavailable} = needs;
  return {
    kind: "figure",
    line,
    spec: unavailable === undefined ? spec : {...spec, unavailable},
    queries: [...queriesFor(spec, scope.context), ...needs.queries]
  };
}

/** Like a figure, an answer that could not be read stands for nothing. */
function answerBlock({line, text}: PageRun, file: string, scope: CheckScope, problems: Problem[]): PageBlock {
  const {spec, problems: faults} = readAnswer({file, line, text});
  problems.push(...faults);
  if (!spec) return {kind: "code", line, text: "", queries: []};
  const own = textScope(scope);
  const report = (message: string) => problems.push({file, line, path: spec.of, message});
  const needs = allNeeds([
    ...everyText(spec).map((one) => checkBindings(one, own, (_, __, message) => report(message))),
    checkHeadline(spec, own, report),
    checkExpects(spec.expects, own, ({text: _, ...at}, message) =>
      problems.push({file, ...at, path: "expect", message})
    )
  ]);
  return {kind: "answer", line, spec, ...needs};
}

function textScope({roots, segment, unread}: CheckScope, own?: FigureSpec): TextScope {
  return {root: roots(segment, own), unread};
}

function generated(
  name: GeneratedBlock,
  {line, text: written}: PageRun,
  file: string,
  {context, segment}: CheckScope,
  problems: Problem[]
): PageBlock {
  const text = written.trim();
  if (name === "recommendations" || name === "so-what") {
    const chosen = chosenRecommendations(text, context.recommendations, segment);
    if ("message" in chosen) problems.push({file, line, message: chosen.message});
  }
  return {kind: "generated", line, name, text, queries: generatedQueries(name, context)};
}

function generatedQueries(name: string, {segments, unavailable}: PageContext): readonly AggregateQuery[] {
  if (name !== "segmentations") return [];
  const names = segments.segmentations.map((one) => one.name).filter((one) => !unavailable.has(one));
  return [{by: []}, ...names.map((one) => ({by: [one]}))];
}

/** Line and column of a place in a run of lines. */
function placeIn(
  text: string,
  at: number,
  firstLine: number
): {readonly line: number; readonly column: number} {
  const before = text.slice(0, at).split("\n");
  return {line: firstLine + before.length - 1, column: before.at(-1)!.length + 1};
}

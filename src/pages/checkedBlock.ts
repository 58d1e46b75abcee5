import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {nearest, suggestion} from "../../data-loaders/config/suggestion.ts";
import {figureQueries} from "../figures/figureQueries.ts";
import type {FigureSpec} from "../figures/figureSpec.ts";
import {bindingsIn} from "./bindingPath.ts";
import type {PageBlock, PageContext, PageSegment} from "./pageSource.ts";
import {generatedBlocks} from "./pageSource.ts";
import {reportScope} from "./reportScope.ts";
import {follow} from "./scope.ts";
import type {PageRun} from "./splitPage.ts";

/** What the numbers of a page may name. */
export interface CheckScope {
  readonly context: PageContext;
  readonly figures: ReadonlyMap<string, FigureSpec>;
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
  const name = generatedBlocks.find((one) => one === fence);
  if (name)
    return {kind: "generated", line, name, text: text.trim(), queries: generatedQueries(name, scope.context)};
  if (!shownFences.includes(fence)) problems.push({file, line: line - 1, message: unknownFence(fence)});
  return {kind: "code", line, text: `\`\`\`${fence}\n${text}\n\`\`\``, queries: []};
}

function unknownFence(fence: string): string {
  const known = ["figure", ...generatedBlocks];
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
  const {queries, unavailable} = checkBindings(
    text,
    reportScope(staticScope(scope)),
    scope.unread,
    (at, width, message) => problems.push({file, ...placeIn(text, at, line), width, message})
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
  const root = reportScope(staticScope(scope), spec);
  const asked = [spec.finding, spec.note ?? ""].map((text) => {
    return checkBindings(text, root, scope.unread, (_, __, message) =>
      problems.push({...spec.place, path: spec.id, message})
    );
  });
  const queries = [
    ...Object.values(figureQueries(spec, scope.context)),
    ...asked.flatMap((one) => one.queries)
  ];
  const unavailable = asked.map((one) => one.unavailable).find((reason) => reason !== undefined);
  return {kind: "figure", line, spec: unavailable === undefined ? spec : {...spec, unavailable}, queries};
}

/** Reading pages never writes a number, so nothing counted is asked for. */
function staticScope(scope: CheckScope) {
  const counted = (): never => {
    throw new Error("nothing is counted yet");
  };
  return {...scope, counted};
}

function checkBindings(
  text: string,
  root: ReturnType<typeof reportScope>,
  unread: ReadonlySet<string>,
  report: (at: number, width: number, message: string) => void
): {readonly queries: readonly AggregateQuery[]; readonly unavailable?: string} {
  const {bindings, faults} = bindingsIn(text);
  for (const {at, width, message} of faults) report(at, width, message);
  const queries: AggregateQuery[] = [];
  let unavailable: string | undefined;
  for (const {steps, from, to} of bindings) {
    const found = follow(root, steps);
    if (steps[0]?.kind === "name" && unread.has(steps[0].name)) continue;
    if ("message" in found) report(from, to - from, found.message);
    else {
      queries.push(...found.queries);
      unavailable ??= found.unavailable;
    }
  }
  return {queries, ...(unavailable !== undefined && {unavailable})};
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

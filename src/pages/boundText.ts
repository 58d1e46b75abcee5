import type {Problem} from "../../data-loaders/config/problem.ts";
import {escapeMarkdown} from "../charts/escapeText.ts";
import {sentence} from "../figures/measureTitle.ts";
import {tooFewToSay} from "../figures/format.ts";
import type {Binding} from "./bindingPath.ts";
import {bindingsIn} from "./bindingPath.ts";
import {clausesAround} from "./clauses.ts";
import type {Clause} from "./clauses.ts";
import type {ScopeNode, Written} from "./scope.ts";
import {follow, ScopeError} from "./scope.ts";

/** Where a text stands, and where to put what only the data could tell. */
export interface TextPlace {
  readonly file: string;
  readonly line: number;
  readonly problems: Problem[];
}

/** A text of a figure with its numbers in place; plain, not yet escaped. */
export function boundText(text: string, root: ScopeNode, place: TextPlace): string {
  return replaceBindings(text, root, place, ({text: written}) => written);
}

/** Prose with its numbers in place, as Markdown in which they stay text. `linkTo` writes links from this page. */
export function boundMarkdown(
  text: string,
  root: ScopeNode,
  place: TextPlace,
  linkTo: (link: NonNullable<Written["link"]>) => string
): string {
  return replaceBindings(text, root, place, ({text: written, link}, at) => {
    const escaped = escapeMarkdown(written);
    if (link) return `[${escaped}](${linkTo(link)})`;
    // A digit at the beginning of a line would begin a list when a full stop follows.
    return at === 0 || text[at - 1] === "\n"
      ? escaped.replace(/^[0-9]/, (digit) => `&#${digit.charCodeAt(0)};`)
      : escaped;
  });
}

/** What stands before the first word of a sentence, list item, heading or quotation. */
const beginsSentence = /(^|\n|[.!?]["”’)]?\s+|\*\*\s+|(^|\n)\s*([-*+>]|#{1,6}|\d+[.)])\s+)$/;

function replaceBindings(
  text: string,
  root: ScopeNode,
  place: TextPlace,
  write: (written: Written, at: number) => string
): string {
  const {bindings} = bindingsIn(text);
  const found = bindings.map((binding) => ({...binding, written: writtenAt(binding, text, root, place)}));
  const hidden = found.filter(({written}) => written?.text === tooFewToSay);
  const clauses = clausesAround(text, hidden);
  const told = [
    ...found.filter(({from}) => !clauses.some((clause) => clause.from <= from && from < clause.to)),
    ...clauses.map((clause) => ({...clause, written: {text: unsaid(clause, hidden)}}))
  ].sort((a, b) => a.from - b.from);
  let result = "";
  let done = 0;
  for (const {from, to, written} of told) {
    result += text.slice(done, from);
    done = to;
    if (!written) continue;
    const words = beginsSentence.test(result) ? sentence(written.text) : written.text;
    result += write({...written, text: words}, from);
  }
  return result + text.slice(done);
}

/** Nothing where only the data could tell that there is nothing, which is noted. */
function writtenAt(
  {steps, text: path, from}: Binding,
  text: string,
  root: ScopeNode,
  {file, line, problems}: TextPlace
): Written | undefined {
  const found = follow(root, steps);
  try {
    if ("message" in found) throw new Error(`{{ ${path} }} passed the check of the page: ${found.message}`);
    return found.write();
  } catch (error) {
    if (!(error instanceof ScopeError)) throw error;
    problems.push({
      file,
      line: line + text.slice(0, from).split("\n").length - 1,
      path,
      message: error.message
    });
    return undefined;
  }
}

/** What stands in the place of a clause whose numbers are hidden. */
function unsaid({from, to}: Clause, hidden: readonly Binding[]): string {
  const inside = hidden.filter((binding) => binding.from >= from && binding.to <= to);
  const labels = new Set(
    inside.flatMap(({steps}) => steps.flatMap((step) => (step.kind === "label" ? [step.label] : [])))
  );
  const of = labels.size > 0 ? `of ${[...labels].join(" and ")} ` : "";
  return `${of}there are ${tooFewToSay}`;
}

import type {Problem} from "../../data-loaders/config/problem.ts";
import {escapeMarkdown} from "../charts/escapeText.ts";
import {sentence} from "../figures/measureTitle.ts";
import {bindingsIn} from "./bindingPath.ts";
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
  {file, line, problems}: TextPlace,
  write: (written: Written, at: number) => string
): string {
  let result = "";
  let done = 0;
  for (const {steps, from, to, text: path} of bindingsIn(text).bindings) {
    const found = follow(root, steps);
    result += text.slice(done, from);
    done = to;
    try {
      if ("message" in found) throw new Error(`{{ ${path} }} passed the check of the page: ${found.message}`);
      const written = found.write();
      result += write(
        beginsSentence.test(result) ? {...written, text: sentence(written.text)} : written,
        from
      );
    } catch (error) {
      if (!(error instanceof ScopeError)) throw error;
      problems.push({
        file,
        line: line + text.slice(0, from).split("\n").length - 1,
        path,
        message: error.message
      });
    }
  }
  return result + text.slice(done);
}

import {quoted} from "../path.ts";
import {fail, WhereError} from "./whereFault.ts";
import type {WhereFault} from "./whereFault.ts";
import type {Token} from "./whereTokens.ts";
import {whereTokens} from "./whereTokens.ts";
import type {Comparison, WhereTest, WhereTree, WhereValue} from "./whereTree.ts";

/** Brackets in brackets; more is no text that anybody reads. */
const DEEPEST = 12;

/**
 * Reads a `where:` text by its closed grammar; nothing of it is ever executed.
 *
 *     text       = part { "and" part } | part { "or" part }
 *     part       = "not" part | "(" text ")" | comparison
 *     comparison = word ("=" | "!=" | "<" | "<=" | ">" | ">=") value
 *                | word ["not"] "in" "(" value { "," value } ")"
 *                | word "is" ["not"] "missing"
 *     value      = number | percent | words | '"' any text '"'
 *
 * `and` and `or` do not stand side by side without brackets: which of them binds first is not for a reader to know.
 */
export function readWhere(text: string): {readonly tree: WhereTree} | {readonly fault: WhereFault} {
  try {
    const tokens = cursor(text, whereTokens(text));
    const tree = joinedParts(tokens, 0);
    const rest = tokens.peek();
    if (rest.text === ")") fail(rest, ") closes nothing; take it away");
    if (rest.text === ",")
      fail(
        rest,
        "a comma stands in lists only: in (West, South); numbers have none, texts with one need quotes"
      );
    if (rest.kind !== "end")
      fail(rest, `${quoted(rest.text)} is not expected here; is "and" or "or" missing before it?`);
    return {tree};
  } catch (error) {
    if (!(error instanceof WhereError)) throw error;
    return {fault: error.fault};
  }
}

/** The tokens and how far they have been read. */
interface Cursor {
  readonly text: string;
  readonly peek: (ahead?: number) => Token;
  readonly take: () => Token;
}

function cursor(text: string, tokens: readonly Token[]): Cursor {
  let next = 0;
  const at = (place: number): Token => tokens[Math.min(place, tokens.length - 1)]!;
  return {text, peek: (ahead = 0) => at(next + ahead), take: () => at(next++)};
}

const isKeyword = (token: Token, word: string): boolean => token.kind === "keyword" && token.text === word;

function joinedParts(tokens: Cursor, depth: number): WhereTree {
  const parts = [part(tokens, depth)];
  let joint: string | undefined;
  while (isKeyword(tokens.peek(), "and") || isKeyword(tokens.peek(), "or")) {
    const token = tokens.take();
    if (joint !== undefined && token.text !== joint)
      fail(token, '"and" and "or" stand side by side; put brackets ( ) around what belongs together');
    joint = token.text;
    parts.push(part(tokens, depth));
  }
  return parts.length === 1 ? parts[0]! : {kind: joint === "and" ? "all" : "any", parts};
}

function part(tokens: Cursor, depth: number): WhereTree {
  const first = tokens.peek();
  if (depth > DEEPEST) fail(first, "the brackets are nested too deeply");
  if (isKeyword(first, "not")) {
    tokens.take();
    return {kind: "not", part: part(tokens, depth + 1)};
  }
  if (first.kind !== "(") return {kind: "test", ...comparison(tokens)};
  tokens.take();
  const tree = joinedParts(tokens, depth + 1);
  if (tokens.peek().kind === "end") fail(first, "( is not closed; write ) at its end");
  const close = tokens.take();
  if (close.kind !== ")")
    fail(close, `${quoted(close.text)} is not expected here; is "and", "or" or ) missing before it?`);
  return tree;
}

function comparison(tokens: Cursor): WhereTest {
  const word = tokens.take();
  if (word.kind === "end") fail(word, "the text ends where a fact, a column or a segmentation is expected");
  if (word.kind !== "word")
    fail(word, `${quoted(word.text)} is not expected here; a fact, a column or a segmentation is`);
  const {text, at, width} = word;
  const [sign, values] = compared(tokens, word);
  return {word: {text, at, width}, comparison: sign, values};
}

function compared(tokens: Cursor, word: Token): readonly [Comparison, readonly WhereValue[]] {
  const token = tokens.take();
  if (token.kind === "sign") return [token.text as Comparison, [value(tokens)]];
  if (isKeyword(token, "in")) return ["in", values(tokens)];
  if (isKeyword(token, "not") && isKeyword(tokens.peek(), "in")) {
    tokens.take();
    return ["not in", values(tokens)];
  }
  if (isKeyword(token, "is")) {
    const isNot = isKeyword(tokens.peek(), "not");
    if (isNot) tokens.take();
    const last = tokens.take();
    if (!isKeyword(last, "missing"))
      fail(last, '"is" goes with "missing" or "not missing" only; to compare, write =');
    return [isNot ? "is not missing" : "is missing", []];
  }
  return fail(
    word,
    `${quoted(word.text)} is compared with nothing; write = or >= and a value after it${jointHint(tokens)}`
  );
}

/** A value such as `parents and siblings` is cut by its own words. */
const jointHint = (tokens: Cursor): string =>
  /\b(and|or|not|in|is)\b/.test(tokens.text)
    ? '; a value with "and", "or", "not" or "in" in it needs quotes'
    : "";

function values(tokens: Cursor): readonly WhereValue[] {
  const open = tokens.take();
  if (open.kind !== "(") fail(open, "a list in brackets is needed after in: (West, South)");
  const list = [value(tokens)];
  while (tokens.peek().kind === ",") {
    tokens.take();
    list.push(value(tokens));
  }
  if (tokens.peek().kind === "end") fail(open, "( is not closed; write ) at its end");
  const close = tokens.take();
  if (close.kind !== ")")
    fail(close, `${quoted(close.text)} is not expected here; is a comma or ) missing before it?`);
  return list;
}

/** One number, percent or quoted text, or words up to what is no word: `District of Columbia`, `18 to 34`. */
function value(tokens: Cursor): WhereValue {
  const first = tokens.take();
  if (first.kind === "end") fail(first, "a value is missing at the end");
  if (first.kind === "quoted") return {kind: "text", text: first.text, at: first.at, width: first.width};
  if (!isPiece(first))
    fail(first, `${quoted(first.text)} is not expected here; a value is, in quotes if it is a text`);
  let last = first;
  while (isPiece(tokens.peek())) last = tokens.take();
  const width = last.at + last.width - first.at;
  const text = tokens.text.slice(first.at, first.at + width);
  const kind = last === first && first.kind !== "word" ? (first.kind as "number" | "percent") : "text";
  return {kind, text: text.replace(/\s+/g, " "), at: first.at, width};
}

const isPiece = ({kind}: Token): boolean => kind === "word" || kind === "number" || kind === "percent";

import {fail} from "./whereFault.ts";
import type {Span} from "./whereTree.ts";

export type TokenKind =
  | "keyword"
  | "word"
  | "number"
  | "percent"
  | "quoted"
  | "sign"
  | "("
  | ")"
  | ","
  | "end";

export interface Token extends Span {
  readonly kind: TokenKind;
  /** Signs in one form: `>=` for `≥`. Of quoted texts what stands between the quotes. */
  readonly text: string;
}

const KEYWORDS = ["and", "or", "not", "in", "is", "missing"];
const SIGNS: Readonly<Record<string, string>> = {"≤": "<=", "≥": ">=", "≠": "!="};
const WRONG_SIGNS: Readonly<Record<string, string>> = {
  "==": "=",
  "=>": ">=",
  "=<": "<=",
  "<>": "!=",
  "!": "not",
  "&&": "and",
  "&": "and",
  "||": "or",
  "|": "or"
};

const TOKEN =
  /\s*(?:(?<quoted>"[^"]*"|'[^']*')|(?<percent>\d+(?:\.\d+)?\s?%)|(?<sign>&&|&|\|\||\||==|=>|=<|<>|<=|>=|!=|[<>=!≤≥≠])|(?<bracket>[(),])|(?<word>[^\s(),"'<>=!≤≥≠&|]+(?:'[^\s(),"'<>=!≤≥≠&|]+)*)|(?<quote>["']))/y;

/** The text in pieces; the last is its end. @throws WhereError for a piece that is in no text */
export function whereTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  while (text.slice(from).trim() !== "") {
    TOKEN.lastIndex = from;
    const match = TOKEN.exec(text)!;
    const [kind, piece] = Object.entries(match.groups!).find(([, part]) => part !== undefined)!;
    from = TOKEN.lastIndex;
    tokens.push(token(kind, piece!, from - piece!.length));
  }
  const end = text.trimEnd().length;
  return [...tokens, {kind: "end", text: "", at: Math.max(0, end - 1), width: 1}];
}

function token(kind: string, piece: string, at: number): Token {
  const span = {at, width: piece.length};
  if (kind === "quote")
    fail({at, width: 1}, `this quote is not closed; write ${piece} at the end of the text`);
  if (kind === "quoted") return {kind, text: piece.slice(1, -1), ...span};
  if (kind === "bracket") return {kind: piece as "(", text: piece, ...span};
  if (kind === "sign") {
    const right = WRONG_SIGNS[piece];
    if (right) fail(span, `write ${right} instead of ${piece}`);
    return {kind, text: SIGNS[piece] ?? piece, ...span};
  }
  if (kind === "percent") return {kind, text: piece, ...span};
  if (/^-?\d+(\.\d+)?$/.test(piece)) return {kind: "number", text: piece, ...span};
  if (/^(AND|OR|NOT|IN|IS)$/.test(piece))
    fail(span, `write ${piece.toLowerCase()} in small letters; a value "${piece}" needs quotes`);
  return {kind: KEYWORDS.includes(piece) ? "keyword" : "word", text: piece, ...span};
}

import type {YAMLError} from "yaml";
import {quoted} from "./path.ts";
import {wrongComparison} from "./wrongComparison.ts";

interface Message {
  readonly at: number;
  readonly width?: number;
  readonly message: string;
}

export const NESTED = "the file is nested too deeply to be read";

/** A parser's error in the words of somebody who edits a text. */
export function syntaxMessage(error: YAMLError, content: string): Message {
  const at = error.pos[0];
  const rest = /^[^\n]*/.exec(content.slice(at))?.[0] ?? "";
  switch (error.code) {
    case "BAD_SCALAR_START":
      return unquoted(at, rest, content);
    case "BLOCK_IN_FLOW":
      return colonInText(at, rest);
    case "BLOCK_AS_IMPLICIT_KEY":
      return colonOrIndent(at, rest, content);
    case "MULTILINE_IMPLICIT_KEY":
      return noEntry(at, rest);
    case "UNEXPECTED_TOKEN":
      return unexpected(at, rest, content);
    case "BAD_INDENT":
    case "MISSING_CHAR":
      return indented(at, content);
    case "RESOURCE_EXHAUSTION":
      return {at: 0, message: NESTED};
    case "MULTIPLE_DOCS":
      return {at, message: "a second document begins here; take away the line with --- or ..."};
    case "NON_STRING_KEY":
      return {at, message: "the name of an entry has to be a text"};
    case "BAD_ALIAS":
      return {at, message: `a text that begins with ${rest[0]} needs quotes`};
    case "TAG_RESOLVE_FAILED":
      return {at, message: "a text that begins with ! needs quotes"};
    case "BAD_DQ_ESCAPE":
      return {at, message: "a backslash in double quotes has a special meaning; use single quotes: '…'"};
    default:
      return {at, message: `this is not well-formed YAML (${error.message})`};
  }
}

function unquoted(at: number, rest: string, content: string): Message {
  const text = valueText(rest);
  return (
    wrongComparison(at, text, content) ?? {
      at,
      width: text.length,
      message: `a text that begins with ${rest[0]} needs quotes: ${quoted(text)}`
    }
  );
}

/** Up to the comma or bracket that ends the value. */
const valueText = (rest: string): string => /^[^,}\]]*/.exec(rest)?.[0].trim() ?? "";

/** `{ label: New: good }` or `{ label: New up_to: 10 }` */
function colonInText(at: number, rest: string): Message {
  const text = valueText(rest);
  const next = /\s([a-z_.]+)\s*:(?=\s)/.exec(text);
  if (!next)
    return {at, width: text.length, message: `a text with a colon and a space needs quotes: ${quoted(text)}`};
  return {
    at: at + next.index + 1,
    width: next[1]!.length,
    message: `a comma is missing before ${quoted(next[1]!)}`
  };
}

function colonOrIndent(at: number, rest: string, content: string): Message {
  if (/:(\s|$)/.test(rest)) {
    const text = rest.replace(/\s+#.*$/, "").trim();
    return {at, width: text.length, message: `a text with a colon and a space needs quotes: ${quoted(text)}`};
  }
  return indented(at + rest.length + 1, content);
}

function indented(at: number, content: string): Message {
  const line = content.lastIndexOf("\n", at - 1) + 1;
  const above =
    content
      .slice(0, Math.max(0, line - 1))
      .split("\n")
      .at(-1) ?? "";
  const dash = /^\s*(?=-[A-Za-z"'])/.exec(above);
  if (dash)
    return {at: line - 1 - above.length + dash[0].length, message: "a space is missing after the dash"};
  const blank = /^\s*/.exec(content.slice(line))?.[0].length ?? 0;
  return {
    at: line + blank,
    message: "this line begins in another column than the entries it belongs to; indent it like them"
  };
}

function noEntry(at: number, rest: string): Message {
  const line = rest.trim();
  const glued = /^([\w.]+):(\S.*)$/.exec(line);
  const message = glued
    ? `a space is missing after the colon: "${glued[1]}: ${glued[2]}"`
    : `${quoted(line)} has no value; write "name: value"`;
  return {at, width: line.length, message};
}

function unexpected(at: number, rest: string, content: string): Message {
  const before = content.slice(0, at).trimEnd();
  const first = rest[0] ?? "";
  if (first === ",") return {at, message: "this comma separates nothing; take it away"};
  if (first === "}" || first === "]") return {at, message: `${first} closes nothing; take it away`};
  if ((first === "{" || first === "[") && /[}\]]$/.test(before))
    return {at, message: `a comma is missing before ${first}`};
  const compared = blockComparison(at, content);
  if (compared) return compared;
  if (/["']$/.test(before)) {
    const message =
      "the text goes on after its closing quote; put the whole text in one pair of quotes, double ones if it has an apostrophe";
    return {at, width: valueText(rest).length, message};
  }
  return {
    at,
    width: valueText(rest).length || 1,
    message: `${quoted(valueText(rest))} is not expected here; is a comma, a quote or a colon missing before it?`
  };
}

/** `up_to: > 10` outside braces, where > begins a long text. */
function blockComparison(at: number, content: string): Message | undefined {
  const start = content.lastIndexOf("\n", at - 1) + 1;
  const [, before, text] = /^(.*:\s*)([<>]=?[^#\n]*)/.exec(content.slice(start)) ?? [];
  return before && text ? wrongComparison(start + before.length, text.trim(), content) : undefined;
}

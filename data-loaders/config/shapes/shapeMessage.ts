import type {z} from "zod";
import {quoted} from "../path.ts";
import {suggestion} from "../suggestion.ts";
import {notNumber} from "./notNumber.ts";

/**
 * What is said about an issue whose shape has no message of its own. For unknown keys it is not a message but
 * the list of allowed keys, one in each line: the issue itself does not carry them on.
 */
export function shapeMessage(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return allowedKeys(issue).join("\n");
    case "invalid_type":
      return typeMessage(issue.expected, issue.input);
    case "invalid_union":
      return needed(oneOf([...new Set(issue.errors.flatMap(expectedTypes))].map(typeWords)), issue.input);
    case "invalid_value":
      return valueMessage(issue.values as readonly unknown[], issue.input);
    case "too_small":
      return issue.origin === "array"
        ? `a list of at least ${issue.minimum} is needed`
        : `at least ${issue.minimum} is needed`;
    case "too_big":
      return issue.origin === "array"
        ? `a list of at most ${issue.maximum} is needed`
        : `at most ${issue.maximum} is possible`;
    default:
      return "is not possible here";
  }
}

function allowedKeys({inst}: z.core.$ZodRawIssue): readonly string[] {
  const definition = inst?._zod.def as {readonly shape?: object} | undefined;
  return Object.keys(definition?.shape ?? {});
}

function expectedTypes(issues: readonly z.core.$ZodIssue[]): readonly string[] {
  return issues.flatMap((issue) => {
    if (issue.code === "invalid_type") return [issue.expected];
    return issue.code === "invalid_union" ? issue.errors.flatMap(expectedTypes) : [];
  });
}

const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

function typeMessage(expected: string, input: unknown): string {
  if (expected === "number" && typeof input === "string") return notNumber(input);
  return needed(typeWords(expected), input) + typeHint(expected, input);
}

function needed(words: string, input: unknown): string {
  return input === null ? `is empty; ${words} is needed` : `${words} is needed, not ${described(input)}`;
}

function typeHint(expected: string, input: unknown): string {
  if (expected === "string" && (typeof input === "number" || typeof input === "boolean"))
    return `; put it in quotes: "${input}"`;
  if (expected === "array" && typeof input === "string") return `; write [${input}]`;
  if (expected !== "array" || typeof input !== "object" || input === null) return "";
  const [first = ""] = Object.keys(input);
  return /^-\S/.test(first)
    ? `; a space is missing after the dash: "- ${first.slice(1)}"`
    : "; begin each item with a dash: - …";
}

function typeWords(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: "a text",
    number: "a number",
    boolean: "true or false",
    array: "a list [ … ]",
    object: "a group of entries { … }",
    record: "a group of entries { … }"
  };
  return words[expected] ?? expected;
}

function described(input: unknown): string {
  if (typeof input === "string") return `the text ${quoted(input)}`;
  if (Number.isFinite(input)) return `the number ${input}`;
  if (Array.isArray(input)) return "a list";
  return typeof input === "object" ? "a group of entries" : String(input);
}

function valueMessage(values: readonly unknown[], input: unknown): string {
  const names = values.map(String);
  if (input === null) return `is empty; allowed: ${names.join(", ")}`;
  if (names.length === 1) {
    const hint = typeof input === "number" ? ", with its quotes" : "";
    return `only "${names[0]}" is possible here${hint}, not ${described(input)}`;
  }
  if (typeof input !== "string") return `${described(input)} is not possible; allowed: ${names.join(", ")}`;
  return `${quoted(input)} is not possible${suggestion(input, names)}`;
}

import {nearest, suggestion} from "../../data-loaders/config/suggestion.ts";
import type {Step} from "./bindingPath.ts";
import {leadingSteps} from "./bindingPath.ts";
import type {Amount, Found, ScopeNode, Word} from "./scope.ts";
import {follow} from "./scope.ts";

const operators = ["is", "at least", "at most", "above", "below"] as const;
type Operator = (typeof operators)[number];

/** `price_per_item.verdict is no difference`, taken apart; nothing in it is computed. */
export interface Expectation {
  readonly steps: readonly Step[];
  readonly operator: Operator;
  readonly value: string;
}

const form =
  "write <number> is, at least, at most, above or below <value>, such as price_per_item.verdict is no difference";

/** Reads an expectation, or says what is wrong with it. */
export function parseExpectation(text: string): Expectation | {readonly message: string} {
  const {steps, rest} = leadingSteps(text);
  const operator = operators.find((one) => rest.trim().startsWith(`${one} `));
  if (steps.length === 0) return {message: `cannot read "${text}"; ${form}`};
  if (operator) return {steps, operator, value: unquoted(rest.trim().slice(operator.length).trim())};
  const word = rest.trim().split(/\s+/)[0] ?? "";
  return nearest(word, operators) === undefined
    ? {message: `cannot read "${rest.trim() || text}"; ${form}`}
    : {message: `unknown comparison "${word}"${suggestion(word, operators)}`};
}

/** What is wrong with an expectation that can be read, as far as that shows before anything is counted. */
export function checkExpectation({operator, value}: Expectation, {amount, word}: Found): string | undefined {
  if (amount) return amountFault(value, amount);
  if (operator !== "is") return `a word is no amount; write is instead of ${operator}`;
  if (word?.known && !word.known.includes(value))
    return `it is never "${value}"${suggestion(value, word.known)}`;
  return word ? undefined : "this can't be expected: it is neither a number nor a name";
}

function amountFault(value: string, {unit}: Amount): string | undefined {
  const parsed = parsedNumber(value);
  if (!parsed) return `"${value}" is no number`;
  if (unit === "share" && !parsed.isPercent) return `a share is held against a percentage: ${value}%`;
  if (unit !== "share" && parsed.isPercent) return "this is no share: leave the percent sign out";
  return undefined;
}

/**
 * What the data says where it is not what was expected; undefined where it is, and where the value is hidden or does
 * not exist: then no sentence can be false.
 */
export function brokenExpectation(expectation: Expectation, root: ScopeNode): string | undefined {
  const found = follow(root, expectation.steps);
  if ("message" in found) throw new Error(`an expectation passed the check of the page: ${found.message}`);
  if (found.unavailable !== undefined) return undefined;
  const {operator, value} = expectation;
  const holds = found.amount ? amountHolds(operator, found.amount, value) : wordHolds(value, found.word!);
  return holds ? undefined : found.amount ? found.write().text : found.word!.said();
}

function wordHolds(value: string, {said}: Word): boolean {
  return said() === value;
}

function amountHolds(operator: Operator, {unit, value}: Amount, expected: string): boolean {
  const wanted = parsedNumber(expected)!.number;
  const amount = value() / (unit === "money" ? 100 : unit === "share" ? 0.01 : 1);
  if (!Number.isFinite(amount)) return true;
  switch (operator) {
    case "is":
      return Math.abs(amount - wanted) < 1e-9;
    case "at least":
      return amount >= wanted;
    case "at most":
      return amount <= wanted;
    case "above":
      return amount > wanted;
    case "below":
      return amount < wanted;
  }
}

/** `1,200`, `$0.50`, `5%`, `5 points`. */
function parsedNumber(text: string): {readonly number: number; readonly isPercent: boolean} | undefined {
  const found = /^[^\d\s.-]{0,4}\s?(-?[\d,]*\.?\d+)\s*(%|points?)?$/.exec(text);
  if (!found) return undefined;
  return {number: Number(found[1]!.replaceAll(",", "")), isPercent: found[2] !== undefined};
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}

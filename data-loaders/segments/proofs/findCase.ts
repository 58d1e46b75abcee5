import type {Formula} from "./formula.ts";
import {ALWAYS, all, any, is, NEVER} from "./formula.ts";
import type {ShareLimit} from "./shareLimits.ts";
import {fitsLimits} from "./shareLimits.ts";
import type {ClassSet, Variable} from "./variable.ts";

/** The values a formula leaves: any of these sets, for each variable together, makes it true. */
export type Case = ReadonlyMap<Variable, ClassSet>;

/** `found`: true for these values. `none`: true for no values, proved. `open`: given up after the work allowed. */
export type Answer =
  | {readonly is: "found"; readonly found: Case}
  | {readonly is: "none"}
  | {readonly is: "open"};

const NONE: Answer = {is: "none"};

/** How many parts of formulas one question may look at: some tens of milliseconds. */
export const WORK = 200_000;

/** What is left of the work that several questions share. */
export interface Work {
  left: number;
}

/**
 * Looks for values that make the formula true. Instead of going through all combinations it narrows each variable to the
 * set of classes that what must hold leaves, and splits only where one of several parts has to hold. Only classes `within`
 * are looked at.
 */
export function findCase(
  formula: Formula,
  limits: readonly ShareLimit[],
  work: Work = {left: WORK},
  within: Case = new Map()
): Answer {
  const allowed = Math.min(work.left, WORK);
  const own = {left: allowed};
  const answer = search(formula, within, limits, own);
  work.left -= allowed - Math.max(0, own.left);
  return answer;
}

function search(formula: Formula, before: Case, limits: readonly ShareLimit[], budget: Work): Answer {
  const allowed = new Map(before);
  const rest = narrowed(formula, allowed, budget);
  if (budget.left < 0) return {is: "open"};
  if (rest === NEVER || !fitsLimits(limits, allowed)) return NONE;
  if (rest === ALWAYS) return {is: "found", found: allowed};
  return split(rest, allowed, limits, budget);
}

/** The formula without what is decided; what must hold of single variables has gone into `allowed`. */
function narrowed(formula: Formula, allowed: Map<Variable, ClassSet>, budget: Work): Formula {
  let rest = simplified(formula, allowed, budget);
  for (;;) {
    const parts = rest.op === "all" ? rest.parts : [rest];
    const single = parts.filter((part) => part.op === "is");
    if (single.length === 0) return rest;
    for (const {variable, set} of single) {
      const left = (allowed.get(variable) ?? variable.full) & set;
      if (left === 0n) return NEVER;
      allowed.set(variable, left);
    }
    rest = simplified(all(parts.filter((part) => part.op !== "is")), allowed, budget);
  }
}

/** With what `allowed` decides taken out. */
function simplified(formula: Formula, allowed: Case, budget: Work): Formula {
  if (--budget.left < 0) return formula;
  if (formula.op === "is") {
    const possible = allowed.get(formula.variable) ?? formula.variable.full;
    const left = formula.set & possible;
    if (left === possible) return ALWAYS;
    return is(formula.variable, left);
  }
  const parts: Formula[] = [];
  const [decides, join] = formula.op === "all" ? ([NEVER, all] as const) : ([ALWAYS, any] as const);
  for (const part of formula.parts) {
    const left = simplified(part, allowed, budget);
    if (left === decides) return decides;
    parts.push(left);
  }
  return join(parts);
}

/** One part after the other of the shortest choice; each later one only where the single-variable ones before fail. */
function split(rest: Formula, allowed: Case, limits: readonly ShareLimit[], budget: Work): Answer {
  const parts = rest.op === "all" ? rest.parts : [rest];
  const choice = shortest(parts);
  const others = parts.filter((part) => part !== choice);
  const failed: Formula[] = [];
  let open = false;
  for (const part of choice.parts) {
    const answer = search(all([part, ...failed, ...others]), allowed, limits, budget);
    if (answer.is === "found") return answer;
    open ||= answer.is === "open";
    if (budget.left < 0) return {is: "open"};
    if (part.op === "is") failed.push(is(part.variable, part.variable.full & ~part.set));
  }
  return open ? {is: "open"} : NONE;
}

type Choice = Extract<Formula, {op: "all" | "any"}>;

function shortest(parts: readonly Formula[]): Choice {
  let best: Choice | undefined;
  for (const part of parts)
    if (part.op === "any" && (!best || part.parts.length < best.parts.length)) best = part;
  if (!best) throw new Error("nothing to choose from in a formula that is not decided");
  return best;
}

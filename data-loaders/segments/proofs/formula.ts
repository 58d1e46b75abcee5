import type {ClassSet, Variable} from "./variable.ts";

/**
 * A condition over variables, as a proof sees it: each part says that the value of one variable is in a set of its
 * classes. It has no "not": of a set of classes that is the set of the others.
 */
export type Formula =
  | {readonly op: "is"; readonly variable: Variable; readonly set: ClassSet}
  | {readonly op: "all" | "any"; readonly parts: readonly Formula[]};

export const ALWAYS: Formula = {op: "all", parts: []};
export const NEVER: Formula = {op: "any", parts: []};

/** True where the variable's value is in the set. */
export function is(variable: Variable, set: ClassSet): Formula {
  if (set === 0n) return NEVER;
  return set === variable.full ? ALWAYS : {op: "is", variable, set};
}

export const all = (parts: readonly Formula[]): Formula => joined("all", parts, NEVER);
export const any = (parts: readonly Formula[]): Formula => joined("any", parts, ALWAYS);

function joined(op: "all" | "any", parts: readonly Formula[], decides: Formula): Formula {
  if (parts.includes(decides)) return decides;
  const flat = parts.flatMap((part) => (part.op === op ? part.parts : [part]));
  if (flat.length === 0) return op === "all" ? ALWAYS : NEVER;
  return flat.length === 1 ? flat[0]! : {op, parts: flat};
}

/** Formulas share parts (rules name other segmentations), so that each is turned round once. */
const turned = new WeakMap<Formula, Formula>([
  [ALWAYS, NEVER],
  [NEVER, ALWAYS]
]);

export function not(formula: Formula): Formula {
  const known = turned.get(formula);
  if (known) return known;
  const made = turn(formula);
  turned.set(formula, made);
  if (!turned.has(made)) turned.set(made, formula);
  return made;
}

function turn(formula: Formula): Formula {
  if (formula.op === "is") return is(formula.variable, formula.variable.full & ~formula.set);
  return (formula.op === "all" ? any : all)(formula.parts.map(not));
}

/** How many parts it has in all, counted up to the limit. */
export function sizeOf(formula: Formula, limit: number): number {
  if (formula.op === "is") return 1;
  let size = 1;
  for (const part of formula.parts) {
    if (size >= limit) return limit;
    size += sizeOf(part, limit - size);
  }
  return size;
}

/** The variables it speaks of, and what unknown ones among them are made of. */
export function variablesOf(formula: Formula): readonly Variable[] {
  const found = new Set<Variable>();
  const visit = (part: Formula): void => {
    if (part.op !== "is") for (const one of part.parts) visit(one);
    else for (const one of [part.variable, ...part.variable.restsOn]) found.add(one);
  };
  visit(formula);
  return [...found];
}

import type {FactDescription} from "../../config/segments.ts";
import type {ClassSet, ValueClass, Variable} from "./variable.ts";

/** Shares of one whole which no row is in twice: together they are at most 1. */
export type ShareLimit = readonly Variable[];

/** Shares of the same rows by different values of one column (departments) can't exceed the whole together. */
export function shareLimits(
  facts: readonly FactDescription[],
  variables: ReadonlyMap<string, Variable>
): ShareLimit[] {
  const shares = facts.flatMap((fact) => {
    const variable = variables.get(fact.name);
    const part = fact.take === "share" ? partOf(fact) : undefined;
    return variable && part ? [{variable, ...part}] : [];
  });
  const limits = shares.map((first) => {
    const taken = new Set(first.values);
    const family = [first.variable];
    for (const other of shares) {
      if (other.whole !== first.whole || other.values.some((value) => taken.has(value))) continue;
      for (const value of other.values) taken.add(value);
      family.push(other.variable);
    }
    return family;
  });
  return limits.filter((family) => family.length > 1);
}

/** `{ of: item, where: { department: [pets, babies] } }` → the whole item.department, of it pets and babies. */
function partOf({
  of,
  per,
  where
}: FactDescription): {whole: string; values: readonly (string | number)[]} | undefined {
  if (!("subject" in where) || !where.test.in) return undefined;
  return {whole: `${per} ${of} ${where.subject}`, values: where.test.in};
}

const SMALLEST = 1e-9;

/** Whether values are left that keep each limit. */
export function fitsLimits(limits: readonly ShareLimit[], allowed: ReadonlyMap<Variable, ClassSet>): boolean {
  return limits.every((family) => {
    const lowest = family.map((variable) => lowestClass(variable, allowed.get(variable) ?? variable.full));
    const sum = lowest.reduce((total, one) => total + (one?.low ?? 0), 0);
    const isOpen = lowest.some((one) => one?.kind === "between");
    return isOpen ? sum < 1 - SMALLEST : sum <= 1 + SMALLEST;
  });
}

/** Nothing where the value may be missing: then there are no rows to have shares of. */
function lowestClass({classes}: Variable, set: ClassSet): ValueClass | undefined {
  const first = classes.find((_, bit) => (set >> BigInt(bit)) & 1n);
  return classes.some(({kind}, bit) => kind === "missing" && (set >> BigInt(bit)) & 1n) ? undefined : first;
}

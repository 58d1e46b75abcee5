import type {Shown} from "./domain.ts";
import type {ShareLimit} from "./shareLimits.ts";
import {roundBetween} from "./valueClasses.ts";
import {OTHER} from "./variable.ts";
import type {ValueClass, Variable} from "./variable.ts";

/** A value of each variable that matters for the case, the others may have any. */
export type Example = ReadonlyMap<Variable, number | string | undefined>;

/** Small and round values before others, and shares that keep their limits together. */
export function exampleOf(
  classes: ReadonlyMap<Variable, ValueClass>,
  limits: readonly ShareLimit[]
): Example {
  const example = new Map([...classes].map(([variable, {value}]) => [variable, value]));
  for (const family of limits) fitShares(family, classes, example);
  return example;
}

/** Shares nearer to their lower ends where round ones come to more than the whole. */
function fitShares(
  family: ShareLimit,
  classes: ReadonlyMap<Variable, ValueClass>,
  example: Map<Variable, number | string | undefined>
): void {
  const shown = family.filter((variable) => typeof example.get(variable) === "number");
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  if (total(shown.map((variable) => example.get(variable) as number)) <= 1) return;
  const slack = 1 - total(shown.map((variable) => classes.get(variable)?.low ?? 0));
  for (const variable of shown) {
    const {kind, low = 0, high = 1} = classes.get(variable)!;
    if (kind === "between")
      example.set(variable, roundBetween(low, Math.min(high, low + slack / shown.length)));
  }
}

/** `age = 17, dependants = 0, typical_gap is missing` */
export function exampleWords(example: Example): string {
  return [...example]
    .map(([variable, value]) =>
      value === undefined
        ? `${shortName(variable.name)} is missing`
        : `${shortName(variable.name)} = ${valueWords(value, variable.shown)}`
    )
    .join(", ");
}

/** `age` for `customer.age`. */
export const shortName = (subject: string): string => subject.slice(subject.indexOf(".") + 1);

/** A value as it is written in the file, shares in percent. */
export function valueWords(value: number | string, {isShare, names}: Shown): string {
  if (value === OTHER) return "any other";
  if (typeof value === "string") return value;
  if (names?.[value] !== undefined) return names[value];
  return isShare ? `${Number((100 * value).toPrecision(12))}%` : plain(value);
}

/** Long numbers with thousands marks, to be read and not to be typed. */
const plain = (value: number): string =>
  Math.abs(value) >= 10_000 ? value.toLocaleString("en-US", {maximumFractionDigits: 9}) : String(value);

import type {Domain, NumberDomain, TextDomain} from "./domain.ts";
import {OTHER} from "./variable.ts";
import type {ValueClass} from "./variable.ts";

const MISSING: ValueClass = {kind: "missing", value: undefined};

/** The classes of a domain when tests name these values and cut points. */
export function valueClasses(domain: Domain, named: readonly (number | string)[]): ValueClass[] {
  const classes = domain.kind === "numbers" ? numberClasses(domain, named) : textClasses(domain, named);
  return domain.missing ? [...classes, MISSING] : classes;
}

function textClasses({values}: TextDomain, named: readonly (number | string)[]): ValueClass[] {
  const texts = values ?? [...new Set(named.filter((value) => typeof value === "string"))];
  const classes = texts.map((value): ValueClass => ({kind: "value", value}));
  return values ? classes : [...classes, {kind: "other", value: OTHER}];
}

function numberClasses(domain: NumberDomain, named: readonly (number | string)[]): ValueClass[] {
  const {from, up_to, also} = domain;
  const inside = named.filter((cut): cut is number => typeof cut === "number" && cut > from && cut < up_to);
  const cuts = [...new Set([from, ...inside, up_to])].sort((a, b) => a - b);
  const classes = cuts.flatMap((cut, at) => {
    const next = cuts[at + 1];
    return [...pointClass(domain, cut), ...(next === undefined ? [] : betweenClass(domain, cut, next))];
  });
  const outside = also === undefined || (also >= from && also <= up_to) ? [] : pointClass({}, also);
  return [...classes, ...outside];
}

function pointClass({steps}: Pick<NumberDomain, "steps">, value: number): ValueClass[] {
  if (!Number.isFinite(value) || (steps !== undefined && !isMultiple(value, steps))) return [];
  return [{kind: "value", value, low: value, high: value}];
}

function betweenClass({steps}: NumberDomain, low: number, high: number): ValueClass[] {
  const value = steps === undefined ? roundBetween(low, high) : firstStep(low, high, steps);
  return value === undefined ? [] : [{kind: "between", value, low, high}];
}

/** Thousandths of a step are lost in decimal fractions: 0.29 × 100 is 28.999999999999996. */
const inSteps = (value: number, steps: number): number => Math.round(value * steps * 1e6) / 1e6;
const isMultiple = (value: number, steps: number): boolean => Number.isInteger(inSteps(value, steps));

/** The number of whole steps that comes next after the lower end (before the upper one, where that is open below). */
function firstStep(low: number, high: number, steps: number): number | undefined {
  const at = Number.isFinite(low)
    ? Math.floor(inSteps(low, steps)) + 1
    : Number.isFinite(high)
      ? Math.ceil(inSteps(high, steps)) - 1
      : 0;
  return at < inSteps(high, steps) && at > inSteps(low, steps) ? at / steps : undefined;
}

/** A number between the two with as few decimals as can be; nothing where no number is between them. */
export function roundBetween(low: number, high: number): number | undefined {
  for (let digits = 0; digits <= 12; digits++) {
    const value = firstStep(low, high, 10 ** digits);
    if (value !== undefined && value > low && value < high) return value;
  }
  const middle = low + (high - low) / 2;
  return middle > low && middle < high ? middle : undefined;
}

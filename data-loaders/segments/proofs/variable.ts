import type {Shown} from "./domain.ts";

/**
 * What a condition speaks of, as a proof sees it. Its values fall into classes which no test of the file tells apart:
 * each cut point, the values between two of them, each text that is named, every other text, and missing.
 */
export interface Variable {
  /** A fact, `customer.age`, or a segmentation whose own conditions are not known. */
  readonly name: string;
  readonly shown: Shown;
  readonly classes: readonly ValueClass[];
  /** All classes. */
  readonly full: ClassSet;
  /** For a segmentation whose conditions are not known: what it is made of all the same. */
  readonly restsOn: readonly Variable[];
}

/** Bit i stands for class i. */
export type ClassSet = bigint;

export interface ValueClass {
  /** `other` is every text that no test names. */
  readonly kind: "value" | "between" | "other" | "missing";
  /** A value of the class, as a test meets it: a round one between two cut points; undefined where missing. */
  readonly value: number | string | undefined;
  /** Lower and upper end of its numbers, for what is known of several facts together. */
  readonly low?: number;
  readonly high?: number;
}

/** A text that stands for all those that no test names; no file can hold it. */
export const OTHER = "\u0000other";

export function variable(
  name: string,
  classes: readonly ValueClass[],
  {shown = {isShare: false}, restsOn = []}: Partial<Pick<Variable, "shown" | "restsOn">> = {}
): Variable {
  return {name, shown, classes, full: (1n << BigInt(classes.length)) - 1n, restsOn};
}

/** All classes but that of the texts nobody named, where any are named. */
export function namedClasses({classes, full}: Variable): ClassSet {
  const other = classes.findIndex(({kind}) => kind === "other");
  const hasNamed = classes.some(({kind}) => kind === "value");
  return other >= 0 && hasNamed ? full & ~(1n << BigInt(other)) : full;
}

/** The classes whose values pass; a test is true of all values of a class or of none. */
export function classesWhere(
  {classes}: Variable,
  passes: (value: number | string | undefined) => boolean
): ClassSet {
  let set = 0n;
  for (const [bit, {value}] of classes.entries()) if (passes(value)) set |= 1n << BigInt(bit);
  return set;
}

/** The first of them: small before large, named before other, missing last. */
export function firstClass({classes}: Variable, set: ClassSet): ValueClass {
  return classes.find((_, bit) => (set >> BigInt(bit)) & 1n)!;
}

export const classSet = ({classes}: Variable, one: ValueClass): ClassSet =>
  1n << BigInt(classes.indexOf(one));

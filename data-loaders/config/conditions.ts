import type {Test, When} from "./segments.ts";
import type {WrittenBound, WrittenCondition, WrittenTest} from "./shapes/condition.ts";
import {conditionParts} from "./shapes/conditionParts.ts";
import type {ConditionPart} from "./shapes/conditionParts.ts";
import {whole} from "./shapes/draft.ts";

/** What a word of a condition stands for, and the names its numbers go by (weekdays). */
export interface Named {
  readonly name: string;
  readonly names?: readonly string[] | undefined;
}

/** `{department: "babies"}` → `{subject: "item.department", test: {in: ["babies"]}}`; several entries all hold. */
export function exactCondition(written: WrittenCondition | undefined, named: (word: string) => Named): When {
  return joined(
    "all",
    conditionParts(written ?? {}).map((part) => exactPart(part, named))
  );
}

function exactPart(part: ConditionPart, named: (word: string) => Named): When {
  if (part.kind === "not") return {not: exactCondition(whole<WrittenCondition>(part.condition), named)};
  if (part.kind === "test") {
    const {name, names} = named(part.key);
    return {subject: name, test: exactTest(whole<WrittenTest>(part.test), names)};
  }
  return joined(
    part.kind,
    part.conditions.map((inner) => exactCondition(whole<WrittenCondition>(inner), named))
  );
}

/** One condition stands for itself. */
export function joined(kind: "all" | "any", parts: readonly When[]): When {
  const [first, ...more] = parts;
  if (first && more.length === 0) return first;
  return kind === "all" ? {all: parts} : {any: parts};
}

function exactTest(written: WrittenTest, names: readonly string[] | undefined): Test {
  if (typeof written !== "object") return {in: [exactValue(written, names)]};
  if (Array.isArray(written)) return {in: written.map((value) => exactValue(value, names))};
  const {from, above, up_to, below, in: values, missing} = written;
  return {
    ...(from !== undefined && {from: boundNumber(from)}),
    ...(above !== undefined && {above: boundNumber(above)}),
    ...(up_to !== undefined && {up_to: boundNumber(up_to)}),
    ...(below !== undefined && {below: boundNumber(below)}),
    ...(values !== undefined && {in: values.map((value) => exactValue(value, names))}),
    ...(missing !== undefined && {missing})
  };
}

/** 0 for `Saturday` where the data's day 0 is one. */
export function exactValue(value: string | number, names: readonly string[] | undefined): string | number {
  const number = typeof value === "string" ? (names?.indexOf(value) ?? -1) : -1;
  return number < 0 ? value : number;
}

/** 0.02 for `2%` */
export function boundNumber(bound: WrittenBound): number {
  return typeof bound === "number" ? bound : percentNumber(bound);
}

/** The number nearest to the share that is written: `1.1%` is 0.011, which 1.1 / 100 is not. */
export function percentNumber(percent: string): number {
  return Number(`${percent.replace("%", "").trim()}e-2`);
}

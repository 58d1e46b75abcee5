import type {Measures} from "../../data-loaders/config/measures.ts";
import type {PublishedNumber} from "../../src/pages/publication.ts";
import type {ManifestNumber} from "../manifest/manifest.ts";
import {numberFormat} from "./numberFormat.ts";
import type {NumberFormat} from "./numberFormat.ts";

/** `code`: neither definition nor data differ, so that it is Cartograph itself. */
export type Cause = "definition" | "data" | "code";

/** What differs between two versions at all. */
export type Ground = Readonly<Record<Cause, boolean>>;

/** A number that stands in both versions and reads otherwise. */
export interface NumberChange {
  readonly id: string;
  readonly figure: string;
  readonly measure: string;
  readonly labels: readonly string[];
  readonly unit: string;
  /** In the measure's unit, money in cents. */
  readonly before: number;
  /** By the definitions before on the data of now, where both differ and this could be computed. */
  readonly by_old_rule?: number;
  readonly now: number;
  readonly difference: number;
  /** As they are written in tables. */
  readonly words: {readonly before: string; readonly now: string; readonly difference: string};
  readonly because: readonly Cause[];
}

/** A comparison whose verdict is another now. */
export interface VerdictChange
  extends Pick<NumberChange, "id" | "figure" | "measure" | "labels" | "because"> {
  readonly before: string;
  readonly now: string;
}

export interface NumberChanges {
  /** How many numbers stand in both versions. */
  readonly compared: number;
  /** Those that read otherwise, the largest relative change first. */
  readonly moved: readonly NumberChange[];
  readonly verdicts: readonly VerdictChange[];
  /** Ids of numbers that only one of the versions has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** False where several things differ and the old definitions can't be carried out: each number names all of them. */
  readonly told_apart: boolean;
}

export interface NumbersCompared {
  readonly before: readonly ManifestNumber[];
  readonly now: readonly PublishedNumber[];
  /** Numbers by the definitions before on the data of now; absent where they are not needed or can't be had. */
  readonly byOldRule?: readonly PublishedNumber[] | undefined;
  readonly ground: Ground;
  readonly measures: Measures;
}

/**
 * Numbers that moved beyond rounding, and why: what the old definition says of the new data differs from what was
 * published because of the data (or the code), and from what is published now because of the definition.
 */
export function numberChanges(compared: NumbersCompared): NumberChanges {
  const {before, now, ground, measures} = compared;
  const was = new Map(before.map((number) => [number.id, number]));
  const is = new Set(now.map(({id}) => id));
  const between = betweenValues(compared);
  const pairs = now.flatMap((current) => {
    const old = was.get(current.id);
    return old ? [{old, now: current}] : [];
  });
  const moved = pairs.flatMap((pair): NumberChange[] => {
    const format = numberFormat(pair.now, measures);
    const words = [pair.old.value, pair.now.value].map(format.write) as [string, string];
    if (words[0] === words[1] && pair.old.unit === pair.now.unit) return [];
    return [numberChange(pair, words, format, between, ground)];
  });
  return {
    compared: pairs.length,
    moved: moved.sort((a, b) => relative(b) - relative(a) || (a.id < b.id ? -1 : 1)),
    verdicts: pairs.flatMap((pair) => verdictChange(pair, compared)),
    added: now.filter(({id}) => !was.has(id)).map(({id}) => id),
    removed: before.filter(({id}) => !is.has(id)).map(({id}) => id),
    told_apart: !isMixed(ground) || compared.byOldRule !== undefined
  };
}

interface Pair {
  readonly old: ManifestNumber;
  readonly now: PublishedNumber;
}

/** Whether more than the code, the data or the definition alone differs, so that the old definition is asked. */
export function isMixed({data, code, definition}: Ground): boolean {
  return definition && (data || code);
}

/** What the old definition says now, by id; undefined where it is not known. */
type Between = (pair: Pair) => number | undefined;

function betweenValues({byOldRule, ground}: NumbersCompared): Between {
  if (!ground.definition) return ({now}) => now.value;
  if (!ground.data && !ground.code) return ({old}) => old.value;
  if (!byOldRule) return () => undefined;
  const values = new Map(byOldRule.map(({id, value}) => [id, value]));
  return ({now}) => values.get(now.id);
}

function numberChange(
  pair: Pair,
  [before, now]: readonly [string, string],
  format: NumberFormat,
  between: Between,
  ground: Ground
): NumberChange {
  const {id, figure, measure, labels, unit, value} = pair.now;
  const old = pair.old.value;
  const middle = between(pair);
  return {
    id,
    figure,
    measure,
    labels,
    unit,
    before: old,
    ...(isMixed(ground) && middle !== undefined && {by_old_rule: middle}),
    now: value,
    difference: value - old,
    words: {before, now, difference: format.difference(value - old)},
    because: causes(old, middle, value, format, ground)
  };
}

/** One half of the way may be too small to be read; then the larger half is the cause. */
function causes(
  old: number,
  middle: number | undefined,
  now: number,
  {write}: NumberFormat,
  ground: Ground
): Cause[] {
  const fromInputs = (["data", "code"] as const).filter((cause) => ground[cause]);
  if (middle === undefined) return [...fromInputs, ...(ground.definition ? (["definition"] as const) : [])];
  const [byInputs, byDefinition] = [Math.abs(middle - old), Math.abs(now - middle)];
  const isInputs = write(middle) !== write(old) || byInputs > byDefinition;
  const isDefinition = write(middle) !== write(now) || byDefinition >= byInputs;
  return [
    ...(isInputs && byInputs > 0 ? fromInputs : []),
    ...(isDefinition && byDefinition > 0 ? (["definition"] as const) : [])
  ];
}

function verdictChange({old, now}: Pair, {byOldRule, ground}: NumbersCompared): VerdictChange[] {
  const [before = "not compared", after = "not compared"] = [old.verdict, now.verdict];
  if (before === after) return [];
  const middle = byOldRule?.find(({id}) => id === now.id)?.verdict;
  const fromInputs = (["data", "code"] as const).filter((cause) => ground[cause]);
  const because: Cause[] = byOldRule
    ? [
        ...(middle !== old.verdict ? fromInputs : []),
        ...(middle !== now.verdict ? (["definition"] as const) : [])
      ]
    : [...fromInputs, ...(ground.definition ? (["definition"] as const) : [])];
  const {id, figure, measure, labels} = now;
  return [{id, figure, measure, labels, before, now: after, because}];
}

/** The change as a share of the larger of both values. */
function relative({before, now}: NumberChange): number {
  return Math.abs(now - before) / Math.max(Math.abs(before), Math.abs(now));
}

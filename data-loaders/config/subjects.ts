import {mayBeMissing, PRODUCT_COLUMNS} from "./columns.ts";
import type {Column} from "./columns.ts";
import {quoted} from "./path.ts";
import type {Grain} from "./segments.ts";
import {nearest, suggestion} from "./suggestion.ts";
import type {Vocabulary, Words} from "./vocabulary.ts";

/** What a condition or `by:` speaks of. */
export interface Subject {
  readonly name: string;
  /** What its values are; absent where that is not known for a problem elsewhere. */
  readonly values?: "numbers" | "texts" | "labels" | undefined;
  /** The only texts it can have. */
  readonly allowed?: readonly string[] | undefined;
  /** What its numbers 0, 1, … may be called: the weekdays. */
  readonly names?: readonly string[] | undefined;
  /** True for a share, 0 to 1, which may be written as a percent. */
  readonly isShare: boolean;
  /** Whether values may be missing; absent where that is not known. */
  readonly missing?: boolean | undefined;
}

export type Resolved = Subject | {readonly wrong: string};

/** A word in a segmentation: a fact, a column, or (in `when:`) another segmentation. */
export function segmentationSubject(
  word: string,
  grain: Grain | undefined,
  vocabulary: Vocabulary,
  withSegmentations: boolean
): Resolved {
  if (grain === undefined) return unknownSubject(word);
  if (factGrain(word, vocabulary) === grain) return factSubject(word, vocabulary);
  if (withSegmentations && vocabulary.segmentations.has(word)) return labelSubject(word, grain, vocabulary);
  const column = vocabulary.columns?.get(word);
  if (column) return columnInSegmentation(word, column, grain);
  if (!vocabulary.columns && word.includes(".")) return unknownSubject(word);
  return {wrong: noSubject(word, grain, vocabulary, withSegmentations)};
}

/** A word in the `where:` of a fact, which may leave out the grain: `department` for `item.department`. */
export function factWhereSubject(word: string, of: Grain, vocabulary: Vocabulary): Resolved {
  const {columns} = vocabulary;
  const name = wholeName(word, of);
  if (!columns) return unknownSubject(name);
  const usable = [...columns].filter(([, {grain}]) => grain === of || (of === "item" && grain === "order"));
  const column = columns.get(name);
  if (column && usable.some(([reference]) => reference === name)) return columnSubject(name, column);
  if (column)
    return {
      wrong: `${quoted(name)} is a value of ${article(column.grain)}, and this fact is taken over ${of}s`
    };
  return {
    wrong: `unknown column${suggestion(
      word,
      usable.map(([reference]) => shortName(reference, of))
    )}`
  };
}

/** `item.department` for `department`. */
export const wholeName = (word: string, grain: Grain): string =>
  word.includes(".") ? word : `${grain}.${word}`;

export const shortName = (reference: string, grain: Grain): string =>
  reference.startsWith(`${grain}.`) ? reference.slice(grain.length + 1) : reference;

export const article = (grain: Grain): string => (grain === "customer" ? "a customer" : `an ${grain}`);

export const unknownSubject = (name: string): Subject => ({name, isShare: false});

/** The whole name of a word in a text, where a column may go without its grain: `customer.age` for `age`. */
export function subjectName(word: string, grain: Grain | undefined, words: Words): string {
  const {facts, segmentations, columns} = words;
  const isColumn = grain !== undefined && !facts.has(word) && !segmentations.has(word);
  return isColumn && (!columns || columns.has(wholeName(word, grain))) ? wholeName(word, grain) : word;
}

/** Whose value a fact is; nothing for a word that is no fact. */
function factGrain(name: string, {facts}: Vocabulary): Grain | undefined {
  return facts.has(name) ? (facts.get(name)?.per ?? "customer") : undefined;
}

function factSubject(name: string, {facts}: Vocabulary): Subject {
  const fact = facts.get(name);
  return {
    name,
    values: fact && "numbers",
    isShare: fact?.take === "share",
    missing: fact && mayBeMissing(fact)
  };
}

function labelSubject(name: string, grain: Grain, {segmentations, labels}: Vocabulary): Resolved {
  const of = segmentations.get(name)?.grain ?? grain;
  if (of !== grain) return {wrong: `${quoted(name)} splits ${of}s, and this segmentation splits ${grain}s`};
  const allowed = labels.get(name);
  return {name, values: allowed && "labels", allowed, isShare: false, missing: false};
}

function columnInSegmentation(name: string, column: Column, grain: Grain): Resolved {
  if (column.grain !== grain) {
    const way = grain === "customer" ? `; make a fact of it, or write "of: ${column.grain}"` : "";
    return {
      wrong: `${quoted(name)} is a value of ${article(column.grain)}, and this segmentation splits ${grain}s${way}`
    };
  }
  if (grain === "item" && !PRODUCT_COLUMNS.includes(name)) {
    return {wrong: `${quoted(name)} cannot split items; allowed: ${PRODUCT_COLUMNS.join(", ")}`};
  }
  return columnSubject(name, column);
}

function columnSubject(name: string, {type, missing, values, names}: Column): Subject {
  const kind = type === "text" || type === "category" ? "texts" : "numbers";
  return {name, values: type && kind, allowed: values, names, isShare: false, missing};
}

function noSubject(word: string, grain: Grain, vocabulary: Vocabulary, withSegmentations: boolean): string {
  const columns = [...(vocabulary.columns ?? [])].filter(([name, column]) => {
    return column.grain === grain && (grain !== "item" || PRODUCT_COLUMNS.includes(name));
  });
  const facts = [...vocabulary.facts.keys()].filter((name) => factGrain(name, vocabulary) === grain);
  const known = [...facts, ...columns.map(([name]) => name)];
  const other = factGrain(word, vocabulary);
  if (other) return `${quoted(word)} is a fact of ${article(other)}, and this segmentation splits ${grain}s`;
  if (!withSegmentations && nearest(word, known) === undefined && vocabulary.segmentations.has(word)) {
    return `${quoted(word)} is a segmentation; name the fact or column it is made of`;
  }
  const others = withSegmentations ? [...vocabulary.segmentations.keys()] : [];
  return `unknown ${grain === "item" ? "column" : "fact or column"}${suggestion(word, [...known, ...others])}`;
}

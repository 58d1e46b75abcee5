import {bound, value} from "../shapes/condition.ts";
import type {Subject} from "../subjects.ts";
import type {DataWords, Word} from "./dataWords.ts";
import {defined, withParts} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import {shapeSchema} from "./shapeSchema.ts";

const NUMBER: JsonSchema = {type: "number"};
const TEXT: JsonSchema = {type: "string"};

/** The only words that may be written. */
export function oneOf(words: readonly Word[]): JsonSchema {
  return {
    type: "string",
    enum: words.map(({word}) => word),
    ...(words.some(({says}) => says !== undefined) && {enumDescriptions: words.map(({says}) => says ?? "")})
  };
}

/** Words that are offered; others are possible. */
export const offered = (words: readonly Word[]): JsonSchema =>
  words.length === 0 ? TEXT : {anyOf: [oneOf(words), TEXT]};

/** Definitions of the words of each column, so that an aisle stands once in the file and not at every condition. */
export function wordDefinitions(data: DataWords): Record<string, JsonSchema> {
  const columns = Object.entries(data).filter(([, words]) => words.length > 0);
  return Object.fromEntries([
    ...columns.map(([column, words]) => [definitionName(column), oneOf(words)]),
    ...columns.map(([column, words]) => [
      definitionName(column, "or_other"),
      {...TEXT, examples: words.map(({word}) => word)}
    ])
  ]);
}

const definitionName = (column: string, more = "words"): string => `${column.replace(/\W/g, "_")}_${more}`;

/**
 * What a subject may be compared with. Words of the data are the only ones possible where `isStrict` says so: where
 * the build refuses others.
 */
export function subjectValues(
  {name, values, allowed, names}: Subject,
  data: DataWords,
  isStrict: boolean
): JsonSchema {
  if (values === undefined) return shapeSchema(value);
  if (values === "numbers") return names ? {anyOf: [NUMBER, oneOf(names.map((word) => ({word})))]} : NUMBER;
  if (allowed) return oneOf(allowed.map((word) => ({word})));
  if (!data[name]?.length) return TEXT;
  return defined(definitionName(name, isStrict ? "words" : "or_other"));
}

/** The schema of tests or values with what this subject may be compared with in the place of any value. */
export function ofSubject(schema: JsonSchema, subject: Subject, values: JsonSchema): JsonSchema {
  if (same(schema, ANY_VALUE)) return values;
  if (same(schema, ANY_BOUND)) return subject.isShare || subject.values === undefined ? schema : NUMBER;
  const {properties} = schema;
  if (!properties || subject.values === "numbers" || subject.values === undefined)
    return withParts(schema, (inner) => ofSubject(inner, subject, values));
  const kept = Object.entries(properties).filter(([, inner]) => !same(inner, ANY_BOUND)); // texts have no order
  return withParts({...schema, properties: Object.fromEntries(kept)}, (inner) =>
    ofSubject(inner, subject, values)
  );
}

const ANY_VALUE = JSON.stringify(shapeSchema(value));
const ANY_BOUND = JSON.stringify(shapeSchema(bound));

/** A schema of values holds no keys and no items; only such a small one is worth comparing. */
const same = ({properties, items, ...schema}: JsonSchema, text: string): boolean =>
  properties === undefined && items === undefined && JSON.stringify(schema) === text;

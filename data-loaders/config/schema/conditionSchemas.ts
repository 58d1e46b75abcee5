import type {Grain} from "../segments.ts";
import {factWhereSubject, segmentationSubject} from "../subjects.ts";
import type {Resolved, Subject} from "../subjects.ts";
import {columnSays} from "./columnSays.ts";
import type {Word} from "./dataWords.ts";
import {described} from "./described.ts";
import {withParts} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import type {ProjectWords} from "./projectWords.ts";
import {CONDITION, conditionSchema} from "./shapeSchema.ts";
import {ofSubject, subjectValues} from "./valueSchema.ts";
import {SEGMENTS_WORDS} from "./words/segmentsWords.ts";

const CONDITIONS = conditionSchema();
const GRAINS: readonly Grain[] = ["customer", "order", "item"];

/** A word and what it stands for there. */
interface Candidate extends Word {
  readonly subject: Subject;
}

/** Definitions of what may stand in `where:` of facts over orders and items, and in `when:` of each grain. */
export function conditionSchemas(words: ProjectWords): Record<string, JsonSchema> {
  const wheres = (["order", "item"] as const).map((of): [string, JsonSchema] => [
    whereName(of),
    conditionOf(whereCandidates(of, words), whereName(of), words, true)
  ]);
  const whens = GRAINS.map((grain): [string, JsonSchema] => [
    whenName(grain),
    conditionOf(candidates(grain, words, true), whenName(grain), words, false)
  ]);
  return Object.fromEntries([...wheres, ...whens]);
}

export const whereName = (of: "order" | "item"): string => `where_${of}`;
export const whenName = (grain: Grain): string => `when_${grain}`;

/** What segmentations of this grain may be made of; in conditions other segmentations too. */
export function candidates(
  grain: Grain,
  words: ProjectWords,
  withSegmentations: boolean
): readonly Candidate[] {
  const columns = [...words.columns].map(([word, column]) => ({word, says: columnSays(word, column)}));
  const known = [...words.facts, ...columns, ...(withSegmentations ? words.segmentations : [])];
  return resolved(known, (word) => segmentationSubject(word, grain, words.vocabulary, withSegmentations));
}

function whereCandidates(of: "order" | "item", {columns, vocabulary}: ProjectWords): readonly Candidate[] {
  const known = [...columns].flatMap(([word, column]) => {
    const says = columnSays(word, column);
    const own = `${of}.`; // may be left out
    return [...(word.startsWith(own) ? [{word: word.slice(own.length), says}] : []), {word, says}];
  });
  return resolved(known, (word) => factWhereSubject(word, of, vocabulary));
}

function resolved(words: readonly Word[], resolve: (word: string) => Resolved): readonly Candidate[] {
  return words.flatMap((entry): readonly Candidate[] => {
    const subject = resolve(entry.word);
    return "wrong" in subject ? [] : [{...entry, subject}];
  });
}

function conditionOf(
  known: readonly Candidate[],
  name: string,
  {data}: ProjectWords,
  isStrict: boolean
): JsonSchema {
  const {additionalProperties: test, propertyNames: _, ...shape} = CONDITIONS;
  const base = renamed(described(shape, CONDITION, SEGMENTS_WORDS), name);
  const tests = known.map(({word, says, subject}): [string, JsonSchema] => {
    const own = ofSubject(test as JsonSchema, subject, subjectValues(subject, data, isStrict));
    return [
      word,
      {...(says !== undefined && {description: says}), ...described(own, `${CONDITION}.*`, SEGMENTS_WORDS)}
    ];
  });
  return {
    ...base,
    properties: {...Object.fromEntries(tests), ...base.properties},
    additionalProperties: false
  };
}

/** Conditions inside the condition speak of the same words. */
function renamed(schema: JsonSchema, name: string): JsonSchema {
  const own =
    schema.$ref === `#/definitions/${CONDITION}` ? {...schema, $ref: `#/definitions/${name}`} : schema;
  return withParts(own, (inner) => renamed(inner, name));
}

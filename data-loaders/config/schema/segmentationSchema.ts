import type {Grain} from "../segments.ts";
import {map as mapShape} from "../shapes/segmentation.ts";
import {candidates, whenName} from "./conditionSchemas.ts";
import type {Word} from "./dataWords.ts";
import {described} from "./described.ts";
import {defined, either, withParts, withProperties} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import type {ProjectWords} from "./projectWords.ts";
import {shapeSchema} from "./shapeSchema.ts";
import {ofSubject, oneOf, subjectValues} from "./valueSchema.ts";
import {SEGMENTS_WORDS} from "./words/segmentsWords.ts";

/** A segmentation of this project: what it splits decides what it can be split by, and that which values a map has. */
export function segmentationSchema(
  base: JsonSchema,
  words: ProjectWords,
  customerSegmentations: readonly Word[]
): JsonSchema {
  return {
    ...withWords(base, customerSegmentations),
    allOf: [byGrain((grain) => ofGrain(grain, words)), ...mapsByColumn(words)]
  };
}

/** `by` and `when` are left open: they depend on other keys. */
function withWords(schema: JsonSchema, factors: readonly Word[]): JsonSchema {
  const {properties} = schema;
  const own: JsonSchema = properties
    ? withProperties(schema, {
        by: ({description}) => ({...(description !== undefined && {description})}),
        when: ({description}) => ({...(description !== undefined && {description})}),
        cross: (cross) => ({...cross, items: oneOf(factors)})
      })
    : schema;
  return withParts(own, (inner) => withWords(inner, factors));
}

function byGrain(schema: (grain: Grain) => JsonSchema): JsonSchema {
  const isOf = (grain: Grain): JsonSchema => ({required: ["of"], properties: {of: {const: grain}}});
  return either(isOf("item"), schema("item"), either(isOf("order"), schema("order"), schema("customer")));
}

function ofGrain(grain: Grain, words: ProjectWords): JsonSchema {
  const known = candidates(grain, words, false);
  const numbers = known.filter(({subject}) => subject.values !== "texts");
  return {
    ...either(
      {required: ["rules"]},
      {properties: {rules: {items: {properties: {when: defined(whenName(grain))}}}}},
      either({required: ["bins"]}, {properties: {by: oneOf(numbers)}}, {properties: {by: oneOf(known)}})
    )
  };
}

/** Values that a map may name, by the column it maps; of numbers any. */
function mapsByColumn(words: ProjectWords): readonly JsonSchema[] {
  const entry = shapeSchema(mapShape).properties?.map?.additionalProperties as JsonSchema;
  const known = (["customer", "item"] as const).flatMap((grain) => candidates(grain, words, false));
  return known
    .filter(({word, subject}) => subject.allowed || words.data[word]?.length)
    .map(({word, subject}) => {
      const own = ofSubject(entry, subject, subjectValues(subject, words.data, false));
      const values = described(own, "segmentations.*.map.*", SEGMENTS_WORDS);
      return either(
        {required: ["by", "map"], properties: {by: {const: word}}},
        {properties: {map: {additionalProperties: values}}}
      );
    });
}

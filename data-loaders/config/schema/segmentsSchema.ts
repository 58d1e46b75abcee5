import {customerSegmentations} from "./customerSegmentations.ts";
import {conditionSchemas} from "./conditionSchemas.ts";
import {factSchema} from "./factSchema.ts";
import {defined, entryOf, namedEntries, withProperties} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import type {ProjectWords} from "./projectWords.ts";
import {segmentationSchema} from "./segmentationSchema.ts";
import {wordDefinitions} from "./valueSchema.ts";

const FACT = "fact";
const SEGMENTATION = "segmentation";

/** `segments.yaml` of this project, with its facts, segmentations and labels and with the words of its data. */
export function segmentsSchema(base: JsonSchema, words: ProjectWords): JsonSchema {
  const fact = entryOf(base.properties!.facts!);
  const segmentation = entryOf(base.properties!.segmentations!);
  return {
    ...withProperties(base, {
      facts: (group) => namedEntries(group, FACT, words.facts),
      segmentations: (group) => withLabels(namedEntries(group, SEGMENTATION, words.segmentations), words)
    }),
    definitions: {
      [FACT]: factSchema(fact, words),
      [SEGMENTATION]: segmentationSchema(segmentation, words, customerSegmentations(words)),
      ...conditionSchemas(words),
      ...wordDefinitions(words.data)
    }
  };
}

/** Sizes that are expected of single segments are named by the labels of just that segmentation. */
function withLabels(group: JsonSchema, {vocabulary}: ProjectWords): JsonSchema {
  const changes = [...vocabulary.labels].map(([name, labels]) => {
    const own = Object.fromEntries(labels.map((label) => [label, {}]));
    const sizes: JsonSchema = {properties: {at_most: {properties: own, propertyNames: {enum: labels}}}};
    return [
      name,
      ({description}: JsonSchema): JsonSchema => ({
        ...(description !== undefined && {description}),
        allOf: [defined(SEGMENTATION), {properties: {expect: sizes}}]
      })
    ] as const;
  });
  return withProperties(group, Object.fromEntries(changes));
}

import {brand} from "../shapes/brand.ts";
import {fact} from "../shapes/fact.ts";
import {glossary} from "../shapes/glossary.ts";
import {measures, measureShapes} from "../shapes/measure.ts";
import {recommendation, recommendations} from "../shapes/recommendations.ts";
import {report} from "../shapes/report.ts";
import {segmentationShapes} from "../shapes/segmentation.ts";
import {segments} from "../shapes/segments.ts";
import {sources} from "../shapes/sources.ts";
import {described} from "./described.ts";
import {either} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import type {SchemaFile} from "./schemaFiles.ts";
import {CONDITION, conditionSchema, shapeSchema} from "./shapeSchema.ts";
import {BRAND_WORDS} from "./words/brandWords.ts";
import {GLOSSARY_WORDS} from "./words/glossaryWords.ts";
import {MEASURES_WORDS} from "./words/measuresWords.ts";
import {RECOMMENDATIONS_WORDS} from "./words/recommendationsWords.ts";
import {REPORT_WORDS} from "./words/reportWords.ts";
import {SEGMENTS_WORDS} from "./words/segmentsWords.ts";
import {SOURCES_WORDS} from "./words/sourcesWords.ts";

/** What every file may hold in any project, made from the shapes that also check it; with a text for each key. */
export function baseSchemas(): Readonly<Record<SchemaFile, JsonSchema>> {
  return {
    "sources.yaml": described(shapeSchema(sources), "", SOURCES_WORDS),
    "segments.yaml": {
      ...described(segmentsSchema(), "", SEGMENTS_WORDS),
      definitions: {[CONDITION]: described(conditionSchema(), CONDITION, SEGMENTS_WORDS)}
    },
    "measures.yaml": described(measuresSchema(), "", MEASURES_WORDS),
    "report.yaml": described(shapeSchema(report), "", REPORT_WORDS),
    "brand.yaml": described(shapeSchema(brand), "", BRAND_WORDS),
    "recommendations.yaml": described(recommendationsSchema(), "", RECOMMENDATIONS_WORDS),
    "glossary.yaml": described(shapeSchema(glossary), "", GLOSSARY_WORDS)
  };
}

function segmentsSchema(): JsonSchema {
  return withEntries(shapeSchema(segments), {
    facts: shapeSchema(fact),
    segmentations: oneKind(shapeSchemas(segmentationShapes))
  });
}

const measuresSchema = (): JsonSchema =>
  withEntries(shapeSchema(measures), {measures: oneKind(shapeSchemas(measureShapes))});

const recommendationsSchema = (): JsonSchema =>
  withEntries(shapeSchema(recommendations), {recommendations: shapeSchema(recommendation)});

const shapeSchemas = (shapes: Readonly<Record<string, Parameters<typeof shapeSchema>[0]>>) =>
  Object.entries(shapes).map(([key, shape]): [string, JsonSchema] => [key, shapeSchema(shape)]);

/** The file's groups of entries by name, each entry of the shape given. */
function withEntries(file: JsonSchema, entries: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const groups = Object.entries(entries).map(([key, entry]): [string, JsonSchema] => [
    key,
    {...file.properties?.[key], additionalProperties: entry}
  ]);
  return {...file, properties: {...file.properties, ...Object.fromEntries(groups)}};
}

/**
 * The key that an entry has decides its kind, and only that kind's keys are offered and its faults told. As long as
 * it has none of them, all keys are offered.
 */
function oneKind(kinds: readonly [key: string, schema: JsonSchema][]): JsonSchema {
  const names = kinds.map(([key]) => key);
  const properties: JsonSchema["properties"] = Object.assign(
    {},
    ...[...kinds].reverse().map(([, schema]) => schema.properties)
  );
  const others = Object.keys(properties ?? {}).filter((key) => !names.includes(key));
  const undecided: JsonSchema = {
    type: "object",
    properties,
    additionalProperties: false,
    // an unknown key is probably the kind's, and told by itself
    ...either(
      {propertyNames: {enum: others}},
      {type: "array", errorMessage: `One of these keys is needed: ${names.join(", ")}.`}
    )
  };
  return kinds.reduceRight<JsonSchema>(
    (rest, [key, schema]) => either({required: [key]}, schema, rest),
    undecided
  );
}

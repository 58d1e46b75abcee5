import {baseSchemas} from "./baseSchemas.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import {measuresSchema} from "./measuresSchema.ts";
import type {ProjectWords} from "./projectWords.ts";
import {reportSchema} from "./reportSchema.ts";
import {segmentsSchema} from "./segmentsSchema.ts";
import {SCHEMA_FILES} from "./schemaFiles.ts";
import type {SchemaFile} from "./schemaFiles.ts";
import {sourcesSchema} from "./sourcesSchema.ts";

const MADE_FOR: Readonly<Record<SchemaFile, (base: JsonSchema, words: ProjectWords) => JsonSchema>> = {
  "sources.yaml": sourcesSchema,
  "segments.yaml": segmentsSchema,
  "measures.yaml": measuresSchema,
  "report.yaml": reportSchema,
  "brand.yaml": (base) => base,
  "recommendations.yaml": (base) => base,
  "glossary.yaml": (base) => base
};

/** What each file may hold in this project: without its words, what it may hold in any. */
export function projectSchemas(words: ProjectWords | undefined): Readonly<Record<SchemaFile, JsonSchema>> {
  const base = baseSchemas();
  const made = SCHEMA_FILES.map((file): [SchemaFile, JsonSchema] => [
    file,
    {
      $schema: "http://json-schema.org/draft-07/schema#",
      $comment: `Written by Cartograph for config/${file}; made anew by every check and report.`,
      ...(words ? MADE_FOR[file](base[file], words) : base[file])
    }
  ]);
  return Object.fromEntries(made) as Record<SchemaFile, JsonSchema>;
}

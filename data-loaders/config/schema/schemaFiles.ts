/** The files that an analyst edits, and so an editor helps with. */
export const SCHEMA_FILES = [
  "sources.yaml",
  "segments.yaml",
  "measures.yaml",
  "report.yaml",
  "brand.yaml",
  "recommendations.yaml",
  "glossary.yaml"
] as const;

export type SchemaFile = (typeof SCHEMA_FILES)[number];

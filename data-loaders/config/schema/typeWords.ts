import type {JsonSchema} from "./jsonSchema.ts";

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  integer: "whole number",
  boolean: "`true` or `false`",
  object: "entries"
};

/** What a key may hold, in words for the reference: `list of text`, `one of first (the first rule that is true)`. */
export function typeWords(schema: JsonSchema): string {
  const {anyOf, allOf, enum: words, const: only, type, items} = schema;
  if (schema.$ref !== undefined) return "conditions";
  if (words) return oneOfWords(words.map(String), schema.enumDescriptions ?? []);
  if (only !== undefined) return `only \`${String(only)}\``;
  if (anyOf) return [...new Set(anyOf.map(typeWords))].join(", or ");
  if (items) return `list of ${typeWords(items)}`;
  if (schema.pattern?.includes("%")) return "percent";
  if (type !== undefined)
    return [type]
      .flat()
      .map((each) => TYPES[each] ?? each)
      .join(" or ");
  return allOf?.[0] ? typeWords(allOf[0]) : "entries";
}

function oneOfWords(words: readonly string[], says: readonly string[]): string {
  return words.map((word, at) => (says[at] ? `\`${word}\` (${says[at]})` : `\`${word}\``)).join(", ");
}

import {withParts} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";

/** What is said of a key when the pointer rests on it: one sentence, and an example as it is typed. */
export type KeyWord = readonly [says: string, example?: string];

/**
 * The words of one file. A place is the way to a key, `*` for any name and `[]` for an item of a list:
 * `segmentations.*.bins[].up_to`. Of keys that mean the same everywhere only the end is written, after `**`:
 * `**.colour`.
 */
export interface KeyWords {
  readonly keys: Readonly<Record<string, KeyWord>>;
  /** What the words mean that a key may have, by place. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The schema with a description at every key and every word that it allows. `place` is where it stands. */
export function described(schema: JsonSchema, place: string, words: KeyWords): JsonSchema {
  const values = atPlace(words.values, place);
  const inside = withParts(schema, (inner, step) => {
    const at = place === "" ? step.replace(/^\./, "") : `${place}${step}`;
    const part = described(inner, at, words);
    const keyWord = step.startsWith(".") ? atPlace(words.keys, at) : undefined;
    return keyWord ? {description: sentenceOf(keyWord), ...part} : part;
  });
  if (!values || !schema.enum) return inside;
  return {...inside, enumDescriptions: schema.enum.map((word) => values[String(word)] ?? "")};
}

/** `Upper end of the segment, included. Example: up_to: 10` */
const sentenceOf = ([says, example]: KeyWord): string =>
  example === undefined ? says : `${says} Example: ${example}`;

/** The entry of a place; of a column or table of the grocer's the entry of all of them; else that of its end. */
function atPlace<Entry>(entries: Readonly<Record<string, Entry>>, place: string): Entry | undefined {
  const entry = entries[place] ?? entries[place.replace(/^tables\.\w+/, "tables.*")];
  return entry ?? entries[`**.${place.slice(place.lastIndexOf(".") + 1)}`];
}

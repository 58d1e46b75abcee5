import {entryOf, namedEntries, withProperties} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import type {ProjectWords} from "./projectWords.ts";
import {offeredUnits} from "./offeredUnits.ts";

const ENTRY = "measure";

/** `measures.yaml` of this project: each measure's definition shows at its name, units are offered. */
export function measuresSchema(base: JsonSchema, words: ProjectWords): JsonSchema {
  const entry = entryOf(base.properties!.measures!);
  const unit: JsonSchema = {properties: {unit: offeredUnits(words)}};
  return {
    ...withProperties(base, {
      measures: (group) => namedEntries(group, ENTRY, words.measures)
    }),
    definitions: {...base.definitions, [ENTRY]: {...entry, allOf: [unit]}}
  };
}

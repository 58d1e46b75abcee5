import {customerSegmentations} from "./customerSegmentations.ts";
import {withProperties} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import type {ProjectWords} from "./projectWords.ts";
import {oneOf} from "./valueSchema.ts";

/** `report.yaml` of this project: only segmentations of customers get pages. */
export function reportSchema(base: JsonSchema, words: ProjectWords): JsonSchema {
  return withProperties(base, {
    segment_pages: (pages) => ({...pages, items: oneOf(customerSegmentations(words))})
  });
}

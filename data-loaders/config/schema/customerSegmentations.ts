import type {Word} from "./dataWords.ts";
import type {ProjectWords} from "./projectWords.ts";

/** Segmentations that split customers. */
export function customerSegmentations({segmentations, vocabulary}: ProjectWords): readonly Word[] {
  return segmentations.filter(
    ({word}) => (vocabulary.segmentations.get(word)?.grain ?? "customer") === "customer"
  );
}

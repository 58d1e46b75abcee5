import {kindOf} from "../shapes/kindOf.ts";
import {segmentationShapes} from "../shapes/segmentation.ts";
import {binsReading} from "./binsReading.ts";
import {crossReading} from "./crossReading.ts";
import {mapReading} from "./mapReading.ts";
import {rulesReading} from "./rulesReading.ts";
import type {SegmentationEntry, SegmentationReading} from "./segmentationReading.ts";

const KINDS = {bins: binsReading, map: mapReading, rules: rulesReading, cross: crossReading};
const NAMES = Object.keys(segmentationShapes) as (keyof typeof KINDS)[];

/** Nothing where the entry is of no kind; that is a problem then. */
export function segmentationReading(entry: SegmentationEntry): SegmentationReading | undefined {
  const kind = kindOf(entry.value, NAMES, entry.path, entry.problems);
  return kind && KINDS[kind](entry);
}

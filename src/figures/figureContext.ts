import type {Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import type {Measure, Measures} from "../../data-loaders/config/measures.ts";
import type {Grain, Segmentation, Segments} from "../../data-loaders/config/segments.ts";
import {measureParts} from "../../data-loaders/measures/measureParts.ts";

/** A dimension as far as a page can be checked before data is counted. */
export type DimensionName = Pick<Dimension, "name" | "title" | "grain">;

/** What pages may ask for. */
export interface FigureContext {
  readonly measures: Measures;
  readonly segments: Segments;
  /** Every dimension the data can be grouped by, segmentations included. */
  readonly dimensions: readonly DimensionName[];
  /** Names of dimensions, measures or parts that this data lacks, each with the reason in words. */
  readonly unavailable: ReadonlyMap<string, string>;
}

export function measureNamed({measures}: FigureContext, name: string): Measure | undefined {
  return measures.measures.find((measure) => measure.name === name);
}

export function segmentationNamed(
  {segments}: Pick<FigureContext, "segments">,
  name: string
): Segmentation | undefined {
  return segments.segmentations.find((segmentation) => segmentation.name === name);
}

/** The grain of a dimension, also of one that this data lacks but the configuration knows. */
export function grainOf(context: FigureContext, name: string): Grain | undefined {
  return (
    context.dimensions.find((dimension) => dimension.name === name)?.grain ??
    segmentationNamed(context, name)?.grain
  );
}

/** Why a measure cannot be counted in this data, if so. */
export function lacking({unavailable}: FigureContext, measure: Measure): string | undefined {
  return [measure.name, ...measureParts(measure)]
    .map((name) => unavailable.get(name))
    .find((reason) => reason);
}

import type {CodedDimension} from "../aggregates/dimensions.ts";
import {coarsenings} from "./coarsenings.ts";
import {customerKinds} from "./customerKinds.ts";
import {smallDifferences} from "./smallDifferences.ts";
import type {ExposedSegment} from "./smallDifferences.ts";
import type {Coarsenings} from "./tableLines.ts";

/** What the gate asks of segmentations of customers, whatever is counted by them: it can be found while others count. */
export interface CustomerGround {
  readonly of: readonly CodedDimension[];
  readonly customersAtLeast: number;
  readonly coarser: Coarsenings;
  /** Segments that leave too few customers beside those of another segmentation. */
  readonly exposed: readonly ExposedSegment[];
}

/** Of the dimensions that are keyed by customer. */
export function customerGround(
  dimensions: readonly CodedDimension[],
  customersAtLeast: number
): CustomerGround {
  const of = dimensions.filter(({keyedBy}) => keyedBy === "customer");
  const kinds = customerKinds(of);
  return {
    of,
    customersAtLeast,
    coarser: coarsenings(kinds.dimensions),
    exposed: smallDifferences(kinds, customersAtLeast)
  };
}

/** Whether it is what would be found of these dimensions. */
export function isGroundOf(
  ground: CustomerGround,
  dimensions: readonly CodedDimension[],
  customersAtLeast: number
): boolean {
  const of = dimensions.filter(({keyedBy}) => keyedBy === "customer");
  return (
    ground.customersAtLeast === customersAtLeast &&
    ground.of.length === of.length &&
    of.every((dimension, at) => ground.of[at] === dimension)
  );
}

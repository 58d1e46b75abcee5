import {isOfCustomers} from "../aggregates/dimensions.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import {coarserSegmentations} from "./coarsenings.ts";
import {crossedByKinds} from "./crossedCounts.ts";
import type {CrossedCounts} from "./crossedCounts.ts";
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

/** Of the dimensions that are keyed by customer. @param crossed customers by each two of them, where they are counted */
export function customerGround(
  dimensions: readonly CodedDimension[],
  customersAtLeast: number,
  crossed?: CrossedCounts
): CustomerGround {
  const of = dimensions.filter(isOfCustomers);
  const counts = crossed ?? crossedByKinds(of);
  return {
    of,
    customersAtLeast,
    coarser: coarserSegmentations(of, counts),
    exposed: smallDifferences(of, counts, customersAtLeast)
  };
}

/** Whether it is what would be found of these dimensions. */
export function isGroundOf(
  ground: CustomerGround,
  dimensions: readonly CodedDimension[],
  customersAtLeast: number
): boolean {
  const of = dimensions.filter(isOfCustomers);
  return (
    ground.customersAtLeast === customersAtLeast &&
    ground.of.length === of.length &&
    of.every((dimension, at) => ground.of[at] === dimension)
  );
}

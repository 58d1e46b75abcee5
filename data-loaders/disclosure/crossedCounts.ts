import type {CodedDimension} from "../aggregates/dimensions.ts";
import {customerKinds} from "./customerKinds.ts";
import type {Coded} from "./customerKinds.ts";
import {once} from "../baskets/once.ts";

/** A segmentation of customers, by what it is called. */
export type Segmented = Pick<Coded, "name" | "labels">;

/** Customers by two segmentations, row-major: the segments of the first are rows. */
export type CrossedCounts = (one: Segmented, other: Segmented) => Float64Array;

export interface CountedCrossing {
  readonly rows: Segmented;
  readonly columns: Segmented;
  readonly counts: Float64Array;
}

/** Of each two segmentations that were counted, in either order. */
export function crossedCounts(counted: readonly CountedCrossing[]): CrossedCounts {
  const byRows = new Map(counted.map(({rows, columns, counts}) => [nameOf(rows, columns), counts]));
  return (one, other) => {
    const found = byRows.get(nameOf(one, other));
    const turnedOver = byRows.get(nameOf(other, one));
    if (!found && !turnedOver) throw new Error(`${one.name} and ${other.name} were not counted`);
    return found ?? turned(turnedOver!, one.labels.length);
  };
}

const nameOf = (one: Segmented, other: Segmented): string => JSON.stringify([one.name, other.name]);

/** Rows become columns. @param columns as many as there are in `counts` */
export function turned(counts: Float64Array, columns: number): Float64Array {
  const rows = counts.length / columns;
  return counts.map((_, cell) => counts[(cell % rows) * columns + Math.floor(cell / rows)]!);
}

/** Counted here. */
export function crossedByKinds(dimensions: readonly CodedDimension[]): CrossedCounts {
  const kinds = once(() => customerKinds(dimensions));
  const kindsOf = ({name}: Segmented): Coded => kinds().dimensions.find((each) => each.name === name)!;
  return (one, other) => {
    const [{codes}, {codes: otherCodes}] = [kindsOf(one), kindsOf(other)];
    const width = other.labels.length;
    const counts = new Float64Array(one.labels.length * width);
    const {sizes} = kinds();
    for (let kind = 0; kind < sizes.length; kind++)
      counts[codes[kind]! * width + otherCodes[kind]!]! += sizes[kind]!;
    return counts;
  };
}

import {plainDimensions} from "../../data-loaders/aggregates/dimensions.ts";
import type {CodedDimension} from "../../data-loaders/aggregates/dimensions.ts";
import type {Aggregate} from "../../data-loaders/aggregates/aggregate.ts";
import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import type {Assigned} from "../../data-loaders/segments/assignSegments.ts";
import type {DisclosureSettings} from "../../data-loaders/disclosure/discloseAll.ts";
import type {SizedSegmentation} from "../../src/pages/publication.ts";
import {roundedSize} from "./roundedSize.ts";
import {rowCounts} from "./rowCounts.ts";
import type {Size} from "./size.ts";

/** Sizes of the segments of customers or orders, as tables that go through the gate together with all others. */
export function sizeTables(
  segmentations: readonly Assigned[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets
): RawAggregate[] {
  return segmentations.filter(isOfPeople).map(({name, grain, labels, codes}) => {
    const {rows, customers} = rowCounts(grain, (row) => codes[row]!, labels.length, baskets);
    const by = plainDimensions(dimensions.filter((dimension) => dimension.name === name));
    return {dimensions: by, cells: labels.length, parts: {customers, orders: rows}};
  });
}

/**
 * What the gate shows of the tables of sizes; segments of products tell of no customer and are never hidden.
 * @param counted the tables before the gate
 */
export function toldSizes(
  segmentations: readonly Assigned[],
  counted: readonly RawAggregate[],
  shown: readonly Aggregate[],
  baskets: Baskets,
  {customersAtLeast, roundCountsTo}: DisclosureSettings
): SizedSegmentation[] {
  const places = new Map(shown.map(({dimensions}, at) => [dimensions[0]!.name, at]));
  return segmentations.map(({name, title, grain, labels, codes}) => {
    const at = places.get(name);
    const sizes =
      at === undefined
        ? rowCounts(grain, (row) => codes[row]!, labels.length, baskets).rows
        : shown[at]!.parts[grain === "customer" ? "customers" : "orders"]!;
    const told = (code: number): Size => {
      if (at === undefined) return roundedSize(sizes[code]!, roundCountsTo);
      if (shown[at]!.hidden[code] !== 1) return sizes[code]!;
      return counted[at]!.parts.customers[code]! < customersAtLeast ? "few" : "covered";
    };
    return {name, title, grain, segments: labels.map((label, code) => ({label, size: told(code)}))};
  });
}

const isOfPeople = ({grain}: Assigned): boolean => grain !== "item";

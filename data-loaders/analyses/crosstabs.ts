import {isOfCustomers, plainDimensions} from "../aggregates/dimensions.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import {turned} from "../disclosure/crossedCounts.ts";
import type {AnalysedBaskets, Counting} from "./analysedBaskets.ts";
import {countedCrosstabs} from "./countedCrosstabs.ts";
import type {CountedPair} from "./countedPairs.ts";
import type {Crosstab, Crosstabs, Follows, SegmentedValue} from "./crosstab.ts";
import type {CustomerValue} from "./customerValue.ts";
import {followsFrom} from "./followsFrom.ts";
import {rootedContingency} from "./rootedContingency.ts";

/** What customers do on average that segmentations may have to do with. */
export const CUSTOMER_VALUES: readonly CustomerValue[] = [
  {over: ["orders", "customers"]},
  {over: ["items", "orders"]},
  {over: ["spend", "orders"]},
  {over: ["spend", "priced_items"]},
  {over: ["reordered_items", "items"]},
  {over: ["gap_days", "gaps"]}
];

/**
 * Every pair of the customer segmentations, which follows from which, and every value by every segmentation.
 * A number of all customers (`phi`, `follows`) is made of all cells; all others went through the gate.
 */
export async function crosstabs(
  analysed: AnalysedBaskets,
  {pool, gate}: Counting,
  values: readonly CustomerValue[] = CUSTOMER_VALUES
): Promise<Crosstabs> {
  const segmentations = analysed.dimensions.filter(isOfCustomers);
  const counted = await countedCrosstabs(analysed, segmentations, values, pool);
  const tables = [
    ...counted.pairs.map(pairTable),
    ...counted.values.map(({by, sums}) => table([by], sums.customers))
  ];
  const shown = await gate.disclose(tables);
  return {
    segmentations: plainDimensions(segmentations),
    pairs: counted.pairs.map(
      ({rows, columns, counts}, at): Crosstab => ({
        rows: rows.name,
        columns: columns.name,
        cells: shown[at]!,
        ...rootedContingency(counts, columns.labels.length)
      })
    ),
    follows: counted.pairs.flatMap(bothWays),
    values: counted.values.map(({by, value, ties, sums}, at): SegmentedValue => {
      const {hidden} = shown[counted.pairs.length + at]!;
      const open = (list: Float64Array): Float64Array =>
        list.map((each, segment) => (hidden[segment] === 1 ? Number.NaN : each));
      const {customers, mean, squares, ranks} = sums;
      return {
        segmentation: by.name,
        value,
        ties,
        customers: open(customers),
        mean: open(mean),
        squares: open(squares),
        ranks: open(ranks)
      };
    })
  };
}

const pairTable = ({rows, columns, counts}: CountedPair): RawAggregate => table([rows, columns], counts);

const table = (dimensions: readonly CodedDimension[], customers: Float64Array): RawAggregate => ({
  dimensions: plainDimensions(dimensions),
  cells: customers.length,
  parts: {customers}
});

function bothWays({rows, columns, counts}: CountedPair): Follows[] {
  const width = columns.labels.length;
  const forth = followsFrom(counts, width);
  const back = followsFrom(turned(counts, width), rows.labels.length);
  return [
    ...(forth ? [{segmentation: columns.name, from: rows.name, exactly: forth === "exactly"}] : []),
    ...(back ? [{segmentation: rows.name, from: columns.name, exactly: back === "exactly"}] : [])
  ];
}

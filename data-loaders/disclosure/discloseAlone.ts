import type {Aggregate} from "../aggregates/aggregate.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import {secretCells} from "./secretCells.ts";
import {withoutHidden} from "./withoutHidden.ts";

/**
 * Hides the small cells of one table and no more. For tables that nobody sees, of which only a number over all cells is
 * published; what the report shows goes through `discloseAll`.
 */
export function discloseAlone(aggregate: RawAggregate, customersAtLeast: number): Aggregate {
  return withoutHidden(aggregate, secretCells(aggregate.parts, {customersAtLeast, largestCustomerAtMost: 1}));
}

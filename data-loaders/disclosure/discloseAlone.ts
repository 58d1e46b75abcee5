import type {Aggregate} from "../aggregates/aggregate.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import {smallCells} from "./smallCells.ts";
import {withoutHidden} from "./withoutHidden.ts";

/**
 * Hides the small cells of one table and no more. For tables that nobody sees, of which only a number over all cells is
 * published; what the report shows goes through `discloseAll`.
 */
export function discloseAlone(aggregate: RawAggregate, customersAtLeast: number): Aggregate {
  return withoutHidden(aggregate, smallCells(aggregate.parts.customers, customersAtLeast));
}

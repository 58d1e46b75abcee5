import type {Aggregate} from "./aggregate.ts";
import type {RawAggregate} from "./rawAggregate.ts";
import {withoutHidden} from "./withoutHidden.ts";

/**
 * The only door to the report: hides every part of a cell that describes at least one customer but fewer than
 * `atLeast`. Cells with no customer stay: zero says nothing of anybody.
 */
export function disclose(aggregate: RawAggregate, atLeast: number): Aggregate {
  const hidden = Uint8Array.from(aggregate.parts.customers, (customers) =>
    customers > 0 && customers < atLeast ? 1 : 0
  );
  return withoutHidden(aggregate, hidden);
}

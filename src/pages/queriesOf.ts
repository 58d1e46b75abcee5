import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {mergedQueries} from "../../data-loaders/aggregates/mergedQueries.ts";
import type {PageSource} from "./pageSource.ts";

/** Every grouping that the pages' figures and numbers are computed from, each once, in a fixed order. */
export function queriesOf(pages: readonly PageSource[]): readonly AggregateQuery[] {
  const asked = new Set(pages.flatMap(({blocks}) => blocks.flatMap(({queries}) => queries)));
  return mergedQueries([...asked]);
}

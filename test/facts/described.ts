import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {readSegments} from "../../data-loaders/config/readSegments.ts";
import type {Segments} from "../../data-loaders/config/segments.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {customerFacts} from "../../data-loaders/facts/customerFacts.ts";
import {factPlans} from "../../data-loaders/facts/factPlan.ts";
import {tempFolder} from "../tempFolder.ts";

/** What a segments.yaml of these parts describes, by the columns of the shipped sources.yaml. */
export function described({
  facts = "",
  segmentations = ""
}: {
  facts?: string;
  segmentations?: string;
}): Segments {
  const path = join(tempFolder(), "segments.yaml");
  const indented = (text: string): string => text.trim().replaceAll(/^/gm, "  ");
  const part = (name: string, text: string): string =>
    text.trim() ? `${name}:\n${indented(text)}\n` : `${name}: {}\n`;
  writeFileSync(path, part("facts", facts) + part("segmentations", segmentations));
  return readSegments(path, "config/sources.yaml");
}

/** All facts of all customers, by name. */
export function factValues({facts}: Segments, baskets: Baskets): Map<string, Float64Array> {
  const plans = factPlans(facts, baskets);
  const values = plans.map(
    ({per}) =>
      new Float64Array(new SharedArrayBuffer(8 * (per === "order" ? baskets.orders : baskets.customers)))
  );
  const {words: _, ...arrays} = baskets;
  customerFacts({baskets: arrays, plans, from: 0, to: baskets.customers, values});
  return new Map(plans.map(({name}, at) => [name, values[at]!]));
}

import {join} from "node:path";
import {UserError} from "../../data-loaders/config/problem.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import type {Config} from "../../data-loaders/config/readConfig.ts";
import {dataChange} from "../plan/dataChange.ts";
import {findingChanges, pageChanges} from "../plan/pageChanges.ts";
import {PLAN_FORM} from "../plan/plan.ts";
import type {Plan} from "../plan/plan.ts";
import type {PublishedVersion} from "../plan/publishedVersion.ts";
import {recommendationChanges} from "../plan/versionChanges.ts";
import {definitionChanges} from "./definitionChanges.ts";
import {numberChanges} from "./numberChanges.ts";
import type {Ground} from "./numberChanges.ts";

/**
 * What differs between two published versions as far as their manifests and kept configurations tell, without any data:
 * numbers, findings, pages and definitions, but nobody's moves between segments; and causes only where one thing differs.
 * @param note why the data is not at hand
 */
export function manifestChanges(from: PublishedVersion, to: PublishedVersion, note: string): Plan {
  const [before, now] = [from.manifest, to.manifest];
  const [was, is] = [configOf(from), configOf(to)];
  const differing = differingFiles(from, to);
  const readOtherwise = differing.includes("sources.yaml");
  const pages = pageChanges(before, now, []);
  const data = dataChange(before.inputs, now.inputs, readOtherwise);
  const ground: Ground = {
    data: data.changed,
    definition: differing.some((file) => file !== "report.yaml"),
    code: before.keys.code !== now.keys.code
  };
  const measures = is?.measures ?? {currency: "$", measures: []};
  const numbers = numberChanges({before: before.numbers, now: now.numbers, ground, measures});
  const edited = pages.change.length + pages.appear.length + pages.vanish.length + pages.move.length;
  return {
    plan: PLAN_FORM,
    against: {version: before.version, date: before.date, title: before.title},
    now: {version: now.version, date: now.date, title: now.title},
    same: edited === 0 && numbers.moved.length === 0,
    customers_at_least: {before: before.customers_at_least, now: now.customers_at_least},
    notes: [note],
    problems: [],
    data,
    config: differing,
    facts: {added: [], removed: [], changed: []},
    segmentations: [],
    pages,
    findings: findingChanges(before, now, pages),
    findings_now: now.figures.length,
    numbers,
    definitions: was && is ? definitionChanges(was, is) : [],
    recommendations: recommendationChanges(before.recommendations, now.recommendations)
  };
}

/** Undefined for a configuration that this Cartograph no longer reads. */
function configOf({folder}: PublishedVersion): Config | undefined {
  try {
    return readConfig(join(folder, "config"));
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function differingFiles({manifest: before}: PublishedVersion, {manifest: now}: PublishedVersion): string[] {
  const was = new Map(before.config.map(({file, sha256}) => [file, sha256]));
  const is = new Map(now.config.map(({file, sha256}) => [file, sha256]));
  return [...new Set([...is.keys(), ...was.keys()])].filter((file) => was.get(file) !== is.get(file)).sort();
}

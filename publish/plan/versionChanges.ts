import type {Config} from "../../data-loaders/config/readConfig.ts";
import type {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {definitionChanges} from "../changes/definitionChanges.ts";
import type {Ground} from "../changes/numberChanges.ts";
import {isMixed, numberChanges} from "../changes/numberChanges.ts";
import type {OldNumbers} from "../changes/oldNumbers.ts";
import {oldNumbers} from "../changes/oldNumbers.ts";
import type {MadePublication} from "../makePublication.ts";
import {codeIdentity} from "../manifest/codeIdentity.ts";
import type {KeptFile} from "../manifest/keptFiles.ts";
import {digestOf} from "../manifest/digestOf.ts";
import type {Manifest} from "../manifest/manifest.ts";
import {inputsOf} from "../manifest/manifestOf.ts";
import type {Progress} from "../progress.ts";
import type {ReportFolders} from "../reportFolders.ts";
import {dataChange} from "./dataChange.ts";
import type {OldSegments} from "./oldSegments.ts";
import {oldSegments} from "./oldSegments.ts";
import {findingChanges, pageChanges} from "./pageChanges.ts";
import type {Printed} from "./pageChanges.ts";
import type {Named, Plan} from "./plan.ts";
import {PLAN_FORM} from "./plan.ts";
import type {FoundVersion} from "./publishedVersion.ts";
import {roundedChange} from "./roundedChange.ts";
import {segmentationChanges} from "./segmentationChanges.ts";

/** Configuration, data and pages as they stand. */
export interface Standing extends Omit<MadePublication, "publication"> {
  readonly folders: ReportFolders;
  readonly kept: readonly KeptFile[];
  /** Absent where something in the pages is wrong. */
  readonly printed?: Printed | undefined;
  readonly problems: readonly string[];
  /** Identity of the code that made the numbers, where it is not the code of now. */
  readonly code?: string;
}

/**
 * What differs between a published version and what stands now: definitions, who changes segment, numbers with the
 * cause of each, findings, pages. The old definitions are carried out on the data of now.
 */
export async function versionChanges(
  found: FoundVersion,
  now: Standing,
  pool: WorkerPool,
  progress: Progress
): Promise<Plan> {
  const old = await oldOf(found, now, pool);
  const ground = found.manifest && groundOf(found.manifest, old, now);
  const before =
    old.config && ground && isMixed(ground) && now.printed ? {...found, config: old.config} : undefined;
  const byOldRule =
    before && "folder" in before ? await oldNumbers(before, now, now.folders, pool, progress) : undefined;
  if (found.manifest)
    progress.done("old definitions on the data of now", `${old.assigned.length} segmentations`);
  return planOf(found, now, old, ground, byOldRule);
}

async function oldOf(
  found: FoundVersion,
  {segmented, config}: Standing,
  pool: WorkerPool
): Promise<OldSegments> {
  if (!found.manifest) return {assigned: [], notes: [found.note]};
  return oldSegments(found.folder, segmented, config.sources, pool);
}

/** What of the version's making is another now. Settings that change no number, such as the date, are none of it. */
function groundOf(
  before: Manifest,
  {config: old}: OldSegments,
  {config, segmented, kept, folders, code}: Standing
): Ground {
  const files = changedFiles(before.config, kept).filter((file) => file !== "report.yaml");
  const numbersBy = ({report}: Config): string =>
    JSON.stringify([
      report.customersAtLeast,
      report.largestCustomerAtMost,
      report.roundCountsTo,
      report.segmentPages
    ]);
  const digests = new Map(before.inputs.map(({table, digest}) => [table, digest]));
  return {
    data: inputsOf(segmented).some(({table, digest}) => digests.get(table) !== digest),
    definition: files.length > 0 || (old !== undefined && numbersBy(old) !== numbersBy(config)),
    code: before.keys.code !== (code ?? codeIdentity(folders.root).calculation)
  };
}

function planOf(
  {manifest}: FoundVersion,
  {config, segmented, kept, printed, problems}: Standing,
  old: OldSegments,
  ground: Ground | undefined,
  byOldRule: OldNumbers | undefined
): Plan {
  const before = manifest ?? nothing(config);
  const differing = changedFiles(before.config, kept).filter(
    (file) => file !== "report.yaml" || !old.config || hasOtherSettings(old.config, config)
  );
  const readOtherwise = old.config
    ? JSON.stringify(old.config.sources.tables) !== JSON.stringify(config.sources.tables)
    : manifest !== undefined && differing.includes("sources.yaml");
  const inputs = inputsOf(segmented);
  const data = dataChange(manifest?.inputs ?? inputs, inputs, readOtherwise);
  const isSameData = !data.changed && !readOtherwise;
  const segmentations = segmentationChanges({
    published: before,
    old,
    config,
    segmented,
    isSameData,
    gated: printed?.segmentations
  }).map((change) => roundedChange(change, config.report.roundCountsTo));
  const pages = pageChanges(before, printed ?? before, segmentations);
  const {version, date, title, customersAtLeast} = config.report;
  const numbers =
    manifest && printed && ground
      ? numberChanges({
          before: manifest.numbers,
          now: printed.numbers,
          byOldRule: byOldRule && "numbers" in byOldRule ? byOldRule.numbers : undefined,
          ground,
          measures: config.measures
        })
      : undefined;
  return {
    plan: PLAN_FORM,
    ...(manifest && {against: {version: manifest.version, date: manifest.date, title: manifest.title}}),
    now: {version, date, title},
    same: problems.length + segmentations.length + pagesThatDiffer(pages) === 0,
    customers_at_least: {...(manifest && {before: manifest.customers_at_least}), now: customersAtLeast},
    notes: [...old.notes, ...(byOldRule && "note" in byOldRule ? [byOldRule.note] : [])],
    problems,
    data,
    config: manifest ? differing : [],
    facts: manifest ? changedFacts(old.config, config) : {added: [], removed: [], changed: []},
    segmentations,
    pages,
    findings: findingChanges(before, printed ?? before, pages),
    findings_now: printed?.figures.length ?? 0,
    ...(numbers && {numbers}),
    definitions: old.config ? definitionChanges(old.config, config) : [],
    recommendations: recommendationChanges(before.recommendations, printed?.recommendations ?? [])
  };
}

/** Settings besides those that every version has of its own. */
function hasOtherSettings(before: Config, now: Config): boolean {
  const [was, is] = [before, now].map(({report: {version: _, date: __, ...settings}}) =>
    JSON.stringify(settings)
  );
  return was !== is;
}

/** Titles of those that hold now and did not before, and the other way round. */
export function recommendationChanges(
  before: Printed["recommendations"],
  now: Printed["recommendations"]
): Plan["recommendations"] {
  const [held, holds] = [before, now].map(
    (list) => new Set(list.filter((one) => one.holds).map(({id}) => id))
  );
  return {
    came: now.filter(({id}) => holds!.has(id) && !held!.has(id)).map(({title}) => title),
    went: before.filter(({id}) => held!.has(id) && !holds!.has(id)).map(({title}) => title)
  };
}

/** What there was before there was anything. */
function nothing({
  report
}: Config): Pick<Manifest, "config" | "inputs" | "segmentations" | "customers_at_least"> & Printed {
  return {
    config: [],
    inputs: [],
    segmentations: [],
    pages: [],
    figures: [],
    numbers: [],
    recommendations: [],
    customers_at_least: report.customersAtLeast
  };
}

function pagesThatDiffer({change, appear, vanish, move}: Plan["pages"]): number {
  return change.length + appear.length + vanish.length + move.length;
}

function changedFiles(before: Manifest["config"], now: readonly KeptFile[]): string[] {
  const was = new Map(before.map(({file, sha256}) => [file, sha256]));
  const is = new Map(now.map(({file, content}) => [file, digestOf(content)]));
  return [...new Set([...is.keys(), ...was.keys()])].filter((file) => was.get(file) !== is.get(file)).sort();
}

function changedFacts(before: Config | undefined, {segments}: Config): Named {
  if (!before) return {added: [], removed: [], changed: []};
  const was = new Map(before.segments.facts.map((fact) => [fact.name, JSON.stringify(fact)]));
  const is = new Map(segments.facts.map((fact) => [fact.name, JSON.stringify(fact)]));
  return {
    added: [...is.keys()].filter((name) => !was.has(name)),
    removed: [...was.keys()].filter((name) => !is.has(name)),
    changed: [...is.keys()].filter((name) => was.has(name) && was.get(name) !== is.get(name))
  };
}

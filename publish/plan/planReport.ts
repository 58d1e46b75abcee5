import {UserError, problemLine} from "../../data-loaders/config/problem.ts";
import type {Problem} from "../../data-loaders/config/problem.ts";
import type {Config} from "../../data-loaders/config/readConfig.ts";
import {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {publicationFor, segmentData} from "../makePublication.ts";
import type {MadePublication} from "../makePublication.ts";
import type {KeptFile} from "../manifest/keptFiles.ts";
import {digestOf, keptFiles} from "../manifest/keptFiles.ts";
import type {Manifest} from "../manifest/manifest.ts";
import {inputsOf, publishedFigures, publishedPages} from "../manifest/manifestOf.ts";
import type {Progress} from "../progress.ts";
import type {ReportFolders} from "../reportFolders.ts";
import {workerEntry} from "../workerEntry.ts";
import {dataChange} from "./dataChange.ts";
import type {OldSegments} from "./oldSegments.ts";
import {oldSegments} from "./oldSegments.ts";
import {findingChanges, pageChanges} from "./pageChanges.ts";
import type {Printed} from "./pageChanges.ts";
import type {Named, Plan} from "./plan.ts";
import {PLAN_FORM} from "./plan.ts";
import type {FoundVersion} from "./publishedVersion.ts";
import {publishedVersion} from "./publishedVersion.ts";
import {segmentationChanges} from "./segmentationChanges.ts";

/** The plan, and what would stop the report, with its places. */
export interface PlannedReport {
  readonly plan: Plan;
  readonly problems: readonly Problem[];
}

/**
 * Compares configuration, data and pages as they stand with a published version. Nothing outside the cache is
 * written. Problems of the pages are part of the plan, since a change of segments is often what breaks them.
 * @param against a version or its folder; the latest published one when undefined
 * @throws UserError for the configuration, the data, or a version that can't be read
 */
export async function planReport(
  folders: ReportFolders,
  against: string | undefined,
  progress: Progress
): Promise<PlannedReport> {
  const found = publishedVersion(folders.dist, against);
  const pool = new WorkerPool(workerEntry());
  try {
    const made = await segmentData(folders, pool, progress);
    const {printed, problems} = await printedPages(folders, made, pool, progress);
    const old = await oldOf(found, made, pool);
    progress.done("old definitions on the data of now", `${old.assigned.length} segmentations`);
    const files = keptFiles(folders, made.config, made.segmented.cuts);
    return {plan: planOf(found, made, files, old, printed, problems.map(problemLine)), problems};
  } finally {
    await pool.close();
  }
}

type Segmented = Omit<MadePublication, "publication">;

async function oldOf(
  found: FoundVersion,
  {segmented, config}: Segmented,
  pool: WorkerPool
): Promise<OldSegments> {
  if (!found.manifest) return {assigned: [], notes: [found.note]};
  return oldSegments(found.folder, segmented, config.sources, pool);
}

/** The pages as they would be printed; none, with the problems, when something in them is wrong. */
async function printedPages(
  folders: ReportFolders,
  made: Segmented,
  pool: WorkerPool,
  progress: Progress
): Promise<{printed?: Printed; problems: readonly Problem[]}> {
  try {
    const publication = await publicationFor(folders, made, pool, progress);
    const printed = {pages: publishedPages(publication), figures: publishedFigures(publication)};
    return {printed, problems: []};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {problems: error.problems};
  }
}

function planOf(
  {manifest}: FoundVersion,
  {config, segmented}: Segmented,
  files: readonly KeptFile[],
  old: OldSegments,
  printed: Printed | undefined,
  problems: readonly string[]
): Plan {
  const before = manifest ?? nothing(config);
  const differing = changedFiles(before.config, files);
  const readOtherwise = old.config
    ? JSON.stringify(old.config.sources.tables) !== JSON.stringify(config.sources.tables)
    : manifest !== undefined && differing.includes("sources.yaml");
  const inputs = inputsOf(segmented);
  const data = dataChange(manifest?.inputs ?? inputs, inputs, readOtherwise);
  const isSameData = !data.changed && !readOtherwise;
  const segmentations = segmentationChanges({published: before, old, config, segmented, isSameData});
  const pages = pageChanges(before, printed ?? before, segmentations);
  const {version, date, title, customersAtLeast} = config.report;
  return {
    plan: PLAN_FORM,
    ...(manifest && {against: {version: manifest.version, date: manifest.date, title: manifest.title}}),
    now: {version, date, title},
    same: problems.length + segmentations.length + pagesThatDiffer(pages) === 0,
    customers_at_least: {...(manifest && {before: manifest.customers_at_least}), now: customersAtLeast},
    notes: old.notes,
    problems,
    data,
    config: manifest ? differing : [],
    facts: manifest ? changedFacts(old.config, config) : {added: [], removed: [], changed: []},
    segmentations,
    pages,
    findings: findingChanges(before, printed ?? before, pages),
    findings_now: printed?.figures.length ?? 0
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

import {UserError, problemLine} from "../../data-loaders/config/problem.ts";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {publicationFor, segmentData} from "../makePublication.ts";
import type {MadePublication} from "../makePublication.ts";
import {keptFiles} from "../manifest/keptFiles.ts";
import {printedOf} from "../manifest/manifestOf.ts";
import type {Progress} from "../progress.ts";
import type {ReportFolders} from "../reportFolders.ts";
import {workerEntry} from "../workerEntry.ts";
import type {Printed} from "./pageChanges.ts";
import type {Plan} from "./plan.ts";
import {publishedVersion} from "./publishedVersion.ts";
import {versionChanges} from "./versionChanges.ts";

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
    const kept = keptFiles(folders, made.config, made.segmented.cuts);
    const now = {...made, folders, kept, printed, problems: problems.map(problemLine)};
    return {plan: await versionChanges(found, now, pool, progress), problems};
  } finally {
    await pool.close();
  }
}

/** The pages as they would be printed; none, with the problems, when something in them is wrong. */
async function printedPages(
  folders: ReportFolders,
  made: Omit<MadePublication, "publication">,
  pool: WorkerPool,
  progress: Progress
): Promise<{printed?: Printed; problems: readonly Problem[]}> {
  try {
    const publication = await publicationFor(folders, made, pool, progress);
    return {printed: printedOf(publication), problems: []};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {problems: error.problems};
  }
}

import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../data-loaders/config/problem.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import {segmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {inputsOf} from "../manifest/manifestOf.ts";
import type {Manifest} from "../manifest/manifest.ts";
import type {Plan} from "../plan/plan.ts";
import type {PlanOptions, PlanOutput} from "../plan/planCommand.ts";
import {tellPlan} from "../plan/planCommand.ts";
import {namedVersion} from "../plan/publishedVersion.ts";
import type {PublishedVersion} from "../plan/publishedVersion.ts";
import {versionChanges} from "../plan/versionChanges.ts";
import type {Progress} from "../progress.ts";
import type {ReportFolders} from "../reportFolders.ts";
import {workerEntry} from "../workerEntry.ts";
import {manifestChanges} from "./manifestChanges.ts";
import {CHANGES_FILE} from "./whatChangedPage.ts";

/**
 * Prints what differs between two published versions, the first one being the older side. With the data of the second
 * at hand the definitions of the first are carried out on it; without, what the second says of its predecessor is told,
 * or else what the manifests hold.
 * @throws UserError for versions that are not there
 */
export async function compareCommand(
  folders: ReportFolders,
  names: readonly string[],
  options: Omit<PlanOptions, "against">,
  progress: Progress,
  output: PlanOutput
): Promise<void> {
  const [first, second, ...rest] = names;
  if (first === undefined || second === undefined || rest.length > 0)
    throw new UserError({
      file: "command line",
      message: "two versions are needed: npm run compare -- 1.0.0 1.2.0"
    });
  const [from, to] = [first, second].map((name) => namedVersion(folders.dist, name)) as [
    PublishedVersion,
    PublishedVersion
  ];
  const plan = await comparison(from, to, folders, progress);
  await tellPlan({...plan, published: true}, options, folders, progress, output);
}

async function comparison(
  from: PublishedVersion,
  to: PublishedVersion,
  folders: ReportFolders,
  progress: Progress
): Promise<Plan> {
  const recounted = await recountedChanges(from, to, folders, progress);
  if (typeof recounted !== "string") return recounted;
  const told = join(to.folder, CHANGES_FILE);
  if (to.manifest.predecessor?.version === from.manifest.version && existsSync(told))
    return JSON.parse(readFileSync(told, "utf8")) as Plan;
  return manifestChanges(from, to, recounted);
}

/** @returns why it can't be, where the data at hand is not what the second version was made of */
async function recountedChanges(
  from: PublishedVersion,
  {folder, manifest}: PublishedVersion,
  folders: ReportFolders,
  progress: Progress
): Promise<Plan | string> {
  const there = {...folders, config: join(folder, "config"), pages: join(folder, "config/pages")};
  const pool = new WorkerPool(workerEntry());
  try {
    const config = readConfig(there.config);
    const onProgress = (...at: Parameters<Progress["at"]>): void => progress.at(...at);
    const segmented = await segmentedBaskets(config, folders.data, folders.cache, pool, onProgress);
    if (!isSameData(manifest, inputsOf(segmented)))
      return `The data at hand is not that of version ${manifest.version}, so that nobody’s moves between segments can be counted; name its folder with --data.`;
    await segmented.save();
    const kept = manifest.config.map(({file}) => ({
      file,
      content: readFileSync(join(there.config, file), "utf8")
    }));
    const standing = {config, segmented, folders: there, kept, printed: manifest, problems: []};
    return await versionChanges(from, {...standing, code: manifest.keys.code}, pool, progress);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `Version ${manifest.version} can’t be carried out on the data at hand (${error.problems[0]?.message ?? ""}), so that only what the manifests hold is compared.`;
  } finally {
    await pool.close();
  }
}

function isSameData({inputs}: Manifest, now: Manifest["inputs"]): boolean {
  const digests = new Map(inputs.map(({table, digest}) => [table, digest]));
  return now.every(({table, digest}) => digests.get(table) === digest);
}

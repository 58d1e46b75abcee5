import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import {NO_MEMO} from "../../data-loaders/baskets/memo.ts";
import {withoutItems} from "../../data-loaders/baskets/store.ts";
import {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {publicationFor, segmentData} from "../makePublication.ts";
import type {MadePublication} from "../makePublication.ts";
import {keptFiles} from "../manifest/keptFiles.ts";
import type {KeptFile} from "../manifest/keptFiles.ts";
import {madeOf} from "../manifest/madeOf.ts";
import type {MadeOf} from "../manifest/madeOf.ts";
import type {Progress} from "../progress.ts";
import type {ReportFolders} from "../reportFolders.ts";
import {workerEntry} from "../workerEntry.ts";
import {withChanges} from "../changes/whatChangedPage.ts";
import type {Manifest} from "../manifest/manifest.ts";
import {printedOf} from "../manifest/manifestOf.ts";
import {versionChanges} from "../plan/versionChanges.ts";
import {alreadyPublished} from "./alreadyPublished.ts";
import {predecessor, predecessorMark} from "./predecessor.ts";
import {versionFolders} from "./versionIndex.ts";
import {compareVersions} from "./versionNumber.ts";

/** What is asked for: to publish for good, as this version or as the one in config/report.yaml; else a draft. */
export type Publish = {readonly version?: string | undefined} | undefined;

/** Numbers and pages of a version or draft, and what they were made of. */
export interface MadeVersion extends MadePublication {
  readonly isDraft: boolean;
  readonly version: string;
  readonly madeOf: MadeOf;
  readonly kept: readonly KeptFile[];
  readonly predecessor?: Manifest["predecessor"];
}

/** A version that is there already, from the very same. */
export interface SameVersion {
  readonly alreadyPublished: string;
}

/**
 * Everything up to the numbers and pages. Whether a version may be published is looked at as soon as data and
 * configuration are read.
 * @throws UserError for what the user can fix; for a version that is published already from something else
 */
export async function makeVersion(
  folders: ReportFolders,
  publish: Publish,
  progress: Progress
): Promise<MadeVersion | SameVersion> {
  const pool = new WorkerPool(workerEntry());
  try {
    const {config: written, segmented} = await segmentData(folders, pool, progress);
    const version = publish?.version ?? written.report.version;
    const config = {...written, report: {...written.report, version}};
    const kept = keptFiles(folders, config, segmented.cuts);
    const ingredients = madeOf(segmented.digests, aboutOf(folders), kept, folders.root);
    if (publish && alreadyPublished(folders.dist, version, ingredients)) return {alreadyPublished: version};
    const bare = await publicationFor(folders, {config, segmented}, pool, progress, {
      edition: publish ? "version" : "draft"
    });
    const found = predecessor(folders.dist, publish ? version : undefined);
    const standing = {config, segmented, folders, kept, printed: printedOf(bare), problems: []};
    const changes = await versionChanges(found, standing, pool, progress);
    const before = predecessorMark(found);
    const edition = {isDraft: !publish, older: olderVersions(folders.dist, version)};
    return {
      config,
      segmented: counted(segmented),
      publication: withChanges({...bare, edition}, changes, config.measures),
      isDraft: !publish,
      version,
      madeOf: ingredients,
      kept,
      ...(before && {predecessor: before})
    };
  } finally {
    await pool.close();
  }
}

/** What remains of baskets when all is counted: their items are a large part of the memory. */
function counted(segmented: SegmentedBaskets): SegmentedBaskets {
  const {baskets} = segmented;
  return {
    ...segmented,
    baskets: {...withoutItems(baskets), words: baskets.words},
    memo: NO_MEMO,
    save: async () => undefined
  };
}

/** Only the last few: a page must not grow with the number of versions. */
const OLDER_TOLD = 5;

function olderVersions(dist: string, version: string): string[] {
  return versionFolders(dist)
    .filter((other) => compareVersions(other, version) < 0)
    .sort(compareVersions)
    .reverse()
    .slice(0, OLDER_TOLD);
}

function aboutOf({data}: ReportFolders): string | undefined {
  const path = join(data, "about.yaml");
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

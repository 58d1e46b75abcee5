import {existsSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {freeMemory} from "../data-loaders/baskets/freeMemory.ts";
import {UserError} from "../data-loaders/config/problem.ts";
import type {Publication} from "../src/pages/publication.ts";
import {archiveFiles} from "./archive/archiveFiles.ts";
import {zipVersion} from "./archive/zipVersion.ts";
import {keepCuts} from "./keepCuts.ts";
import {engines} from "./manifest/engines.ts";
import {inputFiles} from "./manifest/inputFiles.ts";
import {writeManifest} from "./manifest/writeManifest.ts";
import {launchBrowser} from "./pdf/browser.ts";
import type {Progress} from "./progress.ts";
import type {ReportFolders} from "./reportFolders.ts";
import {pdfLinks, reportPdfs} from "./reportPdfs.ts";
import {shortPath} from "./reportFolders.ts";
import type {BuildSiteOptions} from "./site/buildSite.ts";
import {buildSite} from "./site/buildSite.ts";
import {drawPngs} from "./site/pictures/drawPngs.ts";
import {siteGate} from "./site/siteGate.ts";
import {stageFolder} from "./versions/asidePaths.ts";
import {diskProblem} from "./versions/diskProblem.ts";
import {withLock} from "./versions/lock.ts";
import type {MadeVersion, Publish} from "./versions/makeVersion.ts";
import {makeVersion} from "./versions/makeVersion.ts";
import {DRAFT, placeVersion, withDist} from "./versions/placeVersion.ts";
import {settleIndex} from "./versions/versionIndex.ts";

export interface BuildOptions {
  /** Whether the folder is also packed into one file beside it. */
  readonly zip?: boolean | undefined;
  readonly publish?: Publish;
}

/**
 * Builds the report whole: numbers, site, PDF, gate; then puts it in its place: `draft`, which each build replaces, or
 * the folder of a version, which nothing changes ever after. A build that fails or is killed leaves what was published
 * as it was. One build at a time in one project; another one waits.
 * @returns the folder of the draft or version
 * @throws UserError for what the user can fix: the gate's findings, a version that is published already from something
 *   else, a full disk
 */
export async function buildReport(
  folders: ReportFolders,
  {publish, zip = false}: BuildOptions,
  progress: Progress
): Promise<string> {
  const build = async (): Promise<string> => {
    const stage = stageFolder(folders.dist);
    try {
      const made = await makeVersion(folders, publish, progress);
      if ("alreadyPublished" in made) return await saidAgain(folders, made.alreadyPublished, progress);
      freeMemory(); // for the browser, which needs as much again
      keepCuts(folders.config, made.segmented.cuts);
      await fillStage(stage, folders, made, progress);
      const folder = await placed(stage, folders, made, progress);
      if (zip)
        progress.line(`Packed into ${shortPath(await withDist(folders.dist, () => zipVersion(folder)))}`);
      return folder;
    } finally {
      rmSync(stage, {recursive: true, force: true});
    }
  };
  const onWait = (): void => progress.line("another build of this project is running; waiting for it");
  const onLeft = (): void =>
    progress.line(
      "the build before this one was ended before it was done (by the system, if memory ran out: a report needs 2 GB); what it left is cleared away"
    );
  try {
    return await withLock(join(folders.cache, "building.lock"), build, {onWait, onLeft});
  } catch (error) {
    throw diskProblem(error, shortPath(folders.dist));
  }
}

async function fillStage(
  stage: string,
  folders: ReportFolders,
  made: MadeVersion,
  progress: Progress
): Promise<void> {
  const {publication, segmented} = made;
  const inputs = inputFiles(folders.data, segmented);
  inputs.catch(() => {}); // awaited below; the PDFs or the site may fail before
  const printed = await reportPdfs(made, progress);
  await buildSite(publication, {
    out: stage,
    workFolder: join(folders.cache, "site"),
    pdfs: pdfLinks(printed?.files ?? []),
    ...(printed && {pngs: pngsOf(folders)}),
    onLine: (text) => progress.at(`site: ${text}`, 0, 1)
  });
  for (const {file, bytes} of printed?.files ?? []) writeFileSync(join(stage, file), bytes);
  for (const [file, content] of archiveFiles(made)) writeFileSync(join(stage, file), content);
  progress.done("site", `${publication.pages.length} pages`);
  const context = {
    ...made,
    inputs: await inputs,
    engines: engines(folders.root, printed?.browser ?? "none"),
    root: folders.root
  };
  const {files} = writeManifest(made, context, stage);
  progress.done("manifest", `${publication.numbers.length} numbers, ${files.length} files`);
  if (printed) await passGate(publication, stage, progress);
}

function pngsOf({cache}: ReportFolders): BuildSiteOptions["pngs"] {
  return (pictures, fonts) =>
    drawPngs(pictures, {launch: launchBrowser, fonts, cacheFolder: join(cache, "pictures")});
}

async function passGate({pages}: Publication, folder: string, progress: Progress): Promise<void> {
  progress.at("checking every page in the browser", 0, 1);
  const problems = await siteGate(folder, {pages});
  if (problems.length > 0) throw new UserError(problems);
  progress.done("every page checked in the browser", `${pages.length} pages`);
}

async function placed(
  stage: string,
  {dist}: ReportFolders,
  {isDraft, version}: MadeVersion,
  progress: Progress
): Promise<string> {
  const name = isDraft ? DRAFT : version;
  const folder = await placeVersion(dist, stage, name);
  if (folder === undefined)
    throw new UserError({
      file: shortPath(join(dist, name)),
      message: "was published by another build meanwhile; run again to see whether it is the same"
    });
  const [site, pdf] = [join(folder, "index.html"), join(folder, "report.pdf")];
  const open = `open ${shortPath(site)}${existsSync(pdf) ? ` or ${shortPath(pdf)}` : ""}`;
  progress.line(
    isDraft
      ? `\nThe draft of version ${version} is in ${shortPath(folder)}: ${open}\nTo publish it for good: npm run report -- --publish ${version}`
      : `\nVersion ${version} is published in ${shortPath(folder)}: ${open}`
  );
  return folder;
}

/** Nothing is to be done but what a killed run may have left undone beside the versions. */
async function saidAgain({dist}: ReportFolders, version: string, progress: Progress): Promise<string> {
  await withDist(dist, () => settleIndex(dist));
  const folder = join(dist, version);
  progress.line(
    `\nNothing to do: version ${version} is published in ${shortPath(folder)}, from the very same data, configuration, pages and code.`
  );
  return folder;
}

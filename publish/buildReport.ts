import {rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../data-loaders/config/problem.ts";
import {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import type {Publication} from "../src/pages/publication.ts";
import {makePublication} from "./makePublication.ts";
import {keepCuts} from "./keepCuts.ts";
import {configFiles} from "./manifest/configFiles.ts";
import {writeManifest} from "./manifest/writeManifest.ts";
import {launchBrowser} from "./pdf/browser.ts";
import {reportPdf} from "./pdf/reportPdf.ts";
import type {Progress} from "./progress.ts";
import {publishVersion, stageFolder} from "./publishVersion.ts";
import type {ReportFolders} from "./reportFolders.ts";
import {shortPath} from "./reportFolders.ts";
import {buildSite} from "./site/buildSite.ts";
import {siteGate} from "./site/siteGate.ts";
import {workerEntry} from "./workerEntry.ts";

/**
 * Builds a version whole: numbers, site, PDF, gate; then puts it in its place. A build that fails or is killed leaves
 * what was published as it was.
 * @returns the folder of the version
 * @throws UserError for what the user can fix, the gate's findings among them
 */
export async function buildReport(folders: ReportFolders, progress: Progress): Promise<string> {
  const pool = new WorkerPool(workerEntry());
  const made = await makePublication(folders, pool, progress).finally(() => pool.close());
  const {publication} = made;
  keepCuts(folders.config, made.segmented.cuts);
  const config = configFiles(folders.config, made.config);
  const stage = stageFolder(folders.dist);
  try {
    await buildSite(publication, {
      out: stage,
      workFolder: join(folders.cache, "site"),
      pdf: "report.pdf",
      onLine: (text) => progress.at(`site: ${text}`, 0, 1)
    });
    progress.done("site", `${publication.pages.length} pages`);
    await printPdf(publication, stage, progress);
    writeManifest(made, config, stage);
    await passGate(publication, stage, progress);
    const {version, date, title} = publication.settings;
    const target = publishVersion(folders.dist, stage, {version, date, title});
    progress.line(
      `\nThe report is in ${shortPath(target)}: open ${shortPath(join(target, "index.html"))} or ${shortPath(join(target, "report.pdf"))}`
    );
    return target;
  } catch (error) {
    rmSync(stage, {recursive: true, force: true});
    throw error;
  }
}

async function printPdf(publication: Publication, folder: string, progress: Progress): Promise<void> {
  const browser = await launchBrowser();
  try {
    let last = "";
    const pdf = await reportPdf(publication, {
      browser,
      onLine: (text) => {
        last = text;
        progress.at(`PDF: ${text}`, 0, 1);
      }
    });
    writeFileSync(join(folder, "report.pdf"), pdf);
    progress.done("PDF", last);
  } finally {
    await browser.close();
  }
}

async function passGate({pages}: Publication, folder: string, progress: Progress): Promise<void> {
  progress.at("checking every page in the browser", 0, 1);
  const problems = await siteGate(folder, {pages});
  if (problems.length > 0) throw new UserError(problems);
  progress.done("every page checked in the browser", `${pages.length} pages`);
}

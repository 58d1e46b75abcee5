import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {openBaskets} from "../data-loaders/baskets/openBaskets.ts";
import {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import {referencePage} from "../data-loaders/config/schema/referencePage.ts";
import {keepSchemas, schemaFolder} from "./keepSchemas.ts";
import type {Progress} from "./progress.ts";
import {readReportConfig} from "./readReportConfig.ts";
import {shortPath} from "./reportFolders.ts";
import type {ReportFolders} from "./reportFolders.ts";
import {projectRoot} from "./site/projectRoot.ts";
import {workerEntry} from "./workerEntry.ts";

/**
 * Writes the JSON Schemas by which an editor completes and checks `config/*.yaml`.
 * @throws UserError for config or data that cannot be read; the schemas are written then without the data's words
 */
export async function schemaCommand(folders: ReportFolders, progress: Progress): Promise<void> {
  const first = keepSchemas(folders);
  const {sources} = readReportConfig(folders);
  const pool = new WorkerPool(workerEntry());
  try {
    const opened = await openBaskets(sources, folders.data, folders.cache, pool, (step, done, total) =>
      progress.at(step, done, total)
    );
    await opened.save();
    const written = new Set([...first, ...keepSchemas(folders, opened.baskets)]);
    progress.done(
      "schemas",
      `${written.size > 0 ? "written" : "up to date"}: ${shortPath(schemaFolder(folders))}`
    );
  } finally {
    await pool.close();
  }
}

/** Writes docs/reference.md from the shapes of the configuration. */
export function writeReference(progress: Progress): void {
  const path = join(projectRoot(), "docs/reference.md");
  writeFileSync(path, referencePage());
  progress.done("reference", shortPath(path));
}

import {join} from "node:path";
import {watch} from "chokidar";
import {isUserError, problemLine} from "../data-loaders/config/problem.ts";
import type {Publication} from "../src/pages/publication.ts";
import type {Progress} from "./progress.ts";
import {recompute} from "./recompute.ts";
import type {ReportFolders} from "./reportFolders.ts";
import {startPreview} from "./site/startPreview.ts";
import {workerEntry} from "./workerEntry.ts";

/** Bundles the code as it stands now and says where; the start script brings it. */
export type Rebundle = () => Promise<{readonly recompute: string; readonly worker: string}>;

/** The code that computes: replaced when a TypeScript file changes. */
interface Code {
  readonly recompute: typeof recompute;
  readonly worker: string;
}

/** Editors write a file in several steps; changes within this time are one. */
const SETTLE_MS = 30;

/** Serves the report and brings every edit of a page, a YAML file, a CSV or the code to the browser. Runs until stopped. */
export async function devServer(
  folders: ReportFolders,
  progress: Progress,
  rebundle: Rebundle
): Promise<void> {
  let code: Code = {recompute, worker: workerEntry()};
  const preview = await startPreview({workFolder: join(folders.cache, "preview")});
  const first = await told(progress, () => code.recompute(folders, progress, code.worker));
  if (first) await preview.update(first);
  progress.line(
    `\nPreview at ${preview.url}\nEdit config/, src/ or the data, and the page follows. Stop with Ctrl-C.`
  );
  const stopWatching = watchFiles(watchedFolders(folders), async (files) => {
    const publication = await told(progress, async () => {
      if (files.some((file) => file.endsWith(".ts"))) code = await newerCode(rebundle);
      return code.recompute(folders, progress, code.worker);
    });
    if (publication) await preview.update(publication);
  });
  await stopSignal();
  await stopWatching();
  await preview.close();
}

function watchedFolders({root, config, data}: ReportFolders): string[] {
  return [config, data, ...["src", "data-loaders", "publish"].map((folder) => join(root, folder))];
}

async function newerCode(rebundle: Rebundle): Promise<Code> {
  const {recompute: entry, worker} = await rebundle();
  const {recompute: newer} = (await import(entry)) as {recompute: typeof recompute};
  return {recompute: newer, worker};
}

/** The result, or undefined after telling what is wrong; the page then stays as it was. */
async function told(progress: Progress, make: () => Promise<Publication>): Promise<Publication | undefined> {
  try {
    return await make();
  } catch (error) {
    progress.line(
      isUserError(error) ? error.problems.map(problemLine).join("\n") : String((error as Error).stack)
    );
    return undefined;
  }
}

/** Calls `follow` with the files that changed, one call at a time. @returns a function that ends the watching */
function watchFiles(
  folders: readonly string[],
  follow: (files: readonly string[]) => Promise<void>
): () => Promise<void> {
  const watcher = watch([...folders], {ignoreInitial: true});
  const changed = new Set<string>();
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  watcher.on("all", (_, file) => {
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(async () => {
        const files = [...changed];
        changed.clear();
        if (files.length > 0) await follow(files);
      });
    }, SETTLE_MS);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await running;
  };
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

import {existsSync, utimesSync} from "node:fs";
import type {AddressInfo} from "node:net";
import {createServer} from "node:net";
import {join} from "node:path";
import {UserError} from "../../data-loaders/config/problem.ts";
import type {Publication} from "../../src/pages/publication.ts";
import {configFile, configName} from "./configFile.ts";
import type {FrameworkProcess} from "./frameworkProcess.ts";
import {startFramework} from "./frameworkProcess.ts";
import {withGallery} from "./gallery/galleryPage.ts";
import {previewDownloads} from "./previewDownloads.ts";
import {projectRoot} from "./projectRoot.ts";
import {sourceTree} from "./sourceTree.ts";
import {themeFiles} from "./themeFiles.ts";
import {writeTree} from "./writeTree.ts";

export interface PreviewOptions {
  /** Scratch folder inside the project, `.cache/preview`; not one that a build uses. */
  readonly workFolder: string;
  /** Port on 127.0.0.1; absent: the first free one from 3000. */
  readonly port?: number;
  /** Opens the summary in the reader's browser. */
  readonly open?: boolean;
}

/** A running preview of the site. */
export interface Preview {
  readonly url: string;
  /** Shows another state of the report: pages that are open change in place, within a fraction of a second. */
  update(publication: Publication): Promise<void>;
  close(): Promise<void>;
}

/** Framework answers within a second or two; longer means that it hangs. In milliseconds. */
const startsWithin = 30_000;
const endsWithin = 2_000;
const nudgeAfter = 500;

/**
 * Starts Framework's preview server, offline, with a page that says the report is on its way: never with what
 * an earlier preview left, which may be out of date.
 * @throws UserError when the port is taken
 */
export async function startPreview({workFolder, port, open = false}: PreviewOptions): Promise<Preview> {
  const root = projectRoot();
  const free = await freePort(port);
  await writePreview(root, workFolder, onItsWay);
  const args = ["preview", "--host", "127.0.0.1", "--port", String(free), ...(open ? [] : ["--no-open"])];
  const server = startFramework(root, workFolder, args);
  const url = `http://127.0.0.1:${free}/`;
  await answers(url, server);
  let last: Promise<unknown> = Promise.resolve();
  return {
    url,
    update: (publication) => {
      const written = last.then(() => writePreview(root, workFolder, publication));
      last = written.catch(() => undefined);
      return written;
    },
    close: async () => {
      const timer = setTimeout(() => server.child.kill("SIGKILL"), endsWithin);
      server.child.kill();
      await server.ended;
      clearTimeout(timer);
    }
  };
}

/** Only files whose bytes changed are written, so only what changed is shown anew. The configuration goes last. */
async function writePreview(root: string, folder: string, publication: Publication): Promise<void> {
  const tree = new Map(
    sourceTree(withGallery(previewDownloads(publication)), await themeFiles(root, publication.settings.brand))
  );
  tree.set(configName, await configFile(root, tree));
  nudge(folder, writeTree(folder, tree, ["source/.observablehq"]));
}

/**
 * Framework misses what changes while a page connects to it: it reads the page first and watches it a little
 * later. A second look finds nothing to do for the pages that saw the change.
 */
function nudge(folder: string, paths: readonly string[]): void {
  const timer = setTimeout(() => {
    const now = new Date();
    for (const path of paths) if (existsSync(join(folder, path))) utimesSync(join(folder, path), now, now);
  }, nudgeAfter);
  timer.unref();
}

async function answers(url: string, server: FrameworkProcess): Promise<void> {
  const until = performance.now() + startsWithin;
  let ended = false;
  const end = server.ended.then(() => {
    ended = true;
  });
  while (!ended && performance.now() < until) {
    const answered = await fetch(url, {method: "HEAD"}).then(
      ({ok}) => ok,
      () => false
    );
    if (answered) return;
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
  server.child.kill("SIGKILL");
  throw new Error(`the preview did not start:\n${server.output()}`);
}

async function freePort(wanted: number | undefined): Promise<number> {
  const ports = wanted === undefined ? Array.from({length: 100}, (_, i) => 3000 + i) : [wanted];
  for (const port of ports) {
    const free = await freed(port);
    if (free !== undefined) return free;
  }
  throw new UserError({file: "dev", message: `port ${wanted ?? "3000 to 3099"} is in use; choose another`});
}

/** The port when it is free, some free one for 0, undefined when it is taken. */
function freed(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const {port: found} = server.address() as AddressInfo;
      server.close(() => resolve(found));
    });
  });
}

const onItsWay: Publication = {
  settings: {
    title: "Cartograph",
    subtitle: "preview",
    organisation: "Cartograph",
    audience: "",
    version: "0.0.0",
    date: "2000-01-01",
    language: "en",
    paper: "A4",
    summary: [],
    customersAtLeast: 10,
    largestCustomerAtMost: 0.5,
    segmentPages: []
  },
  sources: {citation: "none yet", notice: ""},
  pages: [
    {
      path: "index",
      title: "The report is on its way",
      group: "",
      markdown:
        "# The report is on its way\n\nThis page turns into the report as soon as its numbers are there.",
      figures: []
    }
  ],
  downloads: [],
  numbers: []
};

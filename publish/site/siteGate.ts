import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "puppeteer";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {launchBrowser} from "../pdf/browser.ts";
import {browserPatience} from "../pdf/browserPatience.ts";
import {closeBrowser} from "../pdf/closeBrowser.ts";
import {watched} from "../pdf/watched.ts";
import {inspectionScript} from "./gate/inspectionScript.ts";
import {linkFaults, siteTarget} from "./gate/linkFaults.ts";
import type {PageVisit} from "./gate/visitPage.ts";
import {longestVisit, visitPage} from "./gate/visitPage.ts";
import {projectRoot} from "./projectRoot.ts";
import {serveFolder} from "./staticServer.ts";
import {filesIn} from "./writeTree.ts";

export interface ExpectedSite {
  /** Paths without extension, and the ids of the figures each page must show. */
  readonly pages: readonly {readonly path: string; readonly figures: readonly string[]}[];
}

/** Pages open at the same time: more does not help on two cores. */
const tabs = 3;
const phone = {width: 360, height: 740, deviceScaleFactor: 1} as const;

/**
 * Opens every page of a site in a browser, from a plain host and under a sub path, and reports everything a
 * reader must never meet. Framework itself ends well on most of it.
 * @returns problems named by page, in the order of the pages; none for a sound site
 * @throws BrowserProblem when there is no browser, or it fails
 */
export async function siteGate(folder: string, expected: ExpectedSite): Promise<Problem[]> {
  const files = new Set(filesIn(folder));
  const figures = new Map(expected.pages.map((page) => [`${page.path}.html`, page.figures]));
  const pages = [...new Set([...figures.keys(), ...[...files].filter((file) => file.endsWith(".html"))])];
  const present = pages.filter((file) => files.has(file));
  const browser = await launchBrowser();
  const server = await serveFolder(folder, "/a/report/");
  const within = 3 * browserPatience() + present.length * longestVisit;
  try {
    const visits = await watched(browser, {file: "pages", doing: "checking the pages", within}, (open) =>
      visitAll(open, server.url, present, figures)
    );
    return [
      ...pages.flatMap((file) =>
        pageFaults(file, visits, files, server.url).map((fault) => ({file, message: fault}))
      ),
      ...downloadFaults(files, visits, server.url),
      ...styleFaults(folder, files)
    ];
  } finally {
    await closeBrowser(browser);
    await server.close();
  }
}

async function visitAll(
  open: () => Promise<Page>,
  base: string,
  files: readonly string[],
  figures: ReadonlyMap<string, readonly string[]>
): Promise<Map<string, PageVisit>> {
  const script = await inspectionScript(projectRoot());
  const visits = new Map<string, PageVisit>();
  const waiting = [...files];
  const work = async () => {
    const page = await open();
    await page.setViewport(phone);
    // A tab in the background draws no frames, and without frames Framework's cells don't start.
    await page.emulateFocusedPage(true);
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const call = `inspection.inspectPage(${JSON.stringify(figures.get(file) ?? [])})`;
      visits.set(file, await visitPage(page, base, file, `(() => {${script}\nreturn ${call};})()`));
    }
  };
  await Promise.all(Array.from({length: Math.min(tabs, files.length)}, work));
  return visits;
}

function pageFaults(
  file: string,
  visits: ReadonlyMap<string, PageVisit>,
  files: ReadonlySet<string>,
  base: string
): string[] {
  const visit = visits.get(file);
  if (!visit) return ["is missing from the site"];
  const inspections = new Map([...visits].map(([name, {inspection}]) => [name, inspection]));
  return [
    ...new Set([...visit.events, ...visit.inspection.faults, ...linkFaults(file, inspections, files, base)])
  ];
}

/** Data that no page links to. */
function downloadFaults(
  files: ReadonlySet<string>,
  visits: ReadonlyMap<string, PageVisit>,
  base: string
): Problem[] {
  const linked = new Set(
    [...visits.values()].flatMap(({inspection}) =>
      inspection.links.map(({address}) => siteTarget(address, base)?.file)
    )
  );
  return [...files]
    .filter((file) => file.startsWith("data/") && !linked.has(file))
    .map((file) => ({file, message: "no page links to this download"}));
}

/** Style sheets that would load from elsewhere once a rule applies. */
function styleFaults(folder: string, files: ReadonlySet<string>): Problem[] {
  return [...files]
    .filter((file) => file.endsWith(".css"))
    .flatMap((file) => {
      const found = /(?:url\(\s*|@import\s+)["']?((?:https?:)?\/\/[^"')\s]+)/.exec(
        readFileSync(join(folder, file), "utf8")
      )?.[1];
      return found ? [{file, message: `needs another address: ${found}`}] : [];
    });
}

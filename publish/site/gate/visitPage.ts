import type {ConsoleMessage, HTTPRequest, HTTPResponse, Page} from "puppeteer";
import type {PageInspection} from "./inspection/inspectPage.ts";

/** What one page said and did while a browser had it open. */
export interface PageVisit {
  readonly inspection: PageInspection;
  /** Errors, answers that failed, requests that left the site. */
  readonly events: readonly string[];
}

/** A page that has not loaded by then is a fault of its own, in milliseconds. */
const loadsWithin = 20_000;
/** A code cell may take so long to show its value. */
const cellsWithin = 5_000;
/** Longest time that a page is waited for, in milliseconds. */
export const longestVisit = loadsWithin + 3 * cellsWithin;

/**
 * Opens a page at phone width and listens.
 * @param base address of the site; nothing outside it may be asked for
 */
export async function visitPage(page: Page, base: string, path: string, inspect: string): Promise<PageVisit> {
  const events: string[] = [];
  const stop = listen(page, base, (event) => events.push(event));
  try {
    await page.goto(`${base}${encodeURI(path)}`, {waitUntil: "load", timeout: loadsWithin});
    await settle(page);
    return {inspection: (await page.evaluate(inspect)) as PageInspection, events: [...new Set(events)]};
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return {inspection: {anchors: [], links: [], faults: [`could not be opened: ${reason}`]}, events};
  } finally {
    stop();
  }
}

/** Waits for code cells, where the page has any, and for what the page still loads. */
async function settle(page: Page): Promise<void> {
  const hasCode = await page.evaluate(`document.querySelector('script[type="module"]') !== null`);
  if (!hasCode) return;
  await page.waitForNetworkIdle({idleTime: 250, timeout: cellsWithin}).catch(() => undefined);
  await page.evaluate(twoFrames).catch(() => undefined);
  await page
    .waitForFunction(`document.querySelector("observablehq-loading") === null`, {timeout: cellsWithin})
    .catch(() => undefined);
}

/** Framework's runtime starts its cells with the next frame. */
const twoFrames = `new Promise((done) => {
  setTimeout(done, ${cellsWithin});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));
})`;

function listen(page: Page, base: string, tell: (event: string) => void): () => void {
  const onConsole = (message: ConsoleMessage) => {
    // A failed load is told with its address by onResponse or onFailed.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      tell(`says an error on the console: ${message.text().slice(0, 300)}`);
  };
  const onPageError = (error: unknown) =>
    tell(`throws an error: ${(error instanceof Error ? error.message : String(error)).slice(0, 300)}`);
  const onRequest = (request: HTTPRequest) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob|about):/.test(url)) tell(`asks another address: ${url}`);
  };
  const onResponse = (response: HTTPResponse) => {
    if (response.status() >= 400) tell(`gets ${response.status()} for ${inSite(response.url(), base)}`);
  };
  const onFailed = (request: HTTPRequest) =>
    tell(`can't load ${inSite(request.url(), base)}: ${request.failure()?.errorText ?? "no reason given"}`);
  page.on("console", onConsole).on("pageerror", onPageError).on("request", onRequest);
  page.on("response", onResponse).on("requestfailed", onFailed);
  return () => {
    page.off("console", onConsole).off("pageerror", onPageError).off("request", onRequest);
    page.off("response", onResponse).off("requestfailed", onFailed);
  };
}

function inSite(url: string, base: string): string {
  return url.startsWith(base) ? url.slice(base.length) : url;
}

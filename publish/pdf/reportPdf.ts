import {createHash} from "node:crypto";
import {TimeoutError} from "puppeteer";
import type {Browser, Page} from "puppeteer";
import {UserError} from "../../data-loaders/config/problem.ts";
import type {Publication} from "../../src/pages/publication.ts";
import type {Print} from "./archivalPdf.ts";
import {archivalPdf} from "./archivalPdf.ts";
import {pageNumbers} from "./pageNumbers.ts";
import {documentTitle, printDocument} from "./printDocument.ts";

export interface ReportPdfOptions {
  readonly browser: Browser;
  /** Called with a line for each step. */
  readonly onLine?: (line: string) => void;
}

/** Page numbers settle in the second printing; a third allows for a number that moved a line. */
const printings = 4;

/** Longest time one printing may take, in milliseconds. */
const printsWithin = 120_000;

/**
 * The report as a PDF for printing, archiving and reading aloud (PDF/UA-1, PDF/A-2a). Printed twice from one page
 * of HTML: the first printing tells on which page each chapter stands, the second carries those numbers. The same
 * publication, browser and fonts give the same bytes.
 * @throws UserError when the browser crashes or hangs; Error when the page numbers don't settle
 */
export async function reportPdf(
  publication: Publication,
  {browser, onLine = () => {}}: ReportPdfOptions
): Promise<Uint8Array> {
  // Nothing in the report may run: it is data and prose of others.
  const html = printDocument(publication);
  const {pages, ...print} = await inPage(browser, async (page) => {
    await page.setJavaScriptEnabled(false);
    await page.setContent(html, {waitUntil: "load", timeout: printsWithin});
    return printSettled(page, onLine);
  });
  const {subtitle, organisation, date, language} = publication.settings;
  const archival = await archivalPdf(print, {
    title: documentTitle(publication.settings),
    author: organisation,
    subject: subtitle,
    date,
    language,
    id: createHash("sha256").update(html).digest("hex").slice(0, 32)
  });
  onLine(`${pages} pages, ${Math.ceil(archival.length / 1024)} kB`);
  return archival;
}

/** Does something in a page of its own; a browser that dies or does not answer meanwhile is the user's to change. */
async function inPage<T>(browser: Browser, act: (page: Page) => Promise<T>): Promise<T> {
  let page: Page | undefined;
  try {
    page = await browser.newPage();
    return await act(page);
  } catch (error) {
    if (browser.connected && !(error instanceof TimeoutError)) throw error;
    const message = `the browser stopped while printing (${(error as Error).message}); run again, or set CARTOGRAPH_BROWSER to another`;
    throw new UserError({file: "report.pdf", message});
  } finally {
    await page?.close().catch(() => {});
  }
}

async function printSettled(page: Page, onLine: (line: string) => void): Promise<Print & {pages: number}> {
  let before = "";
  for (let printing = 1; printing <= printings; printing++) {
    const pdf = await printOnce(page);
    const {places, pages} = await pageNumbers(pdf);
    const now = JSON.stringify([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
    onLine(`printing ${printing}: ${pages} pages`);
    if (now === before) return {pdf, pages, headings: await headingsOf(page)};
    before = now;
    await fillPageNumbers(page, Object.fromEntries(places));
  }
  throw new Error(`the page numbers of the contents did not settle in ${printings} printings`);
}

async function headingsOf(page: Page): Promise<string[]> {
  return page.$$eval("h1, h2, h3, h4, h5, h6", (headings) =>
    headings.map(({textContent}) => (textContent ?? "").trim().replace(/\s+/g, " "))
  );
}

async function printOnce(page: Page): Promise<Uint8Array> {
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: printsWithin
  });
}

/** @throws Error naming the places that no page holds */
async function fillPageNumbers(page: Page, places: Readonly<Record<string, number>>): Promise<void> {
  const missing = await page.$$eval(
    "[data-page-of]",
    (slots, numbers) =>
      slots.flatMap((slot) => {
        const place = slot.getAttribute("data-page-of") ?? "";
        slot.textContent = String(numbers[place] ?? "");
        return place in numbers ? [] : [place];
      }),
    places
  );
  if (missing.length > 0) throw new Error(`the print has no page for ${missing.join(", ")}`);
}

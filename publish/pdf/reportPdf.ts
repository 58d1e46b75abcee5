import {createHash} from "node:crypto";
import type {Browser, Page} from "puppeteer";
import type {Publication} from "../../src/pages/publication.ts";
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
 * @throws Error when the browser stops, or when the page numbers don't settle
 */
export async function reportPdf(
  publication: Publication,
  {browser, onLine = () => {}}: ReportPdfOptions
): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    // Nothing in the report may run: it is data and prose of others.
    await page.setJavaScriptEnabled(false);
    page.setDefaultTimeout(printsWithin);
    const html = printDocument(publication);
    await page.setContent(html, {waitUntil: "load"});
    const {pdf, pages} = await printSettled(page, onLine);
    const {subtitle, organisation, date, language} = publication.settings;
    const id = createHash("sha256").update(html).digest("hex").slice(0, 32);
    const archival = await archivalPdf(pdf, {
      title: documentTitle(publication.settings),
      author: organisation,
      subject: subtitle,
      date,
      language,
      id
    });
    onLine(`${pages} pages, ${Math.ceil(archival.length / 1024)} kB`);
    return archival;
  } finally {
    await page.close().catch(() => {});
  }
}

async function printSettled(
  page: Page,
  onLine: (line: string) => void
): Promise<{pdf: Uint8Array; pages: number}> {
  let before = "";
  for (let printing = 1; printing <= printings; printing++) {
    const pdf = await print(page);
    const {places, pages} = await pageNumbers(pdf);
    const now = JSON.stringify([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
    onLine(`printing ${printing}: ${pages} pages`);
    if (now === before) return {pdf, pages};
    before = now;
    await fillPageNumbers(page, Object.fromEntries(places));
  }
  throw new Error(`the page numbers of the contents did not settle in ${printings} printings`);
}

async function print(page: Page): Promise<Uint8Array> {
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

import {createHash} from "node:crypto";
import {PDFDocument} from "@cantoo/pdf-lib";
import type {Browser, Page} from "puppeteer";
import type {Print} from "./archivalPdf.ts";
import {archivalPdf} from "./archivalPdf.ts";
import {browserPatience} from "./browserPatience.ts";
import {inPage} from "./inPage.ts";
import type {HalfEmptyPage} from "./layout/halfEmptyPages.ts";
import {layOut} from "./layout/layOut.ts";
import type {PageNumbers} from "./pageNumbers.ts";
import {pageNumbers} from "./pageNumbers.ts";
import type {PrintDocument} from "./printDocument.ts";
import {BrowserTrouble} from "./watched.ts";

export interface PrintOptions {
  readonly browser: Browser;
  /** Told what is being done, and how much of all of it is over. */
  readonly onProgress?: (text: string, share: number) => void;
  /** Longest time that one step of the browser may take, in milliseconds. */
  readonly within?: number;
}

/** A PDF, ready to be written. */
export interface PrintedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Page of each named place, from 1. */
  readonly places: ReadonlyMap<string, number>;
  /** Headings and figures that had no room, where each chapter has one page only. */
  readonly leftOut: readonly string[];
  readonly halfEmpty: readonly HalfEmptyPage[];
}

/** Page numbers settle in the second printing; more allow for a number that moved a line. */
const printings = 4;

/**
 * Prints a document as a PDF for paper, for an archive and for reading aloud (PDF/UA-1, PDF/A-2a). Printed twice from
 * one page of HTML: the first printing tells on which page everything stands, the second carries those numbers. The
 * same document, browser and fonts give the same bytes.
 * @param file name of the PDF, for messages
 * @throws BrowserProblem when the browser crashes, hangs or prints rubbish; Error when the page numbers don't settle
 */
export async function printPdf(
  document: PrintDocument,
  file: string,
  {browser, onProgress = () => {}, within = browserPatience()}: PrintOptions
): Promise<PrintedPdf> {
  const {pages, places, leftOut, ...print} = await inPage(browser, {file, within}, async (page) => {
    // Nothing in the report may run: it is data and prose of others.
    await page.setJavaScriptEnabled(false);
    onProgress("setting the type", 0);
    await page.setContent(document.html, {waitUntil: "load", timeout: within});
    onProgress("dividing into pages", 0.15);
    const leftOut = await layOut(page, document.area);
    return {...(await printSettled(page, within, onProgress)), leftOut};
  });
  onProgress("structure and metadata", 0.8);
  const {subtitle, organisation, date, language} = document.settings;
  const {bytes, halfEmpty} = await archivalPdf(print, {
    title: document.title,
    author: organisation,
    subject: subtitle,
    date,
    language,
    id: createHash("sha256").update(document.html).digest("hex").slice(0, 32)
  });
  return {bytes, pages, places, leftOut, halfEmpty};
}

async function printSettled(
  page: Page,
  within: number,
  onProgress: (text: string, share: number) => void
): Promise<Print & PageNumbers> {
  let before = "";
  for (let printing = 1; printing <= printings; printing++) {
    onProgress(`printing ${printing}`, Math.min(0.7, 0.1 + 0.25 * printing));
    const pdf = await printOnce(page, within);
    const {places, pages} = pageNumbers(pdf);
    const now = JSON.stringify([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
    if (now === before) return {pdf, pages, places, ...(await headingsOf(page))};
    before = now;
    await fillPageNumbers(page, Object.fromEntries(places));
  }
  throw new Error(`the page numbers of the contents did not settle in ${printings} printings`);
}

async function headingsOf(page: Page): Promise<Pick<Print, "headings" | "chapters">> {
  const headings = await page.$$eval("h1, h2, h3, h4, h5, h6", (all) =>
    all.map(({textContent}) => (textContent ?? "").trim().replace(/\s+/g, " "))
  );
  const chapters = await page.$$eval(".chapter h1[id]", (all) => all.map(({id}) => id));
  return {headings, chapters};
}

/** @throws BrowserTrouble when what comes is no PDF */
async function printOnce(page: Page, timeout: number): Promise<PDFDocument> {
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout
  });
  try {
    return await PDFDocument.load(bytes, {updateMetadata: false, throwOnInvalidObject: true});
  } catch (error) {
    throw new BrowserTrouble(`it printed something that is no PDF: ${(error as Error).message}`);
  }
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

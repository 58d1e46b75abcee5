import type {Browser} from "puppeteer";
import type {Publication} from "../../src/pages/publication.ts";
import {launchBrowser} from "./browser.ts";
import {closeBrowser} from "./closeBrowser.ts";
import type {HalfEmptyPage} from "./layout/halfEmptyPages.ts";
import type {PrintDocument} from "./printDocument.ts";
import type {PrintedPdf} from "./printPdf.ts";
import {printPdf} from "./printPdf.ts";
import {reportDocument} from "./reportDocument.ts";
import {summaryDocument} from "./summaryDocument.ts";

/** A PDF beside the site. */
export interface PdfFile {
  /** `report.pdf` */
  readonly file: string;
  /** What it is, for links: `The report`. */
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly halfEmpty: readonly HalfEmptyPage[];
}

export interface PrintedReports {
  readonly files: readonly PdfFile[];
  /** The browser's name and version. */
  readonly browser: string;
  /** What the reader of the PDFs will miss, a line each. */
  readonly notices: readonly string[];
}

export interface PrintReportsOptions {
  readonly launch?: () => Promise<Browser>;
  readonly onProgress?: (text: string, share: number) => void;
  /** Longest time that one step of the browser may take, in milliseconds. */
  readonly within?: number;
}

/**
 * Prints the report, and the summary where config/report.yaml asks for one.
 * @param contentHash names the content, in every footer
 * @throws BrowserProblem when there is no browser, or it fails; UserError for a summary of what is not in the report
 */
export async function printReports(
  publication: Publication,
  contentHash: string,
  {launch = launchBrowser, onProgress = () => {}, ...limits}: PrintReportsOptions = {}
): Promise<PrintedReports> {
  const browser = await launch();
  const print = (document: PrintDocument, file: string) =>
    printPdf(document, file, {
      browser,
      onProgress: (text, share) => onProgress(`${file}: ${text}`, share),
      ...limits
    });
  try {
    const whole = reportDocument(publication, contentHash);
    const report = await print(whole, "report.pdf");
    const files: PdfFile[] = [fileOf("report.pdf", "The report", report)];
    const notices = noticesOf("report.pdf", whole, report);
    if (publication.settings.summary.length > 0) {
      const short = summaryDocument(publication, contentHash, report.places);
      const summary = await print(short, "summary.pdf");
      files.push(fileOf("summary.pdf", "The summary", summary));
      notices.push(...noticesOf("summary.pdf", short, summary));
    }
    return {files, browser: await browser.version(), notices};
  } finally {
    await closeBrowser(browser);
  }
}

function fileOf(file: string, title: string, {bytes, pages, halfEmpty}: PrintedPdf): PdfFile {
  return {file, title, bytes, pages, halfEmpty};
}

function noticesOf(file: string, {missing}: PrintDocument, {leftOut}: PrintedPdf): string[] {
  const codeOf = (letter: string) =>
    `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
  return [
    ...missing.map(
      ({letter, text}) =>
        `${file}: no font has "${letter}" (${codeOf(letter)}) of "${text}"; a box stands for it`
    ),
    ...leftOut.map(
      (title) => `${file}: no room on its page for "${title}"; name less in summary of config/report.yaml`
    )
  ];
}

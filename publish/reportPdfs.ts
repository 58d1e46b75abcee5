import {fileSize} from "../src/figures/format.ts";
import {contentHash} from "./manifest/contentHash.ts";
import {BrowserProblem} from "./pdf/browserProblem.ts";
import type {HalfEmptyPage} from "./pdf/layout/halfEmptyPages.ts";
import type {PdfFile, PrintedReports, PrintReportsOptions} from "./pdf/printReports.ts";
import {printReports} from "./pdf/printReports.ts";
import type {Progress} from "./progress.ts";
import type {PdfLink} from "./site/pageFrame.ts";
import type {MadeVersion} from "./versions/makeVersion.ts";

/**
 * The PDFs of a build. A draft does without them where there is no browser, or where it fails: undefined then, and
 * what to do about it is told. What is published for good is published whole.
 * @throws BrowserProblem for a version; UserError as `printReports`
 */
export async function reportPdfs(
  {publication, madeOf, isDraft}: Pick<MadeVersion, "publication" | "madeOf" | "isDraft">,
  progress: Progress,
  options: PrintReportsOptions = {}
): Promise<PrintedReports | undefined> {
  try {
    const onProgress = (text: string, share: number) => progress.at(text, share, 1);
    const printed = await printReports(publication, contentHash(madeOf), {onProgress, ...options});
    const sizes = printed.files.map(
      ({file, pages, bytes}) => `${file} ${pages} pages, ${fileSize(bytes.length)}`
    );
    progress.done("PDF", sizes.join("; "));
    for (const {file, halfEmpty} of printed.files)
      if (halfEmpty.length > 0) progress.line(`  ${file}: ${halfEmptyWords(halfEmpty)}`);
    for (const notice of printed.notices) progress.line(`  ${notice}`);
    return printed;
  } catch (error) {
    if (!isDraft || !(error instanceof BrowserProblem)) throw error;
    progress.done("PDF", "none: the browser is missing or fails, see below");
    progress.line(
      `\nThis draft is a site without PDFs and PNGs, and its pages are not checked:\n${error.message}\n`
    );
    return undefined;
  }
}

/** `1 page more than half empty: 57 (chapter ends)` */
function halfEmptyWords(pages: readonly HalfEmptyPage[]): string {
  const list = pages.map(({page, reason}) => (reason ? `${page} (${reason})` : String(page)));
  return `${pages.length === 1 ? "1 page" : `${pages.length} pages`} more than half empty: ${list.join(", ")}`;
}

/** Where the site links to. */
export function pdfLinks(files: readonly PdfFile[]): PdfLink[] {
  return files.map(({file, title, pages, bytes}) => ({
    href: file,
    label: `${title} (PDF, ${pages === 1 ? "1 page" : `${pages} pages`}, ${fileSize(bytes.length)})`
  }));
}

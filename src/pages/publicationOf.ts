import {UserError} from "../../data-loaders/config/problem.ts";
import type {PageSource} from "./pageSource.ts";
import {pageWriter} from "./pageWriter.ts";
import type {Publication} from "./publication.ts";
import type {Report} from "./report.ts";

/**
 * Computes, draws and numbers every figure, puts numbers into prose, and writes the generated blocks. Pure.
 * @throws UserError for labels and ranks that stand in a page but not in the data
 */
export function publicationOf(pages: readonly PageSource[], report: Report): Publication {
  const writer = pageWriter(pages, report);
  const written = pages.map((page) => writer.page(page));
  const recommendations = writer.recommendations();
  if (writer.problems.length > 0) throw new UserError(writer.problems);
  const downloads = [...writer.downloads].sort(({path: a}, {path: b}) => (a < b ? -1 : 1));
  const {settings, sources} = report;
  return {settings, sources, pages: written, downloads, numbers: writer.numbers, recommendations};
}

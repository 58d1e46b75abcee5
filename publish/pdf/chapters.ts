import {parseHTML} from "linkedom";
import type {PublishedPage} from "../../src/pages/publication.ts";
import {ownIds} from "./ownIds.ts";
import {isOnePager, onePager} from "./onePagers.ts";
import {pageHtml} from "./pageMarkdown.ts";
import type {FigureTable} from "./printFigures.ts";
import {printFigures} from "./printFigures.ts";
import {printHalos} from "./printHalos.ts";
import {printHatches} from "./printHatches.ts";
import {printHeadings} from "./printHeadings.ts";
import type {LinkPlaces} from "./printLinks.ts";
import {printLinks} from "./printLinks.ts";
import {printTables} from "./printTables.ts";

/** A page of the report made for paper. */
export interface Chapter {
  /** Id of its heading in the print, and the beginning of every other id in it. */
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly html: string;
  /**
   * Pages of a planned chapter are divided beforehand; one of one page leaves out figures that have no room, since
   * their values stand at the end of the report; a flowing one breaks where a page is full.
   */
  readonly layout: "planned" | "one-page" | "flowing";
  /** Tables that stood folded under figures; they are printed after the last chapter. */
  readonly tables: readonly FigureTable[];
}

/** What is of use on a screen only. */
const screenOnly =
  "script, noscript, template, button, input, select, textarea, form, iframe, dialog, [hidden], .screen-only:not(.chart-narrow)";

/**
 * The report's pages as chapters, in reading order; links between them point into the same document. A page of which
 * nothing but its heading is for paper is no chapter.
 */
export function chapters(pages: readonly PublishedPage[]): Chapter[] {
  const drafts = pages
    .map((page) => {
      const id = chapterId(page.path);
      const body = parseBody(pageHtml(page.markdown));
      for (const element of body.querySelectorAll(screenOnly)) element.remove();
      const title = printHeadings(body, page.title);
      ownIds(body, id);
      body.querySelector("h1")?.setAttribute("id", id);
      return {page, id, body, title};
    })
    .filter(({body}) => body.children.length > 1);
  const places: LinkPlaces = new Map(drafts.map(({page, id, body}) => [page.path, {id, ids: idsIn(body)}]));
  return drafts.map(({page, id, body, title}) => {
    printLinks(body, page.path, places);
    if (isOnePager(page.path)) onePager(body);
    printTables(body);
    printHatches(body);
    printHalos(body);
    for (const part of body.querySelectorAll("dt, dd")) asParagraph(part);
    const tables = printFigures(body);
    const layout = isOnePager(page.path) ? "one-page" : "planned";
    return {id, title, group: page.group, html: body.innerHTML, layout, tables};
  });
}

/** `profiles/pet-owner` as `profiles.pet-owner`: one word, since it names a place in the PDF. */
export function chapterId(path: string): string {
  return path.replaceAll("/", ".");
}

function parseBody(html: string): HTMLElement {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
}

/** Chromium knows no definition lists: without a paragraph in it the text would be no element of the structure. */
function asParagraph(part: Element): void {
  if (part.querySelector("p, ul, ol, table, div")) return;
  const paragraph = part.ownerDocument.createElement("p");
  paragraph.append(...part.childNodes);
  part.append(paragraph);
}

function idsIn(body: HTMLElement): Set<string> {
  return new Set([...body.querySelectorAll("[id]")].map(({id}) => id));
}

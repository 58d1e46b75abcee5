import {parseHTML} from "linkedom";
import {UserError} from "../../data-loaders/config/problem.ts";
import {suggestion} from "../../data-loaders/config/suggestion.ts";
import {escapeHtml} from "../../src/charts/escapeText.ts";
import {longDate} from "../../src/figures/longDate.ts";
import type {Publication} from "../../src/pages/publication.ts";
import {chapterId, chapters} from "./chapters.ts";
import type {Chapter} from "./chapters.ts";
import {shortenCards} from "./onePagers.ts";
import {chapterClass} from "./pageRules.ts";
import type {PrintDocument} from "./printDocument.ts";
import {printDocument, versionWords} from "./printDocument.ts";

/**
 * What an executive reads: the parts of the report that `summary` in config/report.yaml names, each on one page. Links
 * lead to one another, or tell the page of the report.
 * @param places page of each named place in the printed report
 * @throws UserError naming a part that the report does not have
 */
export function summaryDocument(
  publication: Publication,
  contentHash: string,
  places: ReadonlyMap<string, number>
): PrintDocument {
  const {settings} = publication;
  const all = new Map(chapters(publication.pages).map((chapter) => [chapter.id, chapter]));
  const parts = settings.summary.map((place, at) => summaryPart(place, at, all));
  for (const {body} of parts) {
    shortenCards(body, /^(do this|test it)\b/i);
    markSpared(body);
  }
  const own = new Set(parts.flatMap(({body}) => [...body.querySelectorAll("[id]")].map(({id}) => id)));
  for (const {body} of parts) {
    linkWithin(body, own, places);
    keepUpright(body);
  }
  const sections = parts.map(
    ({body}, at) =>
      `<section class="chapter ${chapterClass(at)} planned one-page strict">\n${at === 0 ? head(publication) : ""}${body.innerHTML}</section>`
  );
  return printDocument({
    title: `${settings.title}, summary · ${versionWords(publication)}`,
    body: sections.join("\n"),
    running: parts.map(({title}) => ({title, onePage: true})),
    contentHash,
    publication
  });
}

interface SummaryPart {
  readonly title: string;
  readonly body: HTMLElement;
}

/** `when#ad-schedule`: the page's heading and answer, and what is named of it; `when`: the page whole. */
function summaryPart(place: string, at: number, all: ReadonlyMap<string, Chapter>): SummaryPart {
  const [path = "", ...names] = place.split("#");
  const chapter = all.get(chapterId(path));
  if (!chapter)
    throw unknown(
      place,
      at,
      "page",
      path,
      [...all.keys()].map((id) => id.replaceAll(".", "/"))
    );
  const body = parseHTML(`<!doctype html><html><body>${chapter.html}</body></html>`).document.body;
  if (names.length > 0) {
    const ids = [...body.querySelectorAll("[id]")].map(({id}) => id);
    const kept = new Set([
      ...answerOf(body),
      ...names.flatMap((name) => named(body, `${chapter.id}--${name}`))
    ]);
    for (const name of names)
      if (!ids.includes(`${chapter.id}--${name}`)) {
        const known = ids.map((id) => id.slice(chapter.id.length + 2));
        throw unknown(place, at, "figure or heading", name, known);
      }
    for (const child of [...body.children]) if (!kept.has(child)) child.remove();
  }
  return {title: chapter.title, body};
}

function unknown(place: string, at: number, kind: string, name: string, known: readonly string[]): UserError {
  const message = `"${place}": the report has no ${kind} "${name}"${suggestion(name, known)}`;
  return new UserError({file: "config/report.yaml", path: `summary[${at}]`, message});
}

/** The first heading and the paragraphs that answer it. */
function answerOf(body: HTMLElement): Element[] {
  const first = body.querySelector("h1");
  const answer: Element[] = first ? [first] : [];
  for (let next = first?.nextElementSibling; next?.localName === "p"; next = next.nextElementSibling)
    answer.push(next);
  return answer;
}

/** The block that an id stands in; for a heading, all that it heads. */
function named(body: HTMLElement, id: string): Element[] {
  const element = body.querySelector(`[id="${id}"]`);
  const block = [...body.children].find((child) => child === element || child.contains(element));
  if (!block || !element) return [];
  const level = /^h([1-6])$/.exec(block.localName)?.[1];
  if (!level) return [block];
  const section = [block];
  for (let next = block.nextElementSibling; next; next = next.nextElementSibling) {
    const below = /^h([1-6])$/.exec(next.localName)?.[1];
    if (below && below <= level) break;
    section.push(next);
  }
  return section;
}

/** Links to what the summary does not hold become text, with the page of the report. */
function linkWithin(body: HTMLElement, own: ReadonlySet<string>, places: ReadonlyMap<string, number>): void {
  for (const note of body.querySelectorAll(".figure-values")) note.remove();
  for (const link of body.querySelectorAll("a")) {
    const target = (link.getAttribute("href") ?? "").slice(1);
    if (own.has(target) || !link.getAttribute("href")?.startsWith("#")) continue;
    for (const reference of link.querySelectorAll(".page-reference")) reference.remove();
    const words = link.ownerDocument.createElement("span");
    words.append(...link.childNodes);
    const page = places.get(target);
    if (page !== undefined) {
      const reference = link.ownerDocument.createElement("span");
      reference.setAttribute("class", "page-reference");
      reference.textContent = ` (report, page ${page})`;
      words.append(reference);
    }
    link.replaceWith(words);
  }
}

/** What a full page does without, and what a fuller one: how a recommendation is tested, then what it asks for. */
function markSpared(body: HTMLElement): void {
  for (const list of body.querySelectorAll(".recommendation > ul")) {
    list.classList.add("spared-second");
    for (const item of list.children)
      if (/^test it\b/i.test(item.textContent?.trim() ?? "")) item.classList.add("spared-first");
  }
}

/** A table that would turn the page is set smaller instead: each part has one page. */
function keepUpright(body: HTMLElement): void {
  for (const box of body.querySelectorAll("div.wide")) {
    for (const table of box.querySelectorAll("table.wide")) table.setAttribute("class", "dense tiny short");
    box.replaceWith(...box.childNodes);
  }
}

function head(publication: Publication): string {
  const {organisation, title, audience, date} = publication.settings;
  const words = [audience, versionWords(publication), longDate(date)].map(escapeHtml).join(" · ");
  return `<div class="summary-head"><p class="summary-title">${escapeHtml(organisation)}: ${escapeHtml(title)}</p><p class="summary-facts">Summary for ${words}</p></div>\n`;
}

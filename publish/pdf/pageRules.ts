import type {ReportSettings} from "../../data-loaders/config/report.ts";
import type {PrintArea} from "./layout/measureChapters.ts";

type Paper = ReportSettings["paper"];

/** Width and height in millimetres. */
const sizes: Readonly<Record<Paper, readonly [number, number]>> = {A4: [210, 297], letter: [215.9, 279.4]};
/** At the head, at the sides and at the foot, in millimetres. */
export const pageMargins = {top: 23, side: 22, foot: 21} as const;

/** By how much the margins at head and foot are narrower on a page that has to hold a whole chapter. */
const closer = 4;

/** What runs at the head of a chapter's pages, and whether it has to stand on one. */
export interface RunningTitle {
  readonly title: string;
  readonly onePage?: boolean;
}

/** What a page holds within its margins. */
export function printArea(paper: Paper): PrintArea {
  const [width, height] = sizes[paper];
  const inside = height - pageMargins.top - pageMargins.foot;
  return {width: width - 2 * pageMargins.side, height: inside, onePage: inside + 2 * closer};
}

/**
 * `@page` rules: paper size, what runs in the margins, and one named page per chapter, since that is the only way
 * Chromium can print a running chapter title. Tables too wide for it turn the page.
 */
export function pageRules(paper: Paper, footer: string, titles: readonly RunningTitle[]): string {
  const {top, side, foot} = pageMargins;
  const below = `@bottom-left{content:${cssString(footer)}}@bottom-right{content:counter(page) " of " counter(pages)}`;
  return [
    `@page{size:${paper};margin:${top}mm ${side}mm ${foot}mm;${below}}`,
    `@page cover{@top-left{content:none}@bottom-left{content:none}@bottom-right{content:none}}`,
    `.cover{height:${printArea(paper).height - 1}mm}`,
    ...titles.map((running, at) => chapterRules(paper, at, running))
  ].join("\n");
}

/** Class of the chapter at this place in reading order. */
export function chapterClass(at: number): string {
  return `chapter-${at}`;
}

function chapterRules(paper: Paper, at: number, {title, onePage = false}: RunningTitle): string {
  const name = chapterClass(at);
  const running = `@top-left{content:${cssString(title)}}`;
  const {top, side, foot} = pageMargins;
  const margin = onePage ? `margin:${top - closer}mm ${side}mm ${foot - closer}mm;` : "";
  return [
    `@page ${name}{${margin}${running}}`,
    `@page ${name}-wide{size:${paper} landscape;${running}}`,
    `.${name}{page:${name}}`,
    `.${name} div.wide,.${name} section.wide{page:${name}-wide}`
  ].join("\n");
}

/** Text as a CSS string: every character that could end it is written by its number. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>\p{Cc}\u2028\u2029]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}

import type {ReportSettings} from "../../data-loaders/config/report.ts";

/**
 * `@page` rules: paper size, what runs in the margins, and one named page per chapter, since that is the only way
 * Chromium can print a running chapter title. Tables too wide for it turn the page.
 */
export function pageRules({paper, title, version}: ReportSettings, titles: readonly string[]): string {
  const footer = `@bottom-left{content:${cssString(`${title} · version ${version}`)}}@bottom-right{content:counter(page) " of " counter(pages)}`;
  return [
    `@page{size:${paper};${footer}}`,
    `@page cover{@top-left{content:none}@bottom-left{content:none}@bottom-right{content:none}}`,
    ...titles.map((running, at) => chapterRules(paper, at, running))
  ].join("\n");
}

/** Class of the chapter at this place in reading order. */
export function chapterClass(at: number): string {
  return `chapter-${at}`;
}

function chapterRules(paper: string, at: number, title: string): string {
  const name = chapterClass(at);
  const running = `@top-left{content:${cssString(title)}}`;
  return [
    `@page ${name}{${running}}`,
    `@page ${name}-wide{size:${paper} landscape;${running}}`,
    `.${name}{page:${name}}`,
    `.${name} div.wide,.${name} section.wide{page:${name}-wide}`
  ].join("\n");
}

/** Text as a CSS string: every character that could end it is written by its number. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>\p{Cc}\u2028\u2029]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}

import {markedBoxes} from "../../publish/pdf/markedBoxes.ts";
import type {ReadPage, ReadPdf} from "./readPdf.ts";

/** Points of paper that belong to the margins at head and foot (publish/pdf/pageRules.ts). */
const margins = {top: (23 * 72) / 25.4, foot: (21 * 72) / 25.4};

/** Share of a page's height, within its margins, down to which its content reaches. */
export function pageFill({operations, height}: ReadPage): number {
  const feet = [...markedBoxes(operations).values()].map(([, bottom]) => bottom);
  const room = height - margins.top - margins.foot;
  return feet.length === 0 ? 0 : (height - margins.top - Math.max(Math.min(...feet), margins.foot)) / room;
}

/**
 * Pages more than half empty without a reason, from 1. Reasons: it is the cover, the chapter ends on it, or a table
 * that turns the page stands on it or comes next.
 */
export function emptyPages(pdf: ReadPdf): number[] {
  const chapters = new Set(pdf.elements.filter(({type}) => type === "H1").map(({pages}) => pages[0] ?? 0));
  const isTurned = (page: ReadPage | undefined) => page !== undefined && page.width > page.height;
  return pdf.pages.flatMap((page, at) => {
    const next = pdf.pages[at + 1];
    const ends = !next || chapters.has(at + 2);
    const reason = at === 0 || ends || isTurned(page) || isTurned(next);
    return !reason && pageFill(page) < 0.5 ? [at + 1] : [];
  });
}

import {halfEmptyPages, pageFill} from "../../publish/pdf/layout/halfEmptyPages.ts";
import {markedBoxes} from "../../publish/pdf/markedBoxes.ts";
import type {ReadPage, ReadPdf} from "./readPdf.ts";

const filled = ({width, height, operations}: ReadPage) => ({
  width,
  height,
  boxes: markedBoxes(operations).values()
});

/** Share of a page's height, within its margins, down to which its content reaches. */
export function fillOf(page: ReadPage): number {
  return pageFill(filled(page));
}

/** Pages more than half empty without a reason, from 1, as the file says it. */
export function emptyPages(pdf: ReadPdf): number[] {
  const chapters = new Set(pdf.elements.filter(({type}) => type === "H1").map(({pages}) => pages[0] ?? 0));
  return halfEmptyPages(pdf.pages.map(filled), chapters).flatMap(({page, reason}) => (reason ? [] : [page]));
}

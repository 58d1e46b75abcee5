import {PDFDict, PDFHexString, PDFName, PDFString} from "@cantoo/pdf-lib";
import type {PDFDocument} from "@cantoo/pdf-lib";

/**
 * Writes the bookmarks as the headings are written: where a heading breaks into lines, Chromium's bookmark joins the
 * last word of one and the first of the next.
 * @param headings texts of all headings, in order
 */
export function spellBookmarks({catalog}: PDFDocument, headings: readonly string[]): void {
  const waiting = [...headings];
  const visit = (parent: PDFDict | undefined) => {
    for (let item = child(parent, "First"); item; item = child(item, "Next")) {
      const title = item.lookup(PDFName.of("Title"));
      const written = title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : "";
      const at = waiting.findIndex((heading) => closed(heading) === closed(written));
      if (at >= 0)
        item.set(PDFName.of("Title"), PDFHexString.fromText(waiting.splice(0, at + 1).at(-1) ?? written));
      visit(item);
    }
  };
  visit(catalog.lookupMaybe(PDFName.of("Outlines"), PDFDict));
}

function child(item: PDFDict | undefined, name: string): PDFDict | undefined {
  return item?.lookupMaybe(PDFName.of(name), PDFDict);
}

function closed(text: string): string {
  return text.replace(/\s+/g, "");
}

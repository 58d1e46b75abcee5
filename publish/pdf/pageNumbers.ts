import {PDFArray, PDFDict, PDFName, PDFRef} from "@cantoo/pdf-lib";
import type {PDFDocument} from "@cantoo/pdf-lib";

/** Where the named places of a PDF are. */
export interface PageNumbers {
  /** The page each stands on, counted from 1. */
  readonly places: ReadonlyMap<string, number>;
  readonly pages: number;
}

/** Reads the dictionary of named places that Chromium writes for every target of a link. */
export function pageNumbers(document: PDFDocument): PageNumbers {
  const pages = new Map(document.getPages().map(({ref}, at) => [ref.toString(), at + 1]));
  const targets = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const numbers = new Map<string, number>();
  for (const [name, value] of targets?.entries() ?? []) {
    const target = document.context.lookup(value);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const number = page instanceof PDFRef ? pages.get(page.toString()) : undefined;
    if (number !== undefined) numbers.set(name.decodeText(), number);
  }
  return {places: numbers, pages: pages.size};
}

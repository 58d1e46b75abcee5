import {PDFDict, PDFHexString, PDFName, PDFString} from "@cantoo/pdf-lib";
import type {PDFDocument, PDFPage} from "@cantoo/pdf-lib";
import {spellBookmarks} from "./bookmarks.ts";
import {compactStructure} from "./compactStructure.ts";
import {compactText} from "./compactText.ts";
import {dropRepeats} from "./dropRepeats.ts";
import {placeFigures} from "./figureBoxes.ts";
import type {Box} from "./markedBoxes.ts";
import type {HalfEmptyPage} from "./layout/halfEmptyPages.ts";
import {halfEmptyPages} from "./layout/halfEmptyPages.ts";
import {leanFonts} from "./leanFonts.ts";
import {markedBoxes} from "./markedBoxes.ts";
import {pageArtifacts} from "./pageArtifacts.ts";
import {pageNumbers} from "./pageNumbers.ts";
import type {PdfDescription} from "./pdfMetadata.ts";
import {describePdf} from "./pdfMetadata.ts";
import {pdfFile} from "./pdfFile.ts";
import {
  glyphWidths,
  isTaggedForm,
  mendQuotes,
  pageContent,
  setPageContent,
  spaceCodes
} from "./pageStreams.ts";
import {dropRepeatedHeads} from "./repeatedHeads.ts";
import {mendStructure} from "./structureTree.ts";
import {wordBreaks} from "./wordBreaks.ts";

/** What comes out of the browser. */
export interface Print {
  readonly pdf: PDFDocument;
  /** Texts of all headings, in order. */
  readonly headings: readonly string[];
  /** Names of the places where chapters begin. */
  readonly chapters: readonly string[];
}

/** A file ready to be written, and what is to be told of it. */
export interface ArchivalPdf {
  readonly bytes: Uint8Array;
  readonly halfEmpty: readonly HalfEmptyPage[];
}

/**
 * Chromium's tagged PDF made fit for an archive and for reading aloud: PDF/UA-1 and PDF/A-2a, and the same bytes for
 * the same print. Chromium leaves out what a print from HTML can't say: metadata, roles, artifacts, link texts.
 */
export async function archivalPdf(
  {pdf: document, headings, chapters}: Print,
  description: PdfDescription
): Promise<ArchivalPdf> {
  mendStructure(document);
  const dropped = dropRepeatedHeads(document);
  const {places} = pageNumbers(document);
  const boxes = new Map<string, ReadonlyMap<number, Box>>();
  for (const page of document.getPages()) {
    const content = pageContent(page);
    boxes.set(page.ref.toString(), markedBoxes(content));
    const tags = {
      isTagged: (form: string) => isTaggedForm(page, form),
      dropped: dropped.get(page.ref.toString()) ?? new Set()
    };
    const marked = pageArtifacts(wordBreaks(content, spaceCodes(page)), tags);
    setPageContent(page, dropRepeats(compactText(marked, glyphWidths(page))));
    mendQuotes(page);
    nameLinks(page, places);
  }
  placeFigures(document, boxes);
  spellBookmarks(document, headings);
  compactStructure(document);
  leanFonts(document.context);
  describePdf(document, description);
  const filled = document.getPages().map((page) => ({
    ...page.getSize(),
    boxes: boxes.get(page.ref.toString())?.values() ?? []
  }));
  const halfEmpty = halfEmptyPages(filled, new Set(chapters.map((name) => places.get(name) ?? 0)));
  return {bytes: await pdfFile(document.context), halfEmpty};
}

/** Says of every link where it leads (PDF/UA-1, 7.18.5), and lets the tab key follow the structure. */
function nameLinks({node}: PDFPage, places: ReadonlyMap<string, number>): void {
  const links = node.Annots()?.asArray() ?? [];
  for (const link of links.map((ref) => node.context.lookup(ref))) {
    if (!(link instanceof PDFDict)) continue;
    const place = link.lookup(PDFName.of("Dest"));
    const address = link.lookupMaybe(PDFName.of("A"), PDFDict)?.lookup(PDFName.of("URI"));
    const says =
      place instanceof PDFName
        ? `Page ${places.get(place.decodeText()) ?? ""}`
        : address instanceof PDFString
          ? address.decodeText()
          : "Link";
    link.set(PDFName.of("Contents"), PDFHexString.fromText(says));
  }
  if (links.length > 0) node.set(PDFName.of("Tabs"), PDFName.of("S"));
}

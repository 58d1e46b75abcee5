import {PDFDict, PDFDocument, PDFHexString, PDFName, PDFString} from "@cantoo/pdf-lib";
import type {PDFPage} from "@cantoo/pdf-lib";
import {spellBookmarks} from "./bookmarks.ts";
import {dropUnreachable} from "./dropUnreachable.ts";
import {placeFigures} from "./figureBoxes.ts";
import type {Box} from "./markedBoxes.ts";
import {markedBoxes} from "./markedBoxes.ts";
import {pageArtifacts} from "./pageArtifacts.ts";
import {pageNumbers} from "./pageNumbers.ts";
import type {PdfDescription} from "./pdfMetadata.ts";
import {describePdf} from "./pdfMetadata.ts";
import {isTaggedForm, mendQuotes, pageContent, setPageContent, spaceCodes} from "./pageStreams.ts";
import {dropRepeatedHeads} from "./repeatedHeads.ts";
import {mendStructure} from "./structureTree.ts";
import {wordBreaks} from "./wordBreaks.ts";

/** What comes out of the browser. */
export interface Print {
  readonly pdf: Uint8Array;
  /** Texts of all headings, in order. */
  readonly headings: readonly string[];
}

/**
 * Chromium's tagged PDF made fit for an archive and for reading aloud: PDF/UA-1 and PDF/A-2a, and the same bytes for
 * the same print. Chromium leaves out what a print from HTML can't say: metadata, roles, artifacts, link texts.
 */
export async function archivalPdf(
  {pdf: print, headings}: Print,
  description: PdfDescription
): Promise<Uint8Array> {
  const document = await PDFDocument.load(print, {updateMetadata: false, throwOnInvalidObject: true});
  mendStructure(document);
  const dropped = dropRepeatedHeads(document);
  const {places} = await pageNumbers(print);
  const boxes = new Map<string, ReadonlyMap<number, Box>>();
  for (const page of document.getPages()) {
    const content = pageContent(page);
    boxes.set(page.ref.toString(), markedBoxes(content));
    const tags = {
      isTagged: (form: string) => isTaggedForm(page, form),
      dropped: dropped.get(page.ref.toString()) ?? new Set()
    };
    setPageContent(page, pageArtifacts(wordBreaks(content, spaceCodes(page)), tags));
    mendQuotes(page);
    nameLinks(page, places);
  }
  placeFigures(document, boxes);
  spellBookmarks(document, headings);
  describePdf(document, description);
  dropUnreachable(document.context);
  return document.save({useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false});
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

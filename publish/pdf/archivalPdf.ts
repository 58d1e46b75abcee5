import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  decodePDFRawStream
} from "@cantoo/pdf-lib";
import type {PDFContext, PDFObject, PDFPage} from "@cantoo/pdf-lib";
import type {Operation} from "./contentStream.ts";
import {contentStream, operations} from "./contentStream.ts";
import {dropUnreachable} from "./dropUnreachable.ts";
import {placeFigures} from "./figureBoxes.ts";
import type {Box} from "./markedBoxes.ts";
import {markedBoxes} from "./markedBoxes.ts";
import {pageArtifacts} from "./pageArtifacts.ts";
import {pageNumbers} from "./pageNumbers.ts";
import type {PdfDescription} from "./pdfMetadata.ts";
import {describePdf} from "./pdfMetadata.ts";
import {dropRepeatedHeads} from "./repeatedHeads.ts";
import {mendStructure} from "./structureTree.ts";

/**
 * Chromium's tagged PDF made fit for an archive and for reading aloud: PDF/UA-1 and PDF/A-2a, and the same bytes for
 * the same print. Chromium leaves out what a print from HTML can't say: metadata, roles, artifacts, link texts.
 */
export async function archivalPdf(print: Uint8Array, description: PdfDescription): Promise<Uint8Array> {
  const document = await PDFDocument.load(print, {updateMetadata: false, throwOnInvalidObject: true});
  mendStructure(document);
  const dropped = dropRepeatedHeads(document);
  const {places} = await pageNumbers(print);
  const boxes = new Map<string, ReadonlyMap<number, Box>>();
  for (const page of document.getPages()) {
    const content = pageContent(page);
    boxes.set(page.ref.toString(), markedBoxes(content));
    markArtifacts(page, content, dropped.get(page.ref.toString()) ?? new Set());
    nameLinks(page, places);
  }
  placeFigures(document, boxes);
  describePdf(document, description);
  dropUnreachable(document.context);
  return document.save({useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false});
}

function pageContent({node}: PDFPage): Operation[] {
  return operations(
    streams(node.context, node.get(PDFName.of("Contents")))
      .map(streamText)
      .join("\n")
  );
}

function markArtifacts({node}: PDFPage, content: readonly Operation[], dropped: ReadonlySet<number>): void {
  const forms = node.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const isTagged = (form: string) => /\bBDC\b/.test(streamText(forms?.lookup(PDFName.of(form))));
  const marked = contentStream(pageArtifacts(content, {isTagged, dropped}));
  node.set(
    PDFName.of("Contents"),
    node.context.register(node.context.flateStream(Buffer.from(marked, "latin1")))
  );
}

function streams(context: PDFContext, contents: PDFObject | undefined): PDFObject[] {
  const found = contents ? context.lookup(contents) : undefined;
  if (found instanceof PDFArray) return found.asArray().flatMap((item) => streams(context, item));
  return found ? [found] : [];
}

/** A stream's content, one character per byte; nothing when it is none. */
function streamText(stream: PDFObject | undefined): string {
  return stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1")
    : "";
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

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
import {contentStream, operations} from "./contentStream.ts";
import {dropUnreachable} from "./dropUnreachable.ts";
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
  for (const page of document.getPages()) {
    markArtifacts(page, dropped.get(page.ref.toString()) ?? new Set());
    nameLinks(page, places);
  }
  describePdf(document, description);
  dropUnreachable(document.context);
  return document.save({useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false});
}

function markArtifacts({node}: PDFPage, dropped: ReadonlySet<number>): void {
  const {context} = node;
  const forms = node.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const isTagged = (form: string) => /\bBDC\b/.test(streamText(forms?.lookup(PDFName.of(form))));
  const content = streams(context, node.get(PDFName.of("Contents")))
    .map(streamText)
    .join("\n");
  const marked = contentStream(pageArtifacts(operations(content), {isTagged, dropped}));
  node.set(PDFName.of("Contents"), context.register(context.flateStream(Buffer.from(marked, "latin1"))));
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

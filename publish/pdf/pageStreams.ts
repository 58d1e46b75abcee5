import {PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, decodePDFRawStream} from "@cantoo/pdf-lib";
import type {PDFObject, PDFPage} from "@cantoo/pdf-lib";
import type {Operation} from "./contentStream.ts";
import {contentStream, operations} from "./contentStream.ts";
import {fontLetters, withPlainQuotes} from "./fontLetters.ts";

/** A stream's content, one character per byte; nothing when it is none. */
export function streamText(stream: PDFObject | undefined): string {
  return stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1")
    : "";
}

/** What a page paints, in order. */
export function pageContent({node}: PDFPage): Operation[] {
  const contents = node.lookup(PDFName.of("Contents"));
  const parts =
    contents instanceof PDFArray ? contents.asArray().map((part) => node.context.lookup(part)) : [contents];
  return operations(parts.map(streamText).join("\n"));
}

export function setPageContent({node}: PDFPage, content: readonly Operation[]): void {
  const stream = node.context.flateStream(Buffer.from(contentStream(content), "latin1"));
  node.set(PDFName.of("Contents"), node.context.register(stream));
}

/** True for a form of the page that holds tagged content itself. */
export function isTaggedForm({node}: PDFPage, form: string): boolean {
  const forms = node.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  return /\bBDC\b/.test(streamText(forms?.lookup(PDFName.of(form))));
}

/** Code of the space in each font of the page that has one, by the font's name there. */
export function spaceCodes({node}: PDFPage): Map<string, string> {
  const fonts = node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const codes = new Map<string, string>();
  for (const [name, font] of fonts?.entries() ?? []) {
    const resolved = node.context.lookup(font);
    const letters = fontLetters(
      streamText(resolved instanceof PDFDict ? resolved.lookup(toUnicode) : undefined)
    );
    const space = [...letters].find(([, letter]) => letter === " ");
    if (space) codes.set(name.decodeText(), space[0]);
  }
  return codes;
}

const toUnicode = PDFName.of("ToUnicode");

/** Mends what the fonts of the page say of their quotation marks. */
export function mendQuotes({node}: PDFPage): void {
  const fonts = node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  for (const font of fonts?.values() ?? []) {
    const resolved = node.context.lookup(font);
    const ref = resolved instanceof PDFDict ? resolved.get(toUnicode) : undefined;
    const map = ref && streamText(node.context.lookup(ref));
    if (!map || !(ref instanceof PDFRef)) continue;
    const mended = withPlainQuotes(map);
    if (mended !== map) node.context.assign(ref, node.context.flateStream(Buffer.from(mended, "latin1")));
  }
}

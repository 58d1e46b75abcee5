import {deflateSync} from "node:zlib";
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  decodePDFRawStream
} from "@cantoo/pdf-lib";
import type {PDFObject, PDFPage} from "@cantoo/pdf-lib";
import type {GlyphWidths} from "./compactText.ts";
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
  const packed = deflateSync(Buffer.from(contentStream(content), "latin1"), {level: 9});
  const stream = node.context.stream(packed, {Filter: "FlateDecode"});
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

/** How wide the glyphs of each font of the page are, by the font's name there (ISO 32000-1, 9.7.4.3). */
export function glyphWidths({node}: PDFPage): Map<string, GlyphWidths> {
  const fonts = node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const found = new Map<string, GlyphWidths>();
  for (const [name, ref] of fonts?.entries() ?? []) {
    const font = node.context.lookup(ref);
    const list = font instanceof PDFDict ? font.lookup(PDFName.of("DescendantFonts")) : undefined;
    const inner = list instanceof PDFArray ? list.lookup(0, PDFDict) : undefined;
    if (inner) found.set(name.decodeText(), widthsOf(inner));
  }
  return found;
}

function widthsOf(font: PDFDict): GlyphWidths {
  const list = font.lookupMaybe(PDFName.of("W"), PDFArray)?.asArray() ?? [];
  const entry = (at: number): unknown => {
    const value = font.context.lookup(list[at]);
    return value instanceof PDFNumber ? value.asNumber() : value;
  };
  const widths = new Map<number, number>();
  for (let at = 0; at < list.length; ) {
    const first = Number(entry(at));
    const next = entry(at + 1);
    if (next instanceof PDFArray) {
      next.asArray().forEach((width, place) => {
        if (width instanceof PDFNumber) widths.set(first + place, width.asNumber());
      });
      at += 2;
    } else {
      for (let code = first; code <= Number(next); code++) widths.set(code, Number(entry(at + 2)));
      at += 3;
    }
  }
  return {widths, missing: font.lookupMaybe(PDFName.of("DW"), PDFNumber)?.asNumber() ?? 1000};
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

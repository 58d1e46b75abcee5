import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  decodePDFRawStream
} from "@cantoo/pdf-lib";
import type {PDFObject} from "@cantoo/pdf-lib";
import type {Operation} from "../../publish/pdf/contentStream.ts";
import {operations} from "../../publish/pdf/contentStream.ts";
import {fontLetters} from "../../publish/pdf/fontLetters.ts";
import {markedBoxes} from "../../publish/pdf/markedBoxes.ts";

/** A page as a reader's program sees it. */
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  /** Everything it shows, in the order of painting. */
  readonly text: string;
  /** What the structure does not know: running titles, page numbers. */
  readonly artifacts: string;
  readonly operations: readonly Operation[];
}

/** An element of the structure: what reading aloud follows. */
export interface ReadElement {
  readonly type: string;
  readonly text: string;
  /** Pages its content stands on, counted from 1. */
  readonly pages: readonly number[];
  /** From where to where on the last of them, in points from the foot; NaN when it paints nothing. */
  readonly bottom: number;
  readonly top: number;
  readonly alt: string;
  readonly kids: readonly ReadElement[];
  /** For a link: the place or the address it leads to. */
  readonly target: string;
}

export interface ReadPdf {
  readonly document: PDFDocument;
  readonly pages: readonly ReadPage[];
  /** All elements, in reading order. */
  readonly elements: readonly ReadElement[];
  readonly bookmarks: readonly {readonly title: string; readonly page: number}[];
  /** Page of each named place, from 1. */
  readonly places: ReadonlyMap<string, number>;
}

/** Reads a PDF without its maker's code, but for taking content and fonts apart. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, {updateMetadata: false, throwOnInvalidObject: true});
  const numbers = new Map(document.getPages().map(({ref}, at) => [ref.toString(), at + 1]));
  const shown = document.getPages().map(({node}) => shownText(node));
  const boxes = shown.map(({page}) => markedBoxes(page.operations));
  const pages = document.getPages().map((page, at) => ({
    width: page.getWidth(),
    height: page.getHeight(),
    ...shown[at]!.page
  }));
  const pageOf = (target: PDFObject | undefined) => {
    const list = target && document.context.lookup(target);
    const page = list instanceof PDFArray ? list.get(0) : undefined;
    return page instanceof PDFRef ? (numbers.get(page.toString()) ?? 0) : 0;
  };
  const places = new Map(
    (document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict)?.entries() ?? []).map(([name, value]) => [
      name.decodeText(),
      pageOf(value)
    ])
  );
  const marked = (page: PDFObject | undefined, mcid: number) => {
    const number = page instanceof PDFRef ? (numbers.get(page.toString()) ?? 0) : 0;
    const [, bottom, , top] = boxes[number - 1]?.get(mcid) ?? [0, Number.NaN, 0, Number.NaN];
    return {number, bottom, top, text: shown[number - 1]?.marked.get(mcid) ?? ""};
  };
  const root = document.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const elements = listed(root).flatMap((kid) => {
    const read = readElement(document, kid, undefined, marked);
    return read ? withKids(read) : [];
  });
  return {
    document,
    pages,
    elements,
    places,
    bookmarks: readBookmarks(document, (dest) =>
      dest instanceof PDFName ? (places.get(dest.decodeText()) ?? 0) : pageOf(dest)
    )
  };
}

function withKids(element: ReadElement): ReadElement[] {
  const kids = element.kids.flatMap(withKids);
  return [{...element, text: element.text.replace(/\s+/g, " ").trim()}, ...kids];
}

type Marked = (
  page: PDFObject | undefined,
  mcid: number
) => {number: number; text: string; bottom: number; top: number};

function readElement(
  document: PDFDocument,
  kid: PDFObject,
  page: PDFObject | undefined,
  marked: Marked
): ReadElement | undefined {
  const element = document.context.lookup(kid);
  if (!(element instanceof PDFDict) || !element.has(PDFName.of("S"))) return undefined;
  const here = element.get(PDFName.of("Pg")) ?? page;
  const kids: ReadElement[] = [];
  const pages = new Set<number>();
  let text = "";
  let target = "";
  let [bottom, top] = [Number.NaN, Number.NaN];
  const reach = (part: {readonly bottom: number; readonly top: number}) => {
    if (Number.isNaN(part.top)) return;
    bottom = Math.min(part.bottom, Number.isNaN(bottom) ? part.bottom : bottom);
    top = Math.max(part.top, Number.isNaN(top) ? part.top : top);
  };
  for (const child of listed(element)) {
    const inner = document.context.lookup(child);
    if (child instanceof PDFNumber || (inner instanceof PDFDict && inner.has(PDFName.of("MCID")))) {
      const mcid =
        child instanceof PDFNumber
          ? child.asNumber()
          : (inner as PDFDict).lookup(PDFName.of("MCID"), PDFNumber).asNumber();
      const found = marked(
        child instanceof PDFNumber ? here : ((inner as PDFDict).get(PDFName.of("Pg")) ?? here),
        mcid
      );
      pages.add(found.number);
      reach(found);
      text += found.text;
      continue;
    }
    if (inner instanceof PDFDict && inner.has(PDFName.of("Obj")))
      target = targetOf(inner.lookup(PDFName.of("Obj"), PDFDict));
    const read = readElement(document, child, here, marked);
    if (!read) continue;
    kids.push(read);
    reach(read);
    for (const number of read.pages) pages.add(number);
    text += read.text;
    target ||= read.target;
  }
  const type = element.lookup(PDFName.of("S"), PDFName).decodeText();
  return {
    type,
    text,
    pages: [...pages].sort((a, b) => a - b),
    bottom,
    top,
    alt: textOf(element.lookup(PDFName.of("Alt"))),
    kids,
    target: type === "Link" ? target : ""
  };
}

function targetOf(annotation: PDFDict): string {
  const place = annotation.lookup(PDFName.of("Dest"));
  if (place instanceof PDFName) return `#${place.decodeText()}`;
  return textOf(annotation.lookupMaybe(PDFName.of("A"), PDFDict)?.lookup(PDFName.of("URI")));
}

function readBookmarks(
  document: PDFDocument,
  pageOf: (dest: PDFObject | undefined) => number
): {title: string; page: number}[] {
  const found: {title: string; page: number}[] = [];
  const visit = (parent: PDFDict | undefined) => {
    for (
      let item = parent?.lookupMaybe(PDFName.of("First"), PDFDict);
      item;
      item = item.lookupMaybe(PDFName.of("Next"), PDFDict)
    ) {
      const action = item.lookupMaybe(PDFName.of("A"), PDFDict);
      found.push({
        title: textOf(item.lookup(PDFName.of("Title"))),
        page: pageOf(item.get(PDFName.of("Dest")) ?? action?.get(PDFName.of("D")))
      });
      visit(item);
    }
  };
  visit(document.catalog.lookupMaybe(PDFName.of("Outlines"), PDFDict));
  return found;
}

function listed(element: PDFDict): PDFObject[] {
  const kids = element.lookup(PDFName.of("K"));
  return kids instanceof PDFArray
    ? kids.asArray()
    : ([element.get(PDFName.of("K"))].filter(Boolean) as PDFObject[]);
}

/** Follows the fonts through a page's content and gives every shown glyph the letters its font says it stands for. */
function shownText(node: PDFDict & {Resources(): PDFDict | undefined}): {
  page: {text: string; artifacts: string; operations: Operation[]};
  marked: Map<number, string>;
} {
  const all = operations(streamText(node.lookup(PDFName.of("Contents"))));
  const fonts = node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const marked = new Map<number, string>();
  let letters = new Map<string, string>();
  let text = "";
  let artifacts = "";
  let mcid = -1;
  for (const {operator, operands} of all) {
    if (operator === "Tf")
      letters = fontLetters(
        streamText(
          fonts?.lookup(PDFName.of((operands[0] ?? "").slice(1)), PDFDict).lookup(PDFName.of("ToUnicode"))
        )
      );
    if (operator === "BDC") mcid = Number(/MCID (\d+)/.exec(operands[1] ?? "")?.[1] ?? -1);
    if (operator === "EMC") mcid = -1;
    if (operator !== "Tj" && operator !== "TJ") continue;
    const shown =
      [...(operands[0] ?? "").matchAll(/<([^>]*)>/g)]
        .flatMap(([, codes = ""]) => codes.match(/[\da-fA-F]{4}/g) ?? [])
        .map((code) => letters.get(code.toLowerCase()) ?? "\ufffd")
        .join("") ?? "";
    text += shown;
    if (mcid < 0) artifacts += shown;
    else marked.set(mcid, (marked.get(mcid) ?? "") + shown);
  }
  return {page: {text, artifacts, operations: all}, marked};
}

function streamText(stream: PDFObject | undefined): string {
  return stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1")
    : "";
}

function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
}

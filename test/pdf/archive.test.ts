import {PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFRawStream} from "@cantoo/pdf-lib";
import type {PDFObject} from "@cantoo/pdf-lib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Browser} from "puppeteer";
import {launchBrowser} from "../../publish/pdf/browser.ts";
import {fontLetters} from "../../publish/pdf/fontLetters.ts";
import {printPdf} from "../../publish/pdf/printPdf.ts";
import {reportDocument} from "../../publish/pdf/reportDocument.ts";
import {streamText} from "../../publish/pdf/pageStreams.ts";
import type {ReadPdf} from "./readPdf.ts";
import {readPdf} from "./readPdf.ts";
import {reportFixture} from "./reportFixture.ts";

/** What PDF/A-2a (ISO 19005-2) asks of the file, read off it by its clauses; tags are in structure.test.ts. */

let browser: Browser;
let pdf: ReadPdf;
let bytes: Buffer;
beforeAll(async () => {
  browser = await launchBrowser();
  const printed = await printPdf(reportDocument(reportFixture(), "1a2b3c4d"), "report.pdf", {browser});
  bytes = Buffer.from(printed.bytes);
  pdf = await readPdf(bytes);
}, 60_000);
afterAll(() => browser?.close());

const name = (text: string) => PDFName.of(text);
const get = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(name(key));
const catalog = () => pdf.document.catalog;
const objects = () => pdf.document.context.enumerateIndirectObjects().map(([, object]) => object);
const dicts = () =>
  objects().flatMap((object) =>
    object instanceof PDFDict ? [object] : object instanceof PDFRawStream ? [object.dict] : []
  );

/** How wide a glyph is, in thousandths of an em, as the font's own tables say (OpenType: head, hhea, hmtx). */
function advanceOf(font: Buffer): (glyph: number) => number {
  const table = (tag: string) => {
    for (let at = 12; ; at += 16)
      if (font.toString("latin1", at, at + 4) === tag) return font.readUInt32BE(at + 8);
  };
  const em = font.readUInt16BE(table("head") + 18);
  const metrics = font.readUInt16BE(table("hhea") + 34);
  const from = table("hmtx");
  return (glyph) => (font.readUInt16BE(from + 4 * Math.min(glyph, metrics - 1)) * 1000) / em;
}

describe("the file (ISO 19005-2)", () => {
  it("is marked as tagged, and shows its title", () => {
    expect(catalog().lookup(name("MarkInfo"), PDFDict).lookup(name("Marked"), PDFBool).asBoolean()).toBe(
      true
    );
    const preferences = catalog().lookup(name("ViewerPreferences"), PDFDict);
    expect(preferences.lookup(name("DisplayDocTitle"), PDFBool).asBoolean()).toBe(true);
  });

  it("has a colour profile of three colours for all it paints", () => {
    const intent = catalog().lookup(name("OutputIntents"), PDFArray).lookup(0, PDFDict);
    expect(get(intent, "S")).toBe(name("GTS_PDFA1"));
    const profile = get(intent, "DestOutputProfile");
    const bytes = profile instanceof PDFRawStream ? streamText(profile) : "";
    // ICC.1: the signature stands at byte 36, the class at 12, the colours at 16.
    expect([bytes.slice(36, 40), bytes.slice(12, 16), bytes.slice(16, 20)]).toEqual(["acsp", "mntr", "RGB "]);
    expect(bytes.length).toBe(Buffer.from(bytes.slice(0, 4), "latin1").readUInt32BE(0));
  });

  it("embeds every font, and says of every glyph which letter it is", () => {
    const fonts = dicts().filter(
      (dict) => get(dict, "Type") === name("Font") && get(dict, "Subtype") === name("Type0")
    );
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) {
      const inner = font.lookup(name("DescendantFonts"), PDFArray).lookup(0, PDFDict);
      expect(get(inner, "CIDToGIDMap")).toBe(name("Identity"));
      expect(inner.lookup(name("FontDescriptor"), PDFDict).has(name("CIDSet"))).toBe(false);
      const letters = fontLetters(streamText(get(font, "ToUnicode")));
      expect(letters.size).toBeGreaterThan(0);
      for (const letter of letters.values())
        expect(letter).not.toMatch(/[\0\ufeff\ufffe\ufffd\ue000-\uf8ff]/);
    }
    expect(dicts().some((dict) => get(dict, "Subtype") === name("Type3"))).toBe(false);
  });

  it("holds nothing that acts, hides or comes from elsewhere", () => {
    for (const key of ["OpenAction", "AA", "OCProperties", "AcroForm", "NeedsRendering"])
      expect(catalog().has(name(key))).toBe(false);
    for (const dict of dicts()) {
      for (const key of ["JS", "EF", "Alternates", "OPI", "TR", "HTP", "Ref"])
        expect(dict.has(name(key))).toBe(false);
      const action = get(dict, "S");
      if (dict.get(name("Type")) === name("Action")) expect([name("URI"), name("GoTo")]).toContain(action);
      expect(String(get(dict, "Filter") ?? "")).not.toMatch(/LZW|Crypt/);
      const mask = get(dict, "SMask");
      if (mask) expect(mask).toBe(name("None"));
    }
  });

  it("says how wide each glyph is as its font does (6.2.11.5), and shows none that stands for nothing (6.2.11.8)", () => {
    const fonts = dicts().filter((dict) => get(dict, "Subtype") === name("Type0"));
    expect(fonts.length).toBeGreaterThan(2);
    for (const whole of fonts) {
      const shown = fontLetters(streamText(get(whole, "ToUnicode")));
      const font = whole.lookup(name("DescendantFonts"), PDFArray).lookup(0, PDFDict);
      const file = font.lookup(name("FontDescriptor"), PDFDict).lookup(name("FontFile2"));
      const advance = advanceOf(Buffer.from(streamText(file), "latin1"));
      const list = font.lookup(name("W"), PDFArray);
      let compared = 0;
      for (let at = 0; at < list.size(); ) {
        const first = list.lookup(at, PDFNumber).asNumber();
        const next = list.lookup(at + 1);
        const widths = next instanceof PDFArray ? next.asArray().map(Number) : undefined;
        const last = widths ? first + widths.length - 1 : Number(next);
        for (let glyph = first; glyph <= last; glyph++) {
          if (!shown.has(glyph.toString(16).padStart(4, "0"))) continue;
          compared++;
          const said = widths ? widths[glyph - first]! : Number(list.lookup(at + 2));
          expect(Math.abs(said - advance(glyph))).toBeLessThanOrEqual(1);
        }
        at += widths ? 2 : 3;
      }
      expect(compared).toBeGreaterThan(5);
    }
    for (const {operations} of pdf.pages)
      for (const {operator, operands} of operations)
        if (operator === "Tj" || operator === "TJ")
          for (const [, codes = ""] of (operands[0] ?? "").matchAll(/<([^>]*)>/g))
            expect(codes.match(/.{4}/g)).not.toContain("0000");
  });

  it("paints in the colours of its profile (6.2.4) and blends as readers know (6.2.10)", () => {
    const painted = new Set(pdf.pages.flatMap(({operations}) => operations.map(({operator}) => operator)));
    for (const operator of ["k", "K", "cs", "CS", "sh", "BI", "ri", "PS"])
      expect(painted).not.toContain(operator);
    expect(painted).toContain("rg");
    for (const dict of dicts()) {
      const blend = get(dict, "BM");
      if (blend) expect(["/Normal", "/Compatible"]).toContain(String(blend));
      for (const key of ["ca", "CA"]) {
        const value = get(dict, key);
        if (value instanceof PDFNumber) expect(value.asNumber() >= 0 && value.asNumber() <= 1).toBe(true);
      }
      const group = get(dict, "Group");
      const space = group instanceof PDFDict ? get(group, "CS") : undefined;
      if (space) expect(String(space)).toBe("/DeviceRGB");
    }
  });

  it("begins as an archive asks (6.1.2), is not encrypted (6.1.3), and leaves no doubt about its tags", () => {
    expect(bytes.subarray(0, 7).toString("latin1")).toBe("%PDF-1.");
    const comment = bytes.subarray(bytes.indexOf(10) + 1);
    expect(comment[0]).toBe("%".charCodeAt(0));
    expect([...comment.subarray(1, 5)].every((byte) => byte > 127)).toBe(true);
    expect(bytes.toString("latin1")).not.toMatch(/\/Encrypt\b/);
    expect(bytes.toString("latin1").trimEnd().endsWith("%%EOF")).toBe(true);
    expect(catalog().lookup(name("MarkInfo"), PDFDict).has(name("Suspects"))).toBe(false);
    expect(String(get(catalog(), "Lang"))).toMatch(/^\([a-z]{2,3}(-[A-Za-z0-9]+)*\)$/);
  });

  it("says the same of itself in both places, with the identifiers of both standards", () => {
    const packet = catalog().lookup(name("Metadata"));
    const xmp = packet instanceof PDFRawStream ? Buffer.from(packet.contents).toString("utf8") : "";
    expect(packet instanceof PDFRawStream && packet.dict.has(name("Filter"))).toBe(false);
    const of = (tag: string) =>
      new RegExp(`<${tag}>(?:<rdf:\\w+>)?(?:<rdf:li[^>]*>)?([^<]*)<`).exec(xmp)?.[1];
    expect(of("dc:title")).toBe(pdf.document.getTitle());
    expect(of("dc:creator")?.replaceAll("&#38;", "&")).toBe(pdf.document.getAuthor());
    expect(of("pdf:Producer")).toBe(pdf.document.getProducer());
    expect(of("xmp:CreatorTool")).toBe(pdf.document.getCreator());
    expect(of("xmp:CreateDate")).toBe(pdf.document.getCreationDate()?.toISOString().replace(".000", ""));
    expect([of("pdfaid:part"), of("pdfaid:conformance"), of("pdfuaid:part")]).toEqual(["2", "A", "1"]);
    expect(xmp).toContain("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<");
    const ids = pdf.document.context.trailerInfo.ID;
    expect(ids instanceof PDFArray && ids.size()).toBe(2);
  });
});

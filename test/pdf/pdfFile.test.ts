import {PDFDocument, PDFName, PDFRawStream, decodePDFRawStream} from "@cantoo/pdf-lib";
import {describe, expect, it} from "vitest";
import {leanFont} from "../../publish/pdf/leanFonts.ts";
import {pdfFile} from "../../publish/pdf/pdfFile.ts";

/** Rows of a predicted index, put back by adding the row above (PNG, filter 2). */
function plainRows(coded: Buffer, columns: number): number[][] {
  const rows: number[][] = [];
  for (let at = 0; at < coded.length; at += columns + 1) {
    expect(coded[at]).toBe(2);
    const above = rows.at(-1);
    rows.push(
      [...coded.subarray(at + 1, at + 1 + columns)].map(
        (byte, column) => (byte + (above?.[column] ?? 0)) & 255
      )
    );
  }
  return rows;
}

describe("the file", () => {
  it("numbers objects without gaps, leaves out what nothing refers to, and indexes each where it stands", async () => {
    const document = await PDFDocument.create();
    for (let page = 0; page < 300; page++) document.addPage([200, 300]);
    document.context.register(document.context.obj({Nobody: "refers to this"}));
    document.setTitle("Three hundred pages");
    await document.flush();
    const bytes = Buffer.from(await pdfFile(document.context));
    const text = bytes.toString("latin1");
    expect(text).not.toContain("Nobody");
    const start = Number(/startxref\n(\d+)/.exec(text.slice(-64))?.[1]);
    const head = text.slice(start, text.indexOf("stream\n", start));
    const size = Number(/\/Size (\d+)/.exec(head)?.[1]);
    expect(head).toContain(`/Index [ 0 ${size} ]`);
    const widths = /\/W \[ (\d) (\d) (\d) \]/.exec(head)!.slice(1).map(Number) as [number, number, number];
    const columns = widths[0] + widths[1] + widths[2];
    expect(head).toContain(`/Columns ${columns}`);
    const from = text.indexOf("stream\n", start) + 7;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const {inflateSync} = await import("node:zlib");
    const rows = plainRows(inflateSync(bytes.subarray(from, from + length)), columns);
    expect(rows).toHaveLength(size);
    rows.forEach((row, number) => {
      if (row[0] !== 1) return;
      const place = row.slice(1, 1 + widths[1]).reduce((sum, byte) => sum * 256 + byte, 0);
      expect(text.slice(place, place + 12)).toMatch(new RegExp(`^${number} 0 obj`));
    });
    const again = await PDFDocument.load(bytes, {updateMetadata: false});
    expect([again.getPageCount(), again.getTitle()]).toEqual([300, "Three hundred pages"]);
    expect(again.getPage(299).getSize()).toEqual({width: 200, height: 300});
  });
});

describe("a lean font", () => {
  it("holds the tables that draw glyphs, byte for byte, each where the directory says", () => {
    const tables = {GPOS: "kerning", glyf: "outlines", head: "h", name: "names", loca: "places!"};
    const names = Object.keys(tables) as (keyof typeof tables)[];
    let place = 12 + 16 * names.length;
    const parts = [Buffer.from([0, 1, 0, 0, 0, names.length, 0, 64, 0, 2, 0, 16])];
    for (const tag of names) {
      const entry = Buffer.alloc(16);
      entry.write(tag, "latin1");
      entry.writeUInt32BE(place, 8);
      entry.writeUInt32BE(tables[tag].length, 12);
      place += Math.ceil(tables[tag].length / 4) * 4;
      parts.push(entry);
    }
    for (const tag of names)
      parts.push(Buffer.from(tables[tag].padEnd(Math.ceil(tables[tag].length / 4) * 4, "\0")));
    const lean = leanFont(Buffer.concat(parts));
    const found = Array.from({length: lean.readUInt16BE(4)}, (_, at) => {
      const [from, length] = [lean.readUInt32BE(12 + at * 16 + 8), lean.readUInt32BE(12 + at * 16 + 12)];
      expect(from % 4).toBe(0);
      return [
        lean.toString("latin1", 12 + at * 16, 16 + at * 16),
        lean.toString("latin1", from, from + length)
      ];
    });
    expect(found).toEqual([
      ["glyf", "outlines"],
      ["head", "h"],
      ["loca", "places!"]
    ]);
    expect([lean.readUInt16BE(6), lean.readUInt16BE(8), lean.readUInt16BE(10)]).toEqual([32, 1, 16]);
  });
});

it("writes streams that can be read", async () => {
  const document = await PDFDocument.create();
  document.addPage();
  const stream = document.context.flateStream(Buffer.from("q Q"));
  document.catalog.set(PDFName.of("Own"), document.context.register(stream));
  const again = await PDFDocument.load(await pdfFile(document.context), {updateMetadata: false});
  const own = again.catalog.lookup(PDFName.of("Own"));
  expect(own instanceof PDFRawStream && Buffer.from(decodePDFRawStream(own).decode()).toString()).toBe("q Q");
});

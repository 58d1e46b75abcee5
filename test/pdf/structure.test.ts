import {PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString} from "@cantoo/pdf-lib";
import type {PDFObject} from "@cantoo/pdf-lib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Browser} from "puppeteer";
import {launchBrowser} from "../../publish/pdf/browser.ts";
import {printPdf} from "../../publish/pdf/printPdf.ts";
import {reportDocument} from "../../publish/pdf/reportDocument.ts";
import type {ReadPdf} from "./readPdf.ts";
import {readPdf} from "./readPdf.ts";
import {reportFixture} from "./reportFixture.ts";

/** What PDF/UA-1 (ISO 14289-1) asks of the tags, read off the file by its clauses; the rest is in archive.test.ts. */

let browser: Browser;
let pdf: ReadPdf;
beforeAll(async () => {
  browser = await launchBrowser();
  const {bytes} = await printPdf(reportDocument(reportFixture(), "1a2b3c4d"), "report.pdf", {browser});
  pdf = await readPdf(bytes);
}, 60_000);
afterAll(() => browser?.close());

const name = (text: string) => PDFName.of(text);
const get = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(name(key));
const catalog = () => pdf.document.catalog;
const lookup = (object: PDFObject | undefined) => pdf.document.context.lookup(object);
interface Node {
  readonly type: string;
  readonly dict: PDFDict;
  readonly ref: PDFRef | undefined;
  readonly kids: readonly Node[];
  /** Marked content it holds itself: page and number. */
  readonly marked: readonly (readonly [string, number])[];
}

function nodeOf(object: PDFObject): Node | undefined {
  const dict = lookup(object);
  if (!(dict instanceof PDFDict) || !dict.has(name("S"))) return undefined;
  const list = get(dict, "K");
  const children =
    list instanceof PDFArray ? list.asArray() : [dict.get(name("K"))].filter((kid) => kid !== undefined);
  const marked = children.flatMap((child): [string, number][] => {
    if (child instanceof PDFNumber) return [[String(dict.get(name("Pg"))), child.asNumber()]];
    const inner = lookup(child);
    const number = inner instanceof PDFDict ? get(inner, "MCID") : undefined;
    return number instanceof PDFNumber
      ? [[String((inner as PDFDict).get(name("Pg")) ?? dict.get(name("Pg"))), number.asNumber()]]
      : [];
  });
  return {
    type: String(get(dict, "S")).slice(1),
    dict,
    ref: object instanceof PDFRef ? object : undefined,
    kids: children.flatMap((child) => nodeOf(child) ?? []),
    marked
  };
}

function nodes(): Node[] {
  const flat = (node: Node): Node[] => [node, ...node.kids.flatMap(flat)];
  const root = catalog().lookup(name("StructTreeRoot"), PDFDict);
  const kids = get(root, "K");
  return (kids instanceof PDFArray ? kids.asArray() : [root.get(name("K"))!]).flatMap((kid) => {
    const node = nodeOf(kid);
    return node ? flat(node) : [];
  });
}

const attributesOf = ({dict}: Node): PDFDict[] => {
  const found = get(dict, "A");
  const list = found instanceof PDFArray ? found.asArray().map(lookup) : [found];
  return list.filter((one): one is PDFDict => one instanceof PDFDict);
};
const attribute = (node: Node, key: string) =>
  attributesOf(node)
    .map((one) => get(one, key))
    .find(Boolean);

/** ISO 32000-1, 14.8.4. */
const standardTypes =
  "Document Part Art Sect Div BlockQuote Caption TOC TOCI P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Figure Form".split(
    " "
  );

describe("the structure (ISO 14289-1, 7)", () => {
  it("holds every marked content of every page once, and the pages' index leads back to its holder", () => {
    const root = catalog().lookup(name("StructTreeRoot"), PDFDict);
    const numbers = root.lookup(name("ParentTree"), PDFDict).lookup(name("Nums"), PDFArray);
    const owners = new Map<number, PDFArray>();
    for (let at = 0; at < numbers.size(); at += 2) {
      const list = numbers.lookup(at + 1);
      if (list instanceof PDFArray) owners.set(numbers.lookup(at, PDFNumber).asNumber(), list);
    }
    const held = new Map<string, Node>();
    for (const node of nodes())
      for (const [page, number] of node.marked) {
        expect(held.has(`${page} ${number}`)).toBe(false);
        held.set(`${page} ${number}`, node);
      }
    let painted = 0;
    pdf.document.getPages().forEach((page, at) => {
      const key = page.node.lookup(name("StructParents"), PDFNumber).asNumber();
      for (const {operator, operands} of pdf.pages[at]!.operations) {
        const number = operator === "BDC" ? /\/MCID\s+(\d+)/.exec(operands[1] ?? "")?.[1] : undefined;
        if (number === undefined) continue;
        painted++;
        const holder = held.get(`${page.ref} ${number}`);
        expect(holder?.ref).toBeDefined();
        expect(owners.get(key)?.get(Number(number))).toBe(holder?.ref);
      }
    });
    expect(painted).toBe(held.size);
    expect(painted).toBeGreaterThan(500);
  });

  it("is a tree whose elements know their parents, of types the standard knows", () => {
    const roles = catalog().lookup(name("StructTreeRoot"), PDFDict).lookup(name("RoleMap"), PDFDict);
    for (const node of nodes()) {
      expect(standardTypes).toContain(
        roles.has(name(node.type)) ? String(get(roles, node.type)).slice(1) : node.type
      );
      for (const kid of node.kids) expect(kid.dict.get(name("P"))).toBe(node.ref);
    }
  });

  it("has lists of items of label and body, and tables of rows of cells", () => {
    for (const {type, kids} of nodes()) {
      const types = kids.map((kid) => kid.type);
      if (type === "L") for (const kid of types) expect(["LI", "L", "Caption"]).toContain(kid);
      if (type === "LI") for (const kid of types) expect(["Lbl", "LBody"]).toContain(kid);
      if (type === "TR") for (const kid of types) expect(["TH", "TD"]).toContain(kid);
      if (type === "Table")
        for (const kid of types) expect(["TR", "THead", "TBody", "TFoot", "Caption"]).toContain(kid);
    }
  });

  it("gives every head cell its scope, and every row of a table the same cells", () => {
    const tables = nodes().filter(({type}) => type === "Table");
    expect(tables.length).toBeGreaterThan(6);
    const rowsOf = (node: Node): Node[] =>
      node.kids.flatMap((kid) => (kid.type === "TR" ? [kid] : rowsOf(kid)));
    for (const table of tables) {
      const rows = rowsOf(table);
      const widths = rows.map(({kids}) => kids.length);
      expect(new Set(widths).size).toBe(1);
      for (const {kids} of rows)
        for (const cell of kids.filter(({type}) => type === "TH"))
          expect(["/Column", "/Row"]).toContain(String(attribute(cell, "Scope")));
      expect(rows.some(({kids}) => kids.some(({type}) => type === "TH"))).toBe(true);
    }
  });

  it("describes every figure in words, and says where it stands on its page", () => {
    const figures = nodes().filter(({type}) => type === "Figure");
    expect(figures.length).toBe(5);
    for (const figure of figures) {
      const alt = get(figure.dict, "Alt");
      expect(alt instanceof PDFHexString || alt instanceof PDFString ? alt.decodeText() : "").not.toBe("");
      const box = attribute(figure, "BBox");
      const [left, bottom, right, top] = box instanceof PDFArray ? box.asArray().map(Number) : [];
      expect(right! > left! && top! > bottom!).toBe(true);
    }
  });

  it("ties every link on a page to its element, which says where it leads", () => {
    const tied = new Set<string>();
    for (const {type, dict} of nodes()) {
      if (type !== "Link") continue;
      const list = get(dict, "K");
      for (const kid of list instanceof PDFArray ? list.asArray().map(lookup) : [list])
        if (kid instanceof PDFDict && kid.has(name("Obj"))) tied.add(String(kid.get(name("Obj"))));
    }
    for (const page of pdf.document.getPages()) {
      const links = page.node.Annots()?.asArray() ?? [];
      if (links.length > 0) expect(page.node.get(name("Tabs"))).toBe(name("S"));
      for (const link of links) {
        expect(tied).toContain(String(link));
        const annotation = lookup(link) as PDFDict;
        expect(annotation.has(name("Contents"))).toBe(true);
        // Printed, never hidden (ISO 19005-2, 6.3.2).
        expect(Number(get(annotation, "F")) & 0b100111).toBe(0b100);
      }
    }
  });

  it("gives no standard type another meaning, and every type one in the end (6.7.3.4)", () => {
    const roles = catalog().lookup(name("StructTreeRoot"), PDFDict).lookup(name("RoleMap"), PDFDict);
    for (const [own, standard] of roles.entries()) {
      expect(standardTypes).not.toContain(String(own).slice(1));
      expect(standardTypes).toContain(String(standard).slice(1));
    }
  });
});

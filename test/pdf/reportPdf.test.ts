import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {PDFDict, PDFName, PDFRawStream} from "@cantoo/pdf-lib";
import type {Browser} from "puppeteer";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launchBrowser} from "../../publish/pdf/browser.ts";
import {pageArtifacts} from "../../publish/pdf/pageArtifacts.ts";
import type {PrintOptions} from "../../publish/pdf/printPdf.ts";
import {printPdf} from "../../publish/pdf/printPdf.ts";
import {reportDocument} from "../../publish/pdf/reportDocument.ts";
import type {Publication} from "../../src/pages/publication.ts";
import {emptyPages, fillOf} from "./pageFill.ts";
import type {ReadElement, ReadPdf} from "./readPdf.ts";
import {readPdf} from "./readPdf.ts";
import {reportFixture} from "./reportFixture.ts";

const reportPdf = async (publication: Publication, options: PrintOptions): Promise<Uint8Array> =>
  (await printPdf(reportDocument(publication, "1a2b3c4d"), "report.pdf", options)).bytes;

let browser: Browser;
let bytes: Uint8Array;
let pdf: ReadPdf;

beforeAll(async () => {
  browser = await launchBrowser();
  bytes = await reportPdf(reportFixture(), {browser});
  pdf = await readPdf(bytes);
}, 120_000);
afterAll(() => browser?.close());

const headings = (): ReadElement[] => pdf.elements.filter(({type}) => /^H[1-6]$/.test(type));
const inOneLine = (text: string) => text.replace(/\s+/g, " ").trim();

describe("the contents", () => {
  it("list every chapter with the page its heading stands on", () => {
    const list = pdf.elements.filter(({type, pages}) => type === "L" && pages[0] === 2);
    const lines = list.flatMap(({kids}) => kids).map(({text}) => /^(.*?)(\d+)$/.exec(inOneLine(text))!);
    const chapters = headings().filter(({type, text}) => type === "H1" && text !== "Contents");
    expect(lines.map(([, title]) => title!.trim())).toEqual(chapters.map(({text}) => inOneLine(text)));
    expect(lines.map(([, , page]) => Number(page))).toEqual(chapters.map(({pages}) => pages[0]));
    expect(chapters.length).toBe(8);
  });

  it("link to the chapters", () => {
    const links = pdf.elements.filter(({type, pages}) => type === "Link" && pages[0] === 2);
    const targets = links.map(({target}) => pdf.places.get(target.slice(1)));
    expect(targets).toEqual(links.map(({text}) => Number(/\d+$/.exec(text)?.[0])));
  });
});

describe("links", () => {
  it("between pages lead into the document and tell the page", () => {
    const links = pdf.elements.filter(({type, text}) => type === "Link" && /\(page \d+\)$/.test(text));
    expect(links.map(({text, target}) => [inOneLine(text).replace(/ ?\(.*/, ""), target])).toEqual([
      ["when people order", "#when"],
      ["its second figure", "#when--by-day"],
      ["Profile 1", "#profiles.segment-1--so-what-for-them"],
      ...[1, 2, 3].flatMap(() => [
        ["when all order", "#when--so-what"],
        ["the summary", "#index"]
      ])
    ]);
    for (const {text, target} of links)
      expect(Number(/\d+/.exec(text.slice(text.lastIndexOf("(")))?.[0])).toBe(
        pdf.places.get(target.slice(1))
      );
  });

  it("to the web stay, to downloads become text", () => {
    const outward = pdf.elements.filter(({type, target}) => type === "Link" && !target.startsWith("#"));
    expect(outward.map(({text, target}) => [text, target])).toEqual([["web", "https://example.org/a"]]);
    expect(pdf.pages.some(({text}) => text.includes("The data"))).toBe(true);
  });

  it("lead from a figure to its values and back", () => {
    const values = pdf.elements.filter(({type, text}) => type === "Link" && text.startsWith("Values: page"));
    const back = pdf.elements.filter(({type, text}) => type === "Link" && text.startsWith("Figure on page"));
    expect([values.length, back.length]).toEqual([5, 5]);
    for (const {text, target} of [...values, ...back])
      expect(text).toMatch(new RegExp(`page ${pdf.places.get(target.slice(1))}$`));
  });

  it("say where they lead", () => {
    for (const page of pdf.document.getPages())
      for (const ref of page.node.Annots()?.asArray() ?? [])
        expect(pdf.document.context.lookup(ref, PDFDict).has(PDFName.of("Contents"))).toBe(true);
  });
});

describe("pages", () => {
  it("carry their number, the number of pages, version and chapter, but for the cover", () => {
    expect(pdf.pages[0]?.artifacts).toBe("");
    pdf.pages.forEach(({artifacts}, at) => {
      if (at === 0) return;
      expect(artifacts).toContain(`${at + 1} of ${pdf.pages.length}`);
      expect(artifacts).toContain("version 1.2.0");
      const chapter = headings().findLast(({type, pages}) => type === "H1" && (pages[0] ?? 0) <= at + 1);
      expect(inOneLine(artifacts)).toContain(inOneLine(chapter?.text ?? "?"));
    });
  });

  it("are A4, landscape for the wide table, which takes its heading along", () => {
    const wide = pdf.pages.flatMap(({width, height}, at) => (width > height ? [at + 1] : []));
    expect(wide).toHaveLength(1);
    expect(headings().find(({text}) => text === "A wide one")?.pages).toEqual(wide);
    expect(Math.round(pdf.pages[0]?.width ?? 0)).toBe(595);
  });

  it("never cut a figure or a row", () => {
    const whole = pdf.elements.filter(({type}) => type === "Figure" || type === "TR");
    expect(whole.length).toBeGreaterThan(200);
    for (const {pages} of whole) expect(pages).toHaveLength(1);
  });

  it("never end in a heading: what follows begins on the same page", () => {
    const order = pdf.elements.filter(
      ({type, text}) => /^(H[1-6]|P|TR|Figure|LI)$/.test(type) && text.trim() !== ""
    );
    order.forEach(({type, pages}, at) => {
      if (/^H/.test(type)) expect(order[at + 1]?.pages[0]).toBe(pages[0]);
    });
  });

  it("repeat the head of a long table, which the structure holds once", () => {
    const painted = pdf.pages.filter(({text}) => /Product ?Department ?Orders/.test(text));
    expect(painted.length).toBeGreaterThan(2);
    expect(
      pdf.elements.filter(({type, text}) => type === "TR" && /^Product\s*Department\s*Orders$/.test(text))
    ).toHaveLength(1);
  });

  it("are none of them more than half empty without a reason", () => {
    expect(emptyPages(pdf)).toEqual([]);
    // Where a chapter goes on, most of the paper is used.
    const chapters = headings().flatMap(({type, pages}) => (type === "H1" ? [pages[0] ?? 0] : []));
    const inside = pdf.pages.filter((_, at) => at > 1 && !chapters.includes(at + 2)).map(fillOf);
    expect(inside.length).toBeGreaterThan(4);
    expect(inside.reduce((sum, fill) => sum + fill, 0) / inside.length).toBeGreaterThan(0.7);
  });

  it("keep every letter", () => {
    const all = pdf.pages.map(({text}) => text).join("\n");
    for (const words of [
      "Rosé®, Nestlé’s crème brûlée, jalapeño, Kraków, “naïve” – 50 ¢",
      `Tokens like \${1 + 1} and`,
      "{{ spend }}",
      "Grocer & Söhne"
    ])
      expect(all).toContain(words);
    expect(all).not.toContain("\ufffd");
  });
});

describe("the structure", () => {
  it("has headings without gaps, equal to the bookmarks", () => {
    const levels = headings().map(({type}) => Number(type.slice(1)));
    levels.forEach((level, at) => {
      expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    });
    expect(pdf.bookmarks.map(({title}) => inOneLine(title))).toEqual(
      headings().map(({text}) => inOneLine(text))
    );
    expect(pdf.bookmarks.map(({page}) => page)).toEqual(headings().map(({pages}) => pages[0]));
  });

  it("has a text for every figure, and nothing untagged on a page", () => {
    const figures = pdf.elements.filter(({type}) => type === "Figure");
    expect(figures).toHaveLength(5);
    for (const {alt} of figures) expect(alt).toMatch(/ at most\.$/);
    const tags = {isTagged: () => false, dropped: new Set<number>()};
    for (const page of pdf.pages) expect(pageArtifacts(page.operations, tags)).toEqual(page.operations);
  });

  it("opens folded text where it stands", () => {
    expect(pdf.elements.some(({type, text}) => type === "P" && text === "How rows were set aside")).toBe(
      true
    );
    expect(pdf.elements.some(({type, text}) => type === "TR" && text === "no product32")).toBe(true);
  });
});

describe("the file", () => {
  it("holds subset fonts and no pictures of dots", () => {
    const objects = pdf.document.context.enumerateIndirectObjects().map(([, object]) => object);
    const descriptors = objects.filter(
      (object): object is PDFDict =>
        object instanceof PDFDict && object.get(PDFName.of("Type")) === PDFName.of("FontDescriptor")
    );
    expect(descriptors.length).toBeGreaterThan(2);
    for (const descriptor of descriptors) {
      expect(descriptor.has(PDFName.of("FontFile2"))).toBe(true);
      expect(descriptor.lookup(PDFName.of("FontName"), PDFName).decodeText()).toMatch(/^[A-Z]{6}\+Source/);
    }
    const isImage = (object: unknown) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of("Subtype")) === PDFName.of("Image");
    expect(objects.some(isImage)).toBe(false);
  });

  it("says title, language, date and conformance", () => {
    expect(pdf.document.getTitle()).toBe("Who shops when, and for what · version 1.2.0");
    expect(pdf.document.getCreationDate()?.toISOString()).toBe("2026-11-22T00:00:00.000Z");
    const metadata = pdf.document.catalog.lookup(PDFName.of("Metadata"));
    const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString() : "";
    expect(xmp).toMatch(/<pdfuaid:part>1</);
    expect(xmp).toMatch(/<pdfaid:part>2<.*<pdfaid:conformance>A</s);
    expect(pdf.document.catalog.lookup(PDFName.of("Lang"))?.toString()).toBe("(en)");
  });

  it("has the same bytes in three printings, each in a browser process of its own", async () => {
    const hash = (file: Uint8Array) => createHash("sha256").update(file).digest("hex");
    for (let again = 0; again < 2; again++) {
      const other = await launchBrowser();
      const printed = await reportPdf(reportFixture(), {browser: other}).finally(() => other.close());
      expect(hash(printed)).toBe(hash(bytes));
    }
  }, 60_000);

  it.skipIf(spawnSync("qpdf", ["--version"]).error)("is in order for qpdf", () => {
    const file = join(mkdtempSync(join(tmpdir(), "cartograph-test-pdf-")), "report.pdf");
    writeFileSync(file, bytes);
    const {status, stdout, stderr} = spawnSync("qpdf", ["--check", file], {encoding: "utf8"});
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("No syntax or stream encoding errors");
    rmSync(dirname(file), {recursive: true});
  });

  it("weighs at most 100 kB for ten pages", () => {
    expect(bytes.length / pdf.pages.length).toBeLessThan(10 * 1024);
  });
});

describe("other reports", () => {
  it("prints 60 pages in seconds, and their drawings under their captions", async () => {
    const start = performance.now();
    const long = await readPdf(await reportPdf(reportFixture(48), {browser}));
    expect(long.pages.length).toBeGreaterThan(60);
    expect(performance.now() - start).toBeLessThan(40_000);
    const captions = long.elements.filter(
      ({type, text}) => type === "P" && text.startsWith("Share of orders, in %")
    );
    const drawings = long.elements.filter(({type}) => type === "Figure");
    const notes = long.elements.filter(
      ({type, text}) => type === "P" && text.startsWith("Source: the fixture")
    );
    expect([captions.length, notes.length]).toEqual([50, 50]);
    drawings.forEach((drawing, at) => {
      expect(drawing.pages).toEqual(captions[at]?.pages);
      expect(drawing.top).toBeLessThanOrEqual(captions[at]?.bottom ?? 0);
      expect(drawing.bottom).toBeGreaterThanOrEqual(notes[at]?.top ?? 1e9);
    });
  }, 60_000);

  it("prints on letter paper, with titles that would break style or markup, and runs nothing", async () => {
    const fixture = reportFixture(1);
    const title = `</style><script>document.title="run"</script>"} body{display:none} \\`;
    const hostile = {
      ...fixture,
      settings: {...fixture.settings, paper: "letter" as const, title},
      pages: [
        {
          ...fixture.pages[0]!,
          title,
          markdown:
            '# Title\n\nStill here.\n\n<script>document.body.remove()</script>\n<p onclick="x()">Also</p>'
        }
      ]
    };
    const read = await readPdf(await reportPdf(hostile, {browser}));
    expect([read.pages[0]?.width, read.pages[0]?.height]).toEqual([612, 792]);
    expect(read.document.getTitle()).toContain('<script>document.title="run"</script>');
    expect(read.pages.at(-1)?.text).toContain("Still here.");
    expect(read.pages.at(-1)?.artifacts).toContain("body{display:none}");
  });

  it("tells an unfinished print from a fault of ours", async () => {
    const short = await launchBrowser();
    const printing = reportPdf(reportFixture(), {browser: short});
    setTimeout(() => short.process()?.kill("SIGKILL"), 150);
    await expect(printing).rejects.toThrow(/report.pdf: the browser stopped/);
  });

  it("prints 200 pages of many segments, with every page number right", async () => {
    const many = await readPdf(await reportPdf(reportFixture(190), {browser}));
    expect(many.pages.length).toBeGreaterThan(200);
    const references = many.elements.filter(
      ({type, text}) => type === "Link" && /(\(page |^Values: page |^Figure on page )\d+\)?$/.test(text)
    );
    expect(references.length).toBeGreaterThan(700);
    for (const {text, target} of references)
      expect(Number(/(\d+)\)?$/.exec(text)?.[1])).toBe(many.places.get(target.slice(1)));
    expect(emptyPages(many)).toEqual([]);
  }, 120_000);
});

import type {Browser} from "puppeteer";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Publication} from "../../src/pages/publication.ts";
import {launchBrowser} from "../../publish/pdf/browser.ts";
import {printPdf} from "../../publish/pdf/printPdf.ts";
import {summaryDocument} from "../../publish/pdf/summaryDocument.ts";
import {readPdf} from "./readPdf.ts";
import {reportFixture} from "./reportFixture.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

function withSummary(...summary: string[]): Publication {
  const fixture = reportFixture();
  return {...fixture, settings: {...fixture.settings, summary}};
}

async function printed(...summary: string[]) {
  const places = new Map([["methods", 31]]);
  const document = summaryDocument(withSummary(...summary), "1a2b3c4d", places);
  const {bytes, leftOut} = await printPdf(document, "summary.pdf", {browser});
  return {pdf: await readPdf(bytes), leftOut};
}

describe("the summary", () => {
  it("has a page for each part, of what is named: the answer, a figure, a section; or the page whole", async () => {
    const {pdf, leftOut} = await printed("index", "when#by-day", "profiles/segment-1#so-what-for-them");
    expect(pdf.pages).toHaveLength(3);
    expect(leftOut).toEqual([]);
    expect(pdf.pages[0]!.text).toContain("Grocer & Söhne: Who shops when, and for what");
    expect(pdf.pages[1]!.text).toContain("Orders peak in the late morning.");
    expect(pdf.pages[1]!.text).toContain("Saturday is the busiest day");
    expect(pdf.pages[1]!.text).not.toContain("Orders peak between ten and three");
    expect(pdf.pages[2]!.text).toContain("What Profile 1: Café owners buys");
    for (const [at, {artifacts}] of pdf.pages.entries()) {
      expect(artifacts).toContain(`${at + 1} of 3`);
      expect(artifacts).toContain("1a2b3c4d");
    }
  });

  it("leads within itself, and tells the page of the report of what it does not hold", async () => {
    const {pdf} = await printed("index", "when#by-day");
    const links = pdf.elements.filter(({type}) => type === "Link").map(({text, target}) => [text, target]);
    expect(links).toEqual([
      ["when people order (page 2)", "#when"],
      ["its second figure (page 2)", "#when--by-day"],
      ["web", "https://example.org/a"]
    ]);
    const document = summaryDocument(withSummary("profiles/segment-1"), "x", new Map([["index", 3]]));
    expect(document.html).toContain('the summary<span class="page-reference"> (report, page 3)</span>');
  });

  it("leaves out what has no room on its page, and tells it", async () => {
    const {pdf, leftOut} = await printed("when", "tables");
    expect(pdf.pages).toHaveLength(2);
    expect(leftOut.length).toBeGreaterThan(0);
  });

  it("keeps the words of a link to what it left out, and no link", async () => {
    const publication = withSummary("index", "tables");
    const pages = publication.pages.map((page) =>
      page.path === "index"
        ? {...page, markdown: `${page.markdown}\n\nSee [the wide one](./tables.html#a-wide-one).\n`}
        : page
    );
    const document = summaryDocument({...publication, pages}, "x", new Map());
    expect(document.html).toContain('href="#tables--a-wide-one"');
    const {bytes, leftOut} = await printPdf(document, "summary.pdf", {browser});
    expect(leftOut).toContain("A wide one");
    const {pages: printedPages, elements} = await readPdf(bytes);
    expect(printedPages[0]!.text).toContain("See the wide one.");
    expect(elements.some(({type, text}) => type === "Link" && text.includes("the wide one"))).toBe(false);
  });

  it("names a part that the report does not have, and one that may be meant", () => {
    const made = (place: string) => () => summaryDocument(withSummary("index", place), "x", new Map());
    expect(made("whem")).toThrow(
      'config/report.yaml summary[1]: "whem": the report has no page "whem"; did you mean "when"?'
    );
    expect(made("when#by-dya")).toThrow(
      /the report has no figure or heading "by-dya"; did you mean "by-day"\?/
    );
  });
});

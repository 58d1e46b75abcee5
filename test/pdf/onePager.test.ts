import type {Browser} from "puppeteer";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {parseHTML} from "linkedom";
import {launchBrowser} from "../../publish/pdf/browser.ts";
import {onePager} from "../../publish/pdf/onePagers.ts";
import {printPdf} from "../../publish/pdf/printPdf.ts";
import {reportDocument} from "../../publish/pdf/reportDocument.ts";
import {summaryDocument} from "../../publish/pdf/summaryDocument.ts";
import type {Publication} from "../../src/pages/publication.ts";
import type {ReadPdf} from "./readPdf.ts";
import {readPdf} from "./readPdf.ts";
import {figure, hours, reportFixture} from "./reportFixture.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** A profile with a figure under each heading, as many as are asked for, and what to do at its foot. */
function withProfile(figures: number): Publication {
  const fixture = reportFixture(0);
  const parts = Array.from({length: figures}, (_, at) => [
    `## Part ${at + 1}`,
    figure(`part-${at + 1}`, 10 + at, `Finding ${at + 1}`, hours)
  ]);
  const markdown = ["# Night owls", "87 customers, 4.3% of all.", ...parts.flat(), "## What to do", "Wait."];
  const profile = {
    path: "profiles/night-owls",
    title: "Night owls",
    group: "Profiles",
    markdown: `${markdown.join("\n\n")}\n`,
    figures: []
  };
  return {...fixture, pages: [...fixture.pages, profile]};
}

async function printed(publication: Publication) {
  const {bytes, leftOut} = await printPdf(reportDocument(publication, "1a2b3c4d"), "report.pdf", {browser});
  return {pdf: await readPdf(bytes), leftOut};
}

const pagesOf = (pdf: ReadPdf, chapter: string) => {
  const starts = pdf.elements
    .filter(({type}) => type === "H1")
    .map(({text, pages}) => ({text, page: pages[0]!}));
  const at = starts.findIndex(({text}) => text === chapter);
  return [starts[at]!.page, (starts[at + 1]?.page ?? pdf.pages.length + 1) - 1] as const;
};

describe("a page below others, on paper", () => {
  it("stands on one page with all its figures where they have room", async () => {
    const {pdf, leftOut} = await printed(withProfile(3));
    const [first, last] = pagesOf(pdf, "Night owls");
    expect(last).toBe(first);
    expect(leftOut).toEqual([]);
    const drawn = pdf.elements.filter(({type, pages}) => type === "Figure" && pages[0] === first);
    expect(drawn).toHaveLength(3);
    expect(pdf.pages[first - 1]?.text).toContain("What to do");
  });

  it("leaves out what has no room from the last figure, and tells the page of its values", async () => {
    const {pdf, leftOut} = await printed(withProfile(7));
    const [first, last] = pagesOf(pdf, "Night owls");
    expect([last, leftOut]).toEqual([first, []]);
    const {text} = pdf.pages[first - 1]!;
    expect(text).toContain("Wait.");
    const drawn = pdf.elements.filter(({type, pages}) => type === "Figure" && pages[0] === first).length;
    expect(drawn).toBeGreaterThan(2);
    expect(drawn).toBeLessThan(7);
    const told = [...text.matchAll(/Figure (\d+), page (\d+)/g)].map(([, number, page]) =>
      [number, page].map(Number)
    );
    expect(told.map(([number]) => number)).toEqual(
      Array.from({length: 7 - drawn}, (_, at) => 10 + drawn + at)
        .reverse()
        .sort((a, b) => a - b)
    );
    for (const [number, page] of told) {
      const values = pdf.elements.find(
        ({type, text}) => type === "H2" && text.startsWith(`Figure ${number}. Finding`)
      );
      expect(values?.pages).toEqual([page]);
      // A heading without its figure would head nothing.
      expect(text).not.toContain(`Part ${number! - 9}`);
    }
    expect(pdf.pages.filter(({text}) => text.includes("Drawn on the site"))).not.toHaveLength(0);
  });
});

describe("the words of a page that has to stand on one", () => {
  const body = parseHTML(`<!doctype html><html><body>
<figure><p class="figure-subtitle">8 measures · base: Owls · n = 87 customers</p><table><tbody><tr><th>A</th><td>5<span class="below">4 to 6</span></td></tr></tbody></table><p class="figure-note">Intervals are 95%. Source: the fixture.</p></figure>
<figure><p class="figure-subtitle">Share, % · base: Owls · n = 87 customers</p><p class="figure-note">The tick marks all. Log scale. Source: the fixture.</p><details><table></table></details></figure>
<div class="recommendation"><h3>Wait</h3><p>For owls</p><ul><li>Do this. Wait.</li><li>Test it. Never.</li></ul></div>
</body></html>`).document.body;
  onePager(body);

  it("say once, at the foot, what all figures say", () => {
    expect(body.querySelector(".page-note")?.textContent).toBe(
      "Base: Owls, n = 87 customers. Source: the fixture."
    );
    expect([...body.querySelectorAll(".figure-subtitle")].map(({textContent}) => textContent)).toEqual([
      "Share, %"
    ]);
  });

  it("keep the first sentence of a figure's note; the rest and the intervals go with its values", () => {
    const [first, second] = body.querySelectorAll("figure");
    expect(first?.querySelector(":scope > table")?.textContent).toBe("A5");
    expect(first?.querySelector("details")?.textContent).toContain("54 to 6");
    expect(second?.querySelector(":scope > .figure-note")?.textContent).toBe("The tick marks all.");
    expect(second?.querySelector("details .figure-note")?.textContent).toBe("Log scale.");
  });

  it("say of a recommendation what to do", () => {
    expect(body.querySelector(".recommendation")?.textContent).toBe("WaitDo this. Wait.");
  });
});

describe("a summary with many recommendations", () => {
  const cards = (count: number) =>
    Array.from(
      {length: count},
      (_, at) =>
        `<div class="recommendation" id="r-${at}">\n\n### Recommendation ${at}\n\n**For** all\n\n- **Do this.** ${"Do it well. ".repeat(12)}\n- **Test it.** ${"Hold some out. ".repeat(12)}\n\n</div>`
    ).join("\n\n");

  async function summary(count: number) {
    const fixture = reportFixture(0);
    const markdown = `# What to do\n\n${cards(count)}\n`;
    const page = {path: "todo", title: "What to do", group: "Answers", markdown, figures: []};
    const publication = {
      ...fixture,
      settings: {...fixture.settings, summary: ["todo"]},
      pages: [...fixture.pages, page]
    };
    const {bytes, leftOut} = await printPdf(summaryDocument(publication, "x", new Map()), "summary.pdf", {
      browser
    });
    return {pdf: await readPdf(bytes), leftOut};
  }

  it("keeps every one of them on its page: first without their tests, then by name", async () => {
    for (const [count, holds, lacks] of [
      [4, ["Do it well", "Hold some out"], []],
      [9, ["Do it well"], ["Hold some out"]],
      [16, ["Recommendation 15"], ["Do it well", "Hold some out"]]
    ] as const) {
      const {pdf, leftOut} = await summary(count);
      expect([pdf.pages.length, leftOut]).toEqual([1, []]);
      const text = pdf.pages[0]!.text.replace(/\s+/g, " ");
      for (let at = 0; at < count; at++) expect(text).toContain(`Recommendation ${at}`);
      for (const words of holds) expect(text).toContain(words);
      for (const words of lacks) expect(text).not.toContain(words);
    }
  }, 60_000);
});

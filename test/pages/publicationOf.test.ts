import {join} from "node:path";
import MarkdownIt from "markdown-it";
import {describe, expect, it} from "vitest";
import {publicationOf} from "../../src/pages/publicationOf.ts";
import {queriesOf} from "../../src/pages/queriesOf.ts";
import {readPages} from "../../src/pages/readPages.ts";
import {expectGolden} from "../golden.ts";
import {aggregateOf, tinyContext, tinyReport} from "./tinyReport.ts";

const folder = join(import.meta.dirname, "golden");
const pages = readPages(join(folder, "pages"), tinyContext());
const publication = publicationOf(pages, tinyReport);

describe("publicationOf", () => {
  it.each(publication.pages.map((page) => [page.path, page]))(
    "writes %s as it was looked at",
    (path, {markdown}) => {
      expectGolden(
        markdown.replace(/<svg class="chart-svg"[\s\S]*?<\/svg>/g, "<svg…/>"),
        join(folder, "out", `${path}.md`)
      );
    }
  );

  it.each(publication.downloads.map((file) => [file.path, file]))(
    "writes %s as it was looked at",
    (path, {content}) => {
      expectGolden(content, join(folder, "out", path));
    }
  );

  it("gives pages in reading order, with segments' pages in the order of the segmentation", () => {
    expect(publication.pages.map(({path, title, group}) => `${group}: ${path} (${title})`)).toEqual([
      "Answers: index (Summary)",
      "Answers: when (When)",
      "Profiles: profiles/pet-owner-co (Pet <owner> & co)",
      "Profiles: profiles/ete (Été 🐟)",
      "Profiles: profiles/everyone-else (Everyone else)",
      "About: methods (Methods)"
    ]);
  });

  it("numbers figures once through the report", () => {
    const numbers = publication.pages.flatMap(({markdown}) =>
      [...markdown.matchAll(/"figure-number">Figure (\d+)</g)].map(([, n]) => Number(n))
    );
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers.length).toBe(publication.pages.flatMap(({figures}) => figures).length);
  });

  it("asks only for what its queries name", () => {
    const asked = new Set(queriesOf(pages).map(({by}) => by.join(" ")));
    const answered = publicationOf(pages, {
      ...tinyReport,
      aggregate: (query) => {
        expect(asked).toContain(query.by.join(" "));
        return aggregateOf(query);
      }
    });
    expect(answered.pages.length).toBe(publication.pages.length);
  });

  it("gives the same text twice", () => expect(publicationOf(pages, tinyReport)).toEqual(publication));

  it("keeps hostile names text: no element, expression or binding of theirs survives", () => {
    const markdown = new MarkdownIt({html: true, linkify: true});
    for (const page of publication.pages) {
      expect(page.markdown).not.toMatch(/\$\{|\{\{/);
      const html = markdown.render(page.markdown);
      expect(html).not.toMatch(/<(owner|co|have)\b|<b>\||\son\w+=/);
    }
  });

  it("writes each figure as one HTML block: no blank line inside", () => {
    for (const {markdown} of publication.pages) {
      for (const [figure] of markdown.matchAll(/<figure[\s\S]*?<\/figure>/g))
        expect(figure).not.toMatch(/\n\s*\n/);
    }
  });
});

describe("data that lacks something", () => {
  const reasons = new Map([
    ["spend", "this data has no prices"],
    ["priced_items", "this data has no prices"],
    ["price_range", "this data has no prices"],
    ["profile", "this data has no customers file"]
  ]);
  const fewer = readPages(join(folder, "pages"), tinyContext(reasons));
  const written = publicationOf(fewer, tinyReport);

  it("says so where a figure would stand, and numbers only what is drawn", () => {
    const when = written.pages.find(({path}) => path === "when")!;
    expect(when.markdown).toContain(
      '<p class="figure-missing" id="price-by-day">A figure is left out here: this data has no prices.</p>'
    );
    expect(when.figures).toEqual(["orders-by-week"]);
    expect(written.downloads.map(({path}) => path)).not.toContain("data/price-by-day.csv");
  });

  it("has no page for segments that cannot be", () => {
    expect(written.pages.map(({path}) => path)).toEqual(["index", "when", "methods"]);
  });
});

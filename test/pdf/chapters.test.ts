import {describe, expect, it} from "vitest";
import type {Chapter} from "../../publish/pdf/chapters.ts";
import {chapters} from "../../publish/pdf/chapters.ts";
import {headingId, pageHtml} from "../../publish/pdf/pageMarkdown.ts";
import {cssString, pageRules} from "../../publish/pdf/pageRules.ts";

function chaptersOf(pages: Readonly<Record<string, string>>): Chapter[] {
  return chapters(
    Object.entries(pages).map(([path, markdown]) => ({path, title: path, group: "", markdown, figures: []}))
  );
}

function htmlOf(markdown: string): string {
  return chaptersOf({page: `# Page\n\n${markdown}`})[0]?.html ?? "";
}

describe("headings", () => {
  it.each([
    ["# One\n\n### Two\n\n#### Three", ["h1 One", "h2 Two", "h3 Three"]],
    ["# One\n\n# Two\n\n##### Three", ["h1 One", "h2 Two", "h3 Three"]],
    ["## Two", ["h1 page", "h2 Two"]],
    ["# One\n\n<h2> </h2>\n\n## Two", ["h1 One", "h2 Two"]]
  ])("of %j follow each other without gaps", (markdown, expected) => {
    const html = chaptersOf({page: markdown})[0]?.html ?? "";
    expect([...html.matchAll(/<(h\d)[^>]*>([^<]*)/g)].map(([, level, text]) => `${level} ${text}`)).toEqual(
      expected
    );
  });

  it.each([
    ["So what, for whom?", "so-what-for-whom"],
    ["Crème brûlée & more", "creme-brulee-and-more"],
    ["Don’t act", "dont-act"],
    ["priceRange 2", "price-range-2"]
  ])("%s has the id %s, as in the site", (text, id) => {
    expect(headingId(text)).toBe(id);
  });

  it("of the same words have ids of their own", () => {
    expect(pageHtml("## So what\n\n## So what")).toContain('id="so-what-1"');
  });
});

describe("links", () => {
  const printed = chaptersOf({
    index:
      "# Summary\n\n[a](./when) [b](when.html#so-what) [c](profiles/pet-owner#nowhere) [d](#own) [e](data/x.csv) [f](https://example.org/) [g](javascript:alert(1)) [h](mailto:a@b.org) [i](http://example.org/)\n\n## Own",
    when: "# When\n\n## So what\n\n[up](/) [out](../../etc)",
    "profiles/pet-owner": "# Pets\n\n[back](../when.html#so-what) [home](../) [here](pet-owner)"
  });
  const linksIn = (at: number) =>
    [...(printed[at]?.html ?? "").matchAll(/<a [^>]*href="([^"]*)"[^>]*>([a-z]+)/g)].map(
      ([, href, text]) => `${text} ${href}`
    );

  it("lead to pages and headings in the document, to the web, or nowhere", () => {
    expect(linksIn(0)).toEqual([
      "a #when",
      "b #when--so-what",
      "c #profiles.pet-owner",
      "d #index--own",
      "f https://example.org/",
      "h mailto:a@b.org"
    ]);
    expect(linksIn(1)).toEqual(["up #index"]);
    expect(linksIn(2)).toEqual(["back #when--so-what", "home #index", "here #profiles.pet-owner"]);
  });

  it("tell the page they lead to, but not within their own chapter", () => {
    expect(printed[0]?.html).toContain('(page <span data-page-of="when--so-what">00</span>)');
    expect(printed[0]?.html).not.toContain('data-page-of="index--own"');
  });
});

describe("ids", () => {
  it("of drawings are the chapter's own, and so is what refers to them", () => {
    const html = htmlOf(
      '<p id="a" aria-labelledby="a b">x</p><svg viewBox="0 0 1 1"><clipPath id="c"/><style>#c{fill:red} .d{fill:#ccc}</style><rect clip-path="url(#c)"/><use href="#c"/></svg>'
    );
    for (const part of [
      'id="page--a"',
      'aria-labelledby="page--a b"',
      'id="page--c"',
      "url(#page--c)",
      'href="#page--c"',
      "#page--c{fill:red}",
      "fill:#ccc"
    ])
      expect(html).toContain(part);
  });
});

describe("tables", () => {
  const table = (columns: number, rows = 1, text = "1") =>
    `<table><thead><tr>${"<th>Head</th>".repeat(columns)}</tr></thead><tbody>${`<tr>${`<td class="number">${text}</td>`.repeat(columns)}</tr>`.repeat(rows)}</tbody></table>`;

  it("have a scope in every head cell and no empty cell", () => {
    const html = htmlOf(
      "<table><thead><tr><th></th><th>A</th></tr></thead><tbody><tr><th>b</th><td></td></tr></tbody></table>"
    );
    expect(html).toContain('<th scope="col">A');
    expect(html).toContain('<th scope="row">b');
    expect(html).not.toMatch(/<t[hd][^>]*><\//);
  });

  it.each([
    ["short and narrow", table(3), /class="short narrow"/],
    ["longer than a page", table(3, 40), /class="narrow"/],
    ["dense", table(12, 1, "100,000"), /class="short dense"/]
  ])("are set by what they hold: %s", (_, html, expected) => {
    expect(htmlOf(html)).toMatch(expected);
  });

  it("too wide at the top of a chapter take the chapter's heading along", () => {
    const wide = table(14, 1, "100,000,000");
    expect(htmlOf(`Answer.\n\n## Wide\n\nWords.\n\n${wide}`)).toMatch(
      /^\s*<div class="wide"><h1[^>]*>Page<\/h1><p>Answer\.<\/p><h2[^>]*>Wide<\/h2><p>Words\.<\/p><table/
    );
  });

  it("too wide for the page turn it, with their heading or as the figure they are", () => {
    const wide = table(14, 1, "100,000,000");
    expect(htmlOf(`## One\n\n- Item\n\n## Wide\n\nWords.\n\n${wide}`)).toMatch(
      /<div class="wide"><h2[^>]*>Wide<\/h2>\s*<p>Words\.<\/p>\s*<table/
    );
    expect(htmlOf(`- Item\n\n<figure id="f"><figcaption>F</figcaption>${wide}</figure>`)).toMatch(
      /<div class="wide"><figure/
    );
  });

  it("folded under a figure stand behind the last chapter", () => {
    const [chapter] = chaptersOf({
      page: `# Page\n\n<figure id="f"><figcaption><p class="figure-title"><span class="figure-number">Figure 7</span> It grows</p></figcaption><details><summary>Values</summary>${table(2)}</details></figure>`
    });
    expect(chapter?.tables).toMatchObject([
      {id: "page--f--values", figure: "page--f", title: "Figure 7. It grows", width: "narrow"}
    ]);
    expect(chapter?.html).not.toContain("<table");
    expect(chapter?.html).toContain(
      '<a href="#page--f--values">Values: page <span data-page-of="page--f--values">'
    );
  });
});

describe("hatching", () => {
  it("becomes lines within the mark", () => {
    const html = htmlOf(
      '<svg viewBox="0 0 9 9"><defs><pattern id="h"><path stroke="red"/></pattern></defs><rect x="10" y="20" width="12" height="6" fill="url(#h)"/></svg>'
    );
    expect(html).not.toContain("pattern");
    expect(html).toContain('stroke="red"');
    const places = [.../ d="([^"]*)"/.exec(html)![1]!.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y)
    ]);
    expect(places.length).toBeGreaterThan(3);
    for (const [x, y] of places) expect(x! >= 10 && x! <= 22 && y! >= 20 && y! <= 26).toBe(true);
  });
});

describe("what runs in the margins", () => {
  it("can't end its string", () => {
    expect(cssString('a"b\\c</style>\n')).toBe('"a\\22 b\\5c c\\3c /style\\3e \\a "');
    expect(pageRules("A4", "foot", [{title: '"} body{}'}])).toContain('content:"\\22 } body{}"');
  });
});

it("leaves out what is for screens, and runs nothing", () => {
  const html = htmlOf(
    `<script>x</script><button>B</button><p class="screen-only">S</p><p>Kept \${1 + 1}</p>`
  );
  expect(html).not.toMatch(/script|button|>S</);
  expect(html).toContain(`Kept \${1 + 1}`);
});

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, expect, test} from "vitest";
import {escapeHtml, escapeMarkdown} from "../../src/charts/escapeText.ts";
import type {PublishedPage} from "../../src/pages/publication.ts";
import {buildSite} from "../../publish/site/buildSite.ts";
import {filesIn} from "../../publish/site/writeTree.ts";
import {figure, fixturePublication} from "./fixturePublication.ts";
import {siteFolder} from "./siteFolder.ts";

const folder = siteFolder();
const site = join(folder.path, "site");
const lines: string[] = [];

/** Framework runs `${ }`, Markdown reads `*`, HTML reads `<`: a product may be called all of it. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: Framework's own syntax, as a page would hold it
const hostile = '${document.title = "owned"} <script>alert(1)</script> {{x}} *a* [b](javascript:c) "\'& é®’';
const hostilePage: PublishedPage = {
  path: "hostile",
  title: hostile,
  group: hostile,
  figures: [],
  markdown: `# ${escapeMarkdown(hostile)}\n\nTop product: ${escapeMarkdown(hostile)}.\n\n<table><tbody><tr><th scope="row">${escapeHtml(hostile)}</th><td>1</td></tr></tbody></table>\n`
};
const codePage: PublishedPage = {
  path: "code",
  title: "An analyst’s own code",
  group: "About",
  figures: [],
  markdown:
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Framework's own syntax, as a page would hold it
    "# Code\n\nOne and one is ${1 + 1}.\n\n```js\ndisplay(Plot.barX([3], {x: (d) => d}).plot());\n```\n"
};
const publication = fixturePublication({pages: [...fixturePublication().pages, hostilePage, codePage]});

beforeAll(() => build(site, "work"));
afterAll(folder.remove);

function build(out: string, work: string): Promise<void> {
  return buildSite(publication, {
    out,
    workFolder: join(folder.path, work),
    pdfs: [{href: "report.pdf", label: "The report (PDF, 2 pages, 1 kB)"}],
    onLine: (line) => lines.push(line)
  });
}

function read(path: string): string {
  return readFileSync(join(site, path), "utf8");
}

function textFiles(): string[] {
  return filesIn(site).filter((path) => !path.endsWith(".woff2"));
}

test("every page and download lies at its own address", () => {
  const files = filesIn(site);
  for (const {path} of publication.pages) expect(files).toContain(`${path}.html`);
  for (const {path, content} of publication.downloads) expect(read(path)).toBe(content);
  expect(lines.length).toBeGreaterThan(0);
});

test("a page says its language, lets itself be enlarged, and describes itself by its answer", () => {
  const html = read("index.html");
  expect(html).toContain('<html lang="en">');
  expect(html).not.toContain("maximum-scale");
  expect(html).toContain("<title>Summary | Who shops when, and for what</title>");
  expect(html).toMatch(/<meta name="description" content="Saturday is the busiest day with 600,905 orders,/);
});

test("links are relative, with extension, at every depth", () => {
  const html = read("profiles/pet-owner.html");
  expect(html).toContain('href="../data/pets-departments.csv"');
  expect(html).toContain('href="../index.html"');
  expect(html).toContain('href="../report.pdf"');
  expect(html).not.toMatch(/(?:href|src)="\//);
});

test("a page without code has one small script of its own and no part of Framework's runtime", () => {
  for (const path of ["index.html", "when.html", "profiles/pet-owner.html", "hostile.html"]) {
    const scripts = [...read(path).matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).toMatch(/^<script src="(\.\/|\.\.\/)assets\/report\.[0-9a-f]{8}\.js" defer>$/);
  }
});

test("a page weighs at most 100 kB, its script 20 kB", () => {
  const html = read("index.html");
  const files = [
    "index.html",
    ...[...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, path = ""]) => path)
  ];
  const weights = new Map(files.map((path) => [path, gzipSync(readFileSync(join(site, path))).length]));
  expect([...weights.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(100_000);
  for (const [path, bytes] of weights) if (path.endsWith(".js")) expect(bytes).toBeLessThan(20_000);
});

test("text from data is shown, not run", () => {
  const html = read("hostile.html");
  expect(html).not.toContain("<script>alert");
  expect(html).not.toContain("observablehq-loading");
  expect(html).not.toContain('href="javascript:');
  expect(html).toContain("${document.title");
  const index = filesIn(site).find((path) => path.includes("minisearch"));
  expect(JSON.parse(read(index ?? ""))).toBeTypeOf("object");
});

test("an analyst's own code runs with the installed libraries", () => {
  const html = read("code.html");
  expect(html).toMatch(/import \{define\} from "\.\/_observablehq\/client\.[0-9a-f]+\.js"/);
  expect(filesIn(site).some((path) => path.startsWith("_npm/@observablehq/plot@0.6.17"))).toBe(true);
});

test("the policy of a page without code allows nothing inline that it was not published with", () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(read("index.html"))?.[1];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
});

test("nothing names another address to load from, or the machine it was made on", () => {
  for (const path of textFiles()) {
    const text = read(path);
    expect(text, path).not.toMatch(/(?:src|href)=["']?(?:https?:)?\/\//);
    expect(text, path).not.toMatch(/url\(["']?(?:https?:)?\/\//);
    expect(text, path).not.toContain(folder.path);
  }
});

test("two builds in different folders are the same, byte for byte", async () => {
  const again = join(folder.path, "again");
  await build(again, "other-work");
  expect(filesIn(again)).toEqual(filesIn(site));
  for (const path of filesIn(site))
    expect(readFileSync(join(again, path)).equals(readFileSync(join(site, path))), path).toBe(true);
});

test("a build does not write over what is there", async () => {
  await expect(build(site, "work")).rejects.toThrow("not empty");
});

test("a page that names a file which does not exist is the writer's to mend", async () => {
  const page = {
    path: "lost",
    title: "Lost",
    group: "",
    figures: [],
    markdown: `# Lost\n\n${figure("a", "b", "<p>c</p>", "data/lost.csv")}\n`
  };
  const options = {out: join(folder.path, "lost"), workFolder: join(folder.path, "work")};
  await expect(buildSite(fixturePublication({pages: [page]}), options)).rejects.toThrow(
    /does not exist.*data\/lost\.csv/
  );
});

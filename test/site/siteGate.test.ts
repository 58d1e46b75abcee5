import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Problem} from "../../data-loaders/config/problem.ts";
import type {PublishedPage} from "../../src/pages/publication.ts";
import {buildSite} from "../../publish/site/buildSite.ts";
import {siteGate} from "../../publish/site/siteGate.ts";
import {fixturePublication} from "./fixturePublication.ts";
import {siteFolder} from "./siteFolder.ts";

const cell = (code: string) => `\`\`\`js\n${code}\n\`\`\``;

/** A page with one fault in its Markdown, and what the gate must say of it. */
const faults: readonly (readonly [string, string, RegExp])[] = [
  ["failed-cell", cell('display(1); throw new Error("planted");'), /failed cell.*planted/],
  ["syntax-error", cell("const = 3;"), /failed cell.*SyntaxError/],
  ["unknown-variable", cell("display(neverDefined + 1);"), /failed cell.*neverDefined/],
  ["endless-cell", cell("await new Promise(() => {})"), /still waiting/],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Framework's own syntax, as a page would hold it
  ["failed-inline", "It is ${nothing.at.all}.", /failed cell.*nothing/],
  [
    "outside-picture",
    '<img src="https://pictures.example/a.png" alt="A picture">',
    /address: https:\/\/pictures/
  ],
  ["outside-script", '<script src="https://scripts.example/a.js"></script>', /address: https:\/\/scripts/],
  [
    "hollow-figure",
    '<figure id="hollow"><figcaption>Nothing</figcaption></figure>',
    /"hollow" without a picture/
  ],
  ["broken-link", "[Away](nowhere.html)", /links to nowhere\.html, which does not exist/],
  ["broken-anchor", "[Away](index.html#nowhere)", /index\.html#nowhere, an anchor/],
  ["script-link", '<a href="javascript:alert(1)">Run</a>', /can't be followed: javascript/],
  ["console-error", '<script>console.error("planted")</script>', /console: planted/],
  [
    "page-error",
    "<script>setTimeout(() => planted(), 0)</script>",
    /throws an error: planted is not defined/
  ],
  ["too-wide", '<div style="width:2000px">Wide</div>', /scrolls sideways/],
  ["not-a-number", "The mean is NaN items.", /shows "NaN"/],
  ["no-value", "<table><tbody><tr><th>A</th><td>undefined</td></tr></tbody></table>", /shows "undefined"/],
  ["left-over", "There are {{orders}} orders.", /shows "\{\{"/],
  ["no-alternative", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', /without alternative text/],
  [
    "nameless-drawing",
    '<svg width="9" height="9"><rect width="9" height="9"></rect></svg>',
    /without alternative text/
  ],
  ["empty-block", "<p></p>", /empty block/],
  ["same-id", '<p id="twin">A</p>\n<p id="twin">B</p>', /id "twin" twice/],
  ["second-heading", "# Again", /2 main headings/]
];

const folder = siteFolder();
const site = join(folder.path, "site");
let problems: readonly Problem[] = [];
const sound = fixturePublication();
const pages: PublishedPage[] = [
  ...sound.pages,
  ...faults.map(([path, body]) => ({
    path,
    title: path,
    group: "Faults",
    figures: path === "hollow-figure" ? ["hollow"] : [],
    markdown: `# ${path}\n\n${body}\n`
  })),
  {path: "lost-figure", title: "Lost", group: "Faults", figures: ["gone"], markdown: "# Lost\n\nText."},
  {path: "gone-page", title: "Gone", group: "Faults", figures: [], markdown: "# Gone\n\nText."},
  {path: "named-nan", title: "Names", group: "Faults", figures: [], markdown: namesOnly()}
];

function namesOnly(): string {
  const head = '<svg role="img" aria-label="NaN leads" width="90" height="20"><text y="15">NaN</text></svg>';
  return `# Names\n\n${head}\n\n<table><tbody><tr><th scope="row">NaN</th><td>12</td></tr></tbody></table>\n`;
}

beforeAll(async () => {
  await buildSite(fixturePublication({pages}), {out: site, workFolder: join(folder.path, "work")});
  plantInFiles();
  problems = await siteGate(site, {pages});
}, 120_000);
afterAll(folder.remove);

/** Faults that come after Framework, or that it would not let through. */
function plantInFiles(): void {
  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(join(site, path), change(readFileSync(join(site, path), "utf8")));
  rmSync(join(site, "gone-page.html"));
  rmSync(join(site, "data/department-share.csv"));
  writeFileSync(join(site, "data/forgotten.csv"), "a\n");
  mkdirSync(join(site, "extra"));
  writeFileSync(join(site, "extra/outside.css"), '@import url("https://styles.example/a.css");\n');
  edit("methods.html", (html) =>
    html.replace('href="./index.html"', 'href="/index.html"').replace(/<html lang="en">/, "<html>")
  );
  edit("methods.html", (html) => html.replace("</main>", '<img src="missing.png" alt="Gone"></main>'));
  edit("lost-figure.html", (html) =>
    html.replace("</main>", '<script type="module" src="./assets/nothing.js"></script></main>')
  );
}

function messagesFor(file: string): string {
  return problems
    .filter((problem) => problem.file === file)
    .map(({message}) => message)
    .join("\n");
}

test.each(faults)("a planted fault is caught: %s", (path, _body, message) => {
  expect(messagesFor(`${path}.html`)).toMatch(message);
});

test.each([
  ["a missing figure", "lost-figure.html", /lacks the figure "gone"/],
  ["a broken import", "lost-figure.html", /404 for assets\/nothing\.js/],
  ["a missing page", "gone-page.html", /missing from the site/],
  ["a link to a missing page", "index.html", /links to gone-page\.html/],
  ["a missing download", "when.html", /links to data\/department-share\.csv, which does not exist/],
  ["a download nobody links to", "data/forgotten.csv", /no page links/],
  ["a style sheet from elsewhere", "extra/outside.css", /styles\.example/],
  ["a link out of the folder", "methods.html", /out of the report's folder: \/index\.html/],
  ["a missing language", "methods.html", /has no language/],
  ["a missing picture", "methods.html", /404 for missing\.png/]
])("a planted fault is caught: %s", (_fault, file, message) => {
  expect(messagesFor(file)).toMatch(message);
});

test("a product called NaN is a name and no fault", () => {
  expect(messagesFor("named-nan.html")).not.toContain("NaN");
});

test("a sound site passes", async () => {
  const clean = join(folder.path, "clean");
  await buildSite(sound, {out: clean, workFolder: join(folder.path, "work")});
  expect(await siteGate(clean, sound)).toEqual([]);
}, 60_000);

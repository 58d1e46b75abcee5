import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Brand} from "../../data-loaders/config/brand.ts";
import {brandSheet} from "../../publish/site/brandSheet.ts";
import {buildSite} from "../../publish/site/buildSite.ts";
import {lightColours} from "../../publish/site/pictures/lightColours.ts";
import {projectRoot} from "../../publish/site/projectRoot.ts";
import {siteGate} from "../../publish/site/siteGate.ts";
import {themeFiles} from "../../publish/site/themeFiles.ts";
import {filesIn} from "../../publish/site/writeTree.ts";
import {fixturePublication} from "./fixturePublication.ts";
import {siteFolder} from "./siteFolder.ts";

const folder = siteFolder();
afterAll(folder.remove);

const brand: Brand = {
  name: "Acme Foods",
  logo: {
    kind: "svg",
    content: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1" width="4" height="1"></svg>',
    width: 4,
    height: 1
  },
  accent: {light: "#7a1f5c", dark: "#e6a0cc"},
  headings: {kind: "shipped", name: "Source Sans 3"}
};
const site = join(folder.path, "site");

beforeAll(async () => {
  const {settings, ...rest} = fixturePublication();
  await buildSite(
    {settings: {...settings, brand}, ...rest},
    {out: site, workFolder: join(folder.path, "work")}
  );
});

function read(path: string): string {
  return readFileSync(join(site, path), "utf8");
}

test("a report without a brand has the sheet as it is", () => {
  expect(brandSheet()).toBe("");
  expect(brandSheet({name: "Acme"})).toBe("");
});

test("the accent is the brand's on light and dark screens, in pictures and in the icon", async () => {
  const {css, icon} = await themeFiles(projectRoot(), brand);
  expect(css).toMatch(
    /:root\{--accent:#7a1f5c;--link:#7a1f5c;[^}]*\}@media[^{]*dark\)\{:root\{--accent:#e6a0cc;--link:#e6a0cc\}\}$/
  );
  expect(lightColours(css).get("accent")).toBe("#7a1f5c");
  expect(lightColours(css).get("paper")).toBe("#fdfcfa");
  expect(icon).toContain("#7a1f5c");
  expect(read("data/orders-by-day.svg")).toContain("#7a1f5c");
});

test("name and logo stand over the menu of every page", () => {
  for (const [path, up] of [
    ["index.html", "./"],
    ["profiles/pet-owner.html", "../"]
  ] as const) {
    const html = read(path);
    expect(html).toContain("Acme Foods");
    const address = new RegExp(
      `<img class="report-logo" src="${up.replaceAll(".", "\\.")}(assets/logo\\.[0-9a-f]{8}\\.svg)"`
    ).exec(html)?.[1];
    expect(filesIn(site)).toContain(address);
  }
});

test("faces that nothing is set in are not there", () => {
  expect(filesIn(site).filter((path) => path.includes("source-serif"))).toEqual([]);
  expect(read("index.html")).not.toMatch(/href=""/);
});

test("a web font of the brand's own is the first face of headings", async () => {
  const path = join(folder.path, "acme.woff2");
  writeFileSync(path, "wOF2");
  const {css, fonts} = await themeFiles(projectRoot(), {headings: {kind: "own", name: "Acme Sans", path}});
  expect(css).toContain('--font-text:"Acme Sans"');
  expect(fonts).toContainEqual(expect.objectContaining({file: "headings.woff2", source: path}));
});

test("the gate has nothing to say against it", async () => {
  const {pages} = fixturePublication();
  expect(await siteGate(site, {pages})).toEqual([]);
});

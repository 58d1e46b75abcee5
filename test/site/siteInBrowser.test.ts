import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import type {Browser, Page} from "puppeteer";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launchBrowser} from "../../publish/pdf/browser.ts";
import {buildSite} from "../../publish/site/buildSite.ts";
import type {StaticServer} from "../../publish/site/staticServer.ts";
import {serveFolder} from "../../publish/site/staticServer.ts";
import {readPdf} from "../pdf/readPdf.ts";
import {fixturePublication} from "./fixturePublication.ts";
import {siteFolder} from "./siteFolder.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = siteFolder();
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  const site = join(folder.path, "site");
  await buildSite(fixturePublication(), {out: site, workFolder: join(folder.path, "work")});
  [server, browser] = await Promise.all([serveFolder(site, "/sub/path/"), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  folder.remove();
});

async function open(path: string, width = 1280): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({width, height: 800});
  await page.goto(`${server.url}${path}`);
  return page;
}

test("search is loaded when it is wanted, and finds pages and figures", async () => {
  const page = await open("profiles/pet-owner.html");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url().slice(server.url.length)));
  await page.keyboard.press("/");
  await page.waitForNetworkIdle({idleTime: 100});
  const modules = asked.filter((path) => path.startsWith("_observablehq/"));
  expect(modules.map((path) => path.replace(/\.[0-9a-f]{8}\./, "."))).toEqual([
    "_observablehq/search.js",
    "_observablehq/minisearch.json"
  ]);
  await page.keyboard.type("busiest");
  await page.waitForSelector("#observablehq-search-results a");
  const links = await page.$$eval("#observablehq-search-results a", (found) =>
    found.map((link) => link.href)
  );
  expect(links).toContain(`${server.url}index.html`);
  await page.$eval("#observablehq-search input", (input) => {
    input.value = "alcohol";
    input.dispatchEvent(new Event("input"));
  });
  const figure = await page.waitForSelector("#observablehq-search-results a[href$='#department-share']");
  expect(await figure?.evaluate((link) => link.textContent)).toMatch(/^Figure 1: Produce fills 29 %/);
  await figure?.click();
  await page.waitForFunction("location.hash === '#department-share'");
  await page.close();
});

test("on a phone the contents open and close without a script", async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({width: 360, height: 740});
  await page.goto(`${server.url}when.html`);
  const visible = () => page.$eval("#observablehq-sidebar", (nav) => nav.getBoundingClientRect().height > 0);
  expect(await visible()).toBe(false);
  await page.click(".menu-button");
  expect(await visible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await visible()).toBe(false);
  await page.click(".menu-button");
  await page.click(".close-button");
  expect(await visible()).toBe(false);
  await page.close();
});

test("what hover shows can be reached by keyboard and by touch", async () => {
  const page = await open("index.html");
  const shown = () => page.$eval(".tip", (tip) => tip.textContent);
  await page.focus(".chart-wide");
  await page.keyboard.press("ArrowRight");
  expect(await shown()).toBe("Saturday: 600905 orders");
  await page.keyboard.press("ArrowDown");
  expect(await shown()).toBe("Sunday: 587478 orders");
  await page.keyboard.press("Escape");
  expect(await shown()).toBe("");
  await page.setViewport({width: 360, height: 740, hasTouch: true});
  const mark = await page.$(".chart-narrow [data-tip^='Friday']");
  await mark?.tap();
  expect(await shown()).toBe("Friday: 448761 orders");
  await page.close();
});

test("the first stop of the keyboard leads past the navigation", async () => {
  const page = await open("index.html");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the page");
  await page.keyboard.press("Enter");
  await page.waitForFunction('document.activeElement.id === "observablehq-main"', {timeout: 5000});
  await page.close();
});

test.each([
  ["wide, light", 1280, "light"],
  ["wide, dark", 1280, "dark"],
  ["phone, light", 320, "light"],
  ["phone, dark", 320, "dark"]
] as const)("accessible: %s", async (_name, width, scheme) => {
  const page = await open("when.html", width);
  await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}]);
  await page.evaluate(axe);
  const violations = await page.evaluate(
    "axe.run(document).then(({violations}) => violations.map(({id, nodes}) => id + ': ' + nodes[0].html))"
  );
  expect(violations).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  await page.close();
});

test("a column of text holds at most 80 characters", async () => {
  const page = await open("methods.html", 1440);
  const perLine = await page.$eval("main p", (paragraph) => {
    const range = document.createRange();
    const text = document.createElement("p");
    text.textContent = "The quick brown fox jumps over the lazy dog. ".repeat(20);
    paragraph.replaceWith(text);
    range.selectNodeContents(text);
    return (
      (text.textContent?.length ?? 0) /
      (text.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(text).lineHeight))
    );
  });
  expect(perLine).toBeGreaterThan(60);
  expect(perLine).toBeLessThan(80);
  await page.close();
});

test("a page prints by itself: no navigation, nothing folded, nothing to click, no figure torn", async () => {
  const page = await open("profiles/pet-owner.html");
  const {pages} = await readPdf(await page.pdf({preferCSSPageSize: true, printBackground: true}));
  const text = pages.map((each) => each.text).join(" ");
  const title = await page.$eval("main h1", (heading) => heading.textContent ?? "");
  expect(text.replaceAll(/\s/g, "")).toContain(title.replaceAll(/\s/g, ""));
  expect(text).not.toMatch(/Search the report|Skip to the page|as a table|\(CSV/);
  await page.emulateMediaType("print");
  const figures = await page.$$eval("main figure.figure", (all) =>
    all.map((figure) => [getComputedStyle(figure).breakInside, figure.scrollWidth <= figure.clientWidth])
  );
  expect(figures.length).toBeGreaterThan(0);
  expect(new Set(figures.map(String))).toEqual(new Set(["avoid,true"]));
  await page.close();
});

import {afterAll, beforeAll, expect, test} from "vitest";
import type {Browser, Page} from "puppeteer";
import type {Publication} from "../../src/pages/publication.ts";
import {launchBrowser} from "../../publish/pdf/browser.ts";
import type {Preview} from "../../publish/site/startPreview.ts";
import {startPreview} from "../../publish/site/startPreview.ts";
import {fixturePublication} from "./fixturePublication.ts";
import {siteFolder} from "./siteFolder.ts";

const folder = siteFolder();
const report = fixturePublication();
let preview: Preview;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [preview, browser] = await Promise.all([startPreview({workFolder: folder.path, port: 0}), launchBrowser()]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await preview?.close();
  folder.remove();
});

/** Milliseconds until the page shows a text; a reload in between is fine. */
async function shows(text: string): Promise<number> {
  const start = performance.now();
  const condition = `document.body.textContent.includes(${JSON.stringify(text)})`;
  while (!(await page.evaluate(condition).catch(() => false))) {
    if (performance.now() - start > 10_000) throw new Error(`never showed: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - start;
}

function withText(from: string, to: string): Publication {
  const pages = report.pages.map((each) => ({...each, markdown: each.markdown.replace(from, to)}));
  return {...report, pages};
}

/** Until the page watches for changes: Framework looks once more half a second after an update. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 1_500));

test("starts with a word of patience and turns into the report", async () => {
  await page.goto(preview.url);
  await shows("on its way");
  await preview.update(report);
  await shows("Saturday is the busiest day");
  await shows("When people shop");
  await shows("Gallery of charts");
});

test("an update is visible well under a second later, without loading the page again", async () => {
  await settled();
  await page.goto(`${preview.url}when.html`);
  await settled();
  await page.evaluate("window.sameLoad = true");
  await preview.update(withText("between 10 and 16", "between 9 and 17"));
  expect(await shows("between 9 and 17")).toBeLessThan(1_000);
  expect(await page.evaluate("window.sameLoad")).toBe(true);
});

test("fonts, figures and downloads are there", async () => {
  const fonts = await page.evaluate(
    `document.fonts.ready.then(() => document.fonts.check('16px "Source Sans 3"'))`
  );
  expect(fonts).toBe(true);
  const status = await page.$eval(
    "a[download]",
    async (link) => (await fetch((link as HTMLAnchorElement).href)).status
  );
  expect(status).toBe(200);
});

test("a page that gets another name gets it in the navigation too", async () => {
  await settled();
  const pages = report.pages.map((each) =>
    each.path === "methods" ? {...each, title: "How it was done"} : each
  );
  await preview.update({...report, pages});
  await shows("How it was done");
});

test("a port in use is the user's to change", async () => {
  const port = Number(new URL(preview.url).port);
  await expect(startPreview({workFolder: folder.path, port})).rejects.toThrow(`port ${port} is in use`);
});

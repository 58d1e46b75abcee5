import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser} from "puppeteer";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {UNSEEN} from "../../../data-loaders/config/problem.ts";
import {launchBrowser} from "../../../publish/pdf/browser.ts";
import type {Plan} from "../../../publish/plan/plan.ts";
import {planHtml} from "../../../publish/plan/planHtml.ts";
import {planText} from "../../../publish/plan/planText.ts";
import {tempFolder} from "../../tempFolder.ts";

const HOSTILE = `<img src=x onerror=alert(1)><script>alert(1)</script>" onload='x' \${1} {{ x }} \u202eb\u001b[31m </style>`;

/** Hostile text wherever config, data and pages bring text into a plan. */
const plan: Plan = {
  plan: 1,
  against: {version: "1.0.0", date: "2026-11-22", title: HOSTILE},
  now: {version: "1.1.0", date: "2026-11-22", title: HOSTILE},
  same: false,
  customers_at_least: {before: 10, now: 20},
  notes: [HOSTILE],
  problems: [HOSTILE],
  data: {changed: true, read_otherwise: true, tables: [{table: "orders", before: 19847, now: 22001}]},
  config: ["segments.yaml"],
  definitions: [{kind: "fact", name: HOSTILE, before: HOSTILE, now: HOSTILE}],
  recommendations: {came: [HOSTILE], went: [HOSTILE]},
  facts: {added: [HOSTILE], removed: [], changed: []},
  segmentations: [
    {
      name: "loyalty",
      title: HOSTILE,
      grain: "customer",
      status: "changed",
      was: {name: "old", title: HOSTILE},
      because: ["definition", "data"],
      segments: [
        {
          label: HOSTILE,
          status: "kept",
          before: 652,
          by_old_rule: 660,
          now: 1640,
          change: 988,
          rule: {before: HOSTILE, now: HOSTILE}
        },
        {
          label: "A label that is as long as an analyst in a hurry would ever write one, and longer",
          status: "renamed",
          was: HOSTILE,
          before: 442,
          by_old_rule: 450,
          now: "covered",
          change: "few"
        },
        {
          label: "Small",
          status: "kept",
          before: 31,
          by_old_rule: 30,
          now: "few",
          change: "covered",
          threshold: "falls under"
        },
        {label: HOSTILE, status: "removed", before: 20}
      ],
      flow: {
        moved: 988,
        moved_at_least: true,
        of: 2300,
        moves: [
          {from: HOSTILE, to: HOSTILE, size: 988},
          {from: "Small", to: HOSTILE, size: "few"}
        ]
      }
    }
  ],
  pages: {
    now: 3,
    change: [{path: "index", title: HOSTILE}],
    appear: [{path: "new", title: HOSTILE}],
    vanish: [{path: "old", title: HOSTILE}],
    move: [{from: {path: "a", title: HOSTILE}, to: {path: "b", title: HOSTILE}}]
  },
  findings: [
    {
      id: "one",
      page: "index",
      status: "changed",
      before: HOSTILE,
      now: HOSTILE,
      verdict: {before: "difference", now: HOSTILE}
    },
    {id: "two", page: "new", status: "added", now: "1 in 12 customers is loyal"}
  ],
  findings_now: 12
};

describe("planHtml", () => {
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    const file = join(tempFolder(), "plan.html");
    writeFileSync(file, await planHtml(plan, process.cwd()));
    address = pathToFileURL(file).href;
  });
  afterAll(() => browser.close());

  it.each([
    [320, "light"],
    [390, "dark"],
    [1280, "light"]
  ])("runs nothing, asks for nothing and needs no sideways scroll at %d px, %s", async (width, scheme) => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("console", (message) => faults.push(message.text()));
    page.on("dialog", (dialog) => faults.push(dialog.message()));
    page.on("request", (request) => {
      if (request.url() !== address && !request.url().startsWith("data:")) faults.push(request.url());
    });
    await page.setViewport({width, height: 800});
    await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}]);
    await page.goto(address);
    const seen = await page.evaluate(async () => {
      await document.fonts.ready;
      return {
        width: document.documentElement.scrollWidth,
        foreign: document.querySelectorAll("script, img, [onerror], [onload]").length,
        headings: document.querySelectorAll("h1").length,
        faces: [...document.fonts].filter(({status}) => status === "loaded").length
      };
    });
    await page.close();
    expect(faults).toEqual([]);
    expect(seen).toEqual({width, foreign: 0, headings: 1, faces: 3});
  });

  it("is the same bytes each time", async () => {
    expect(await planHtml(plan, process.cwd())).toBe(await planHtml(plan, process.cwd()));
  });
});

describe("planText", () => {
  it("lets no label steer the terminal, and is coloured when asked only", () => {
    const unseen = (text: string): string[] => text.replaceAll("\n", "").match(UNSEEN) ?? [];
    expect(unseen(planText(plan, {isColoured: false}))).toEqual([]);
    const coloured = planText(plan, {isColoured: true});
    for (const sign of ["1", "2", "22"]) expect(coloured).toContain(`\u001b[${sign}m`);
    const rest = ["1", "2", "22"].reduce((text, sign) => text.replaceAll(`\u001b[${sign}m`, ""), coloured);
    expect(unseen(rest)).toEqual([]);
  });

  it("keeps to 100 columns where no word is longer", () => {
    const long = planText(plan, {isColoured: false})
      .split("\n")
      .filter((line) => [...line].length > 100);
    expect(long).toEqual([]);
  });
});

import {execFileSync, spawnSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {PDFDocument, PDFStream} from "@cantoo/pdf-lib";
import {parse} from "csv-parse/sync";
import type {Browser} from "puppeteer";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launchBrowser} from "../../publish/pdf/browser.ts";
import {serveFolder} from "../../publish/site/staticServer.ts";
import type {StaticServer} from "../../publish/site/staticServer.ts";
import {filesIn} from "../../publish/site/writeTree.ts";
import {tempFolder} from "../tempFolder.ts";
import {csvCell, NAUGHTY} from "./naughtyTexts.ts";
import {scoreOf} from "./score.ts";

/*
 * A whole report whose products, departments and segments are called by naughty texts, published by the real command in
 * a clone, without a network where the system can take it away; then every file of it is looked at.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const minutes = 60_000;
const score = scoreOf(
  "Hostile text",
  "names of products, departments and segments in every file of a published report"
);

/** Departments that no rule of the shipped configuration names. */
const RENAMED = [
  "snacks",
  "frozen",
  "pantry",
  "beverages",
  "household",
  "canned goods",
  "deli",
  "bakery",
  "bulk"
];

function spoil(data: string): void {
  const departments = join(data, "departments.csv");
  const [ids = "", names = ""] = readFileSync(departments, "utf8").split(/\r?\n/);
  const spoilt = names.split(",").map((name) => {
    const at = RENAMED.indexOf(name);
    return at < 0 ? name : csvCell(NAUGHTY[at + 1]!);
  });
  writeFileSync(departments, `${ids}\n${spoilt.join(",")}\n`);
  const products = join(data, "products.csv");
  const rows = readFileSync(products, "utf8").split(/\r?\n/);
  const named = rows.map((row) =>
    row.replace(
      /^(\d+),(?:"(?:[^"]|"")*"|[^,]*),/,
      (_, id: string) => `${id},${csvCell(`${NAUGHTY[Number(id) % NAUGHTY.length]} ${id}`)},`
    )
  );
  writeFileSync(products, named.join("\n"));
}

/** An own network without any address but the machine's own, where the system gives one. */
function withoutNetwork(command: readonly string[]): string[] {
  const can = spawnSync("unshare", ["-n", "ip", "link", "set", "lo", "up"]).status === 0;
  return can ? ["unshare", "-n", "sh", "-c", 'ip link set lo up; exec "$@"', "sh", ...command] : [...command];
}

/** As an attack would that got markup into a page: the policy has to refuse it. */
const runsWhatIsPutIn = `(() => {
  const script = document.createElement("script");
  script.textContent = "window.putIn = 1";
  document.body.append(script);
  const handler = document.createElement("div");
  handler.innerHTML = "<b onclick='window.putIn = 1'></b>";
  handler.firstChild.click();
  return window.putIn === 1;
})()`;

describe.skipIf(!process.env.CARTOGRAPH_FULL)("hostile text", () => {
  let version: string;
  let told: string;
  let files: readonly string[];
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    const folder = tempFolder();
    const clone = join(folder, "clone");
    const data = join(folder, "data");
    execFileSync("git", ["clone", "--quiet", "--no-hardlinks", root, clone]);
    const modules = join(root, "node_modules");
    if (spawnSync("cp", ["-al", modules, clone]).status !== 0) execFileSync("cp", ["-r", modules, clone]);
    const run = (args: readonly string[]) => {
      const [command = "", ...rest] = withoutNetwork([process.execPath, "bin/cartograph.mjs", ...args]);
      return spawnSync(command, rest, {cwd: clone, encoding: "utf8"});
    };
    expect(run(["sample", "--customers", "1500", "--seed", "3", "--out", data]).status).toBe(0);
    spoil(data);
    const segments = join(clone, "config/segments.yaml");
    const written = readFileSync(segments, "utf8")
      .replace(/^ {6}South:/m, "      '<script>window.owned=2</script>':")
      .replace(/^ {6}West:/m, "      '../../../West':")
      .replace(/^ {6}Midwest:/m, "      '=1+1':");
    writeFileSync(segments, written);
    const {status, stderr} = run([
      "report",
      "--publish",
      "1.0.0",
      "--data",
      data,
      "--dist",
      join(folder, "dist")
    ]);
    expect(status, stderr).toBe(0);
    told = stderr;
    version = join(folder, "dist/1.0.0");
    files = filesIn(version);
    [server, browser] = await Promise.all([serveFolder(version, "/"), launchBrowser()]);
  }, 10 * minutes);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** One case for each file; those that fail are named. */
  function expectNoneOf(looked: readonly string[], isWrong: (path: string) => boolean): void {
    expect(looked.length).toBeGreaterThan(0);
    const wrong = looked.filter(isWrong);
    for (const path of looked) score.note(wrong.includes(path) ? "failed" : "survived");
    expect(wrong).toEqual([]);
  }
  const ending = (end: string): string[] => files.filter((path) => path.endsWith(end));
  const text = (path: string): string => readFileSync(join(version, path), "utf8");

  it("stays text on every page of the site, under its policy, in the browser", {
    timeout: 5 * minutes
  }, async () => {
    const troubles = new Map<string, string[]>();
    for (const path of ending(".html")) {
      const page = await browser.newPage();
      const found: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") found.push(message.text());
      });
      page.on("pageerror", (error) => found.push(String(error)));
      page.on("dialog", (dialog) => found.push(dialog.message()));
      await page.goto(`${server.url}${path}`, {waitUntil: "networkidle0"});
      const told = [...found]; // before anything is put in
      const seen = (await page.evaluate(`[
        window.owned === undefined ? "" : "a script ran",
        ...[...document.querySelectorAll("[onerror],[onload],[onmouseover],img[src=x],foreignObject,a[href^='javascript:' i]")].map((one) => one.outerHTML),
        /script-src 'self'(?!.*unsafe)/.test(document.querySelector("meta[http-equiv='Content-Security-Policy' i]")?.content ?? "") ? "" : "no strict policy"
      ].filter((told) => told !== "")`)) as string[];
      if (await page.evaluate(runsWhatIsPutIn)) seen.push("a script that was put in ran");
      troubles.set(path, [...told, ...seen]);
      await page.close();
    }
    expectNoneOf(ending(".html"), (path) => troubles.get(path)!.length > 0);
  });

  it("is shown to the letter", () => {
    const pages = ending(".html").map(text).join("\n");
    const shown = [NAUGHTY[1]!, "<script>window.owned=2</script>"];
    expectNoneOf(shown, (label) => !pages.includes(label.replaceAll("<", "&lt;").replaceAll(">", "&gt;")));
  });

  it("is no formula in any cell of a download or the workbook", () => {
    const isFormula = (cell: string): boolean => /^[=+@\t\r]|^-(?![\d.])/.test(cell);
    expectNoneOf(ending(".csv"), (path) =>
      (parse(text(path), {bom: true}) as string[][]).flat().some(isFormula)
    );
    const sheets = execFileSync("unzip", ["-p", join(version, "figures.xlsx")], {
      encoding: "utf8",
      maxBuffer: 2 ** 28
    });
    expectNoneOf(["figures.xlsx"], () => /<f[ >]|[^\P{Cc}\r\n\t]/u.test(sheets));
  });

  it("is no script and no markup in drawings, and well-formed", async () => {
    const page = await browser.newPage();
    const wrong = new Set<string>();
    for (const path of ending(".svg")) {
      const count = await page.evaluate((svg: string) => {
        const drawing = new DOMParser().parseFromString(svg, "image/svg+xml");
        return drawing.querySelectorAll("parsererror,script,foreignObject,[onload],[onerror],[onmouseover]")
          .length;
      }, text(path));
      if (count > 0) wrong.add(path);
    }
    await page.close();
    expectNoneOf(ending(".svg"), (path) => wrong.has(path));
  });

  it("is no action in a PDF", async () => {
    const acting: string[] = [];
    for (const path of ending(".pdf")) {
      const {context} = await PDFDocument.load(readFileSync(join(version, path)), {updateMetadata: false});
      const objects = context
        .enumerateIndirectObjects()
        .filter(([, object]) => !(object instanceof PDFStream));
      expect(objects.length).toBeGreaterThan(100);
      if (
        objects.some(([, object]) =>
          /\/(JavaScript|JS|Launch|AA|SubmitForm|ImportData)\b/.test(String(object))
        )
      )
        acting.push(path);
    }
    expectNoneOf(ending(".pdf"), (path) => acting.includes(path));
  });

  it("names no file", () => {
    expectNoneOf(files, (path) => !/^[\w.-]+(\/[\w.-]+)*$/.test(path) || path.includes(".."));
  });

  it("steers no terminal", () => {
    const isSteering = (line: string): boolean => /[\p{Cc}\u202e\u2067]/u.test(line);
    expectNoneOf(told.trimEnd().split(/\r?\n/), isSteering);
  });
});

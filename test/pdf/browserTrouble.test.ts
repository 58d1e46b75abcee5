import {spawnSync} from "node:child_process";
import {chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "puppeteer";
import {afterAll, afterEach, describe, expect, it, vi} from "vitest";
import {findBrowser, launchBrowser, noBrowser} from "../../publish/pdf/browser.ts";
import {BrowserProblem} from "../../publish/pdf/browserProblem.ts";
import {printReports} from "../../publish/pdf/printReports.ts";
import type {ProgressStream} from "../../publish/progress.ts";
import {startProgress} from "../../publish/progress.ts";
import {reportPdfs} from "../../publish/reportPdfs.ts";
import {reportFixture} from "./reportFixture.ts";

const folder = mkdtempSync(join(tmpdir(), "cartograph-test-trouble-"));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function program(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return file;
}

/**
 * A browser that works but for what it prints: everything passes between Cartograph and the real one, and the bytes
 * of a printed file are replaced.
 */
function rubbishPrinter(real: string): string {
  return program(
    "rubbish",
    `#!${process.execPath}
const {spawn} = require("node:child_process");
const fs = require("node:fs");
const child = spawn(${JSON.stringify(real)}, process.argv.slice(2), {stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"]});
fs.createReadStream(null, {fd: 3}).pipe(child.stdio[3]);
const out = fs.createWriteStream(null, {fd: 4});
let rest = Buffer.alloc(0);
child.stdio[4].on("data", (data) => {
  rest = Buffer.concat([rest, data]);
  for (let end; (end = rest.indexOf(0)) >= 0; rest = rest.subarray(end + 1)) {
    const message = JSON.parse(rest.subarray(0, end).toString());
    if (message.result?.base64Encoded && message.result.data)
      message.result.data = Buffer.from("no PDF at all, ".repeat(50)).toString("base64");
    out.write(JSON.stringify(message) + "\\0");
  }
});
child.on("exit", () => process.exit(0));
process.on("exit", () => child.kill("SIGKILL"));
process.on("SIGTERM", () => process.exit(0));
`
  );
}

const isAlive = (pid: number) =>
  spawnSync("sh", ["-c", `kill -0 ${pid} 2>/dev/null && ! grep -q '^State:.Z' /proc/${pid}/status`])
    .status === 0;

async function processesOf(browser: Browser): Promise<number[]> {
  const group = browser.process()!.pid!;
  const {stdout} = spawnSync("ps", ["-eo", "pid=,pgid="], {encoding: "utf8"});
  return stdout.split("\n").flatMap((line) => {
    const [pid, pgid] = line.trim().split(/\s+/).map(Number);
    return pid && pgid === group ? [pid] : [];
  });
}

/** Everything a build says. */
function recorded(): {stream: ProgressStream; said: () => string} {
  let text = "";
  return {stream: {write: (part) => (text += part)}, said: () => text};
}

const made = (isDraft: boolean) => ({
  publication: {...reportFixture(0), edition: {isDraft, older: []}},
  madeOf: [],
  isDraft
});

describe("a browser that is not there", () => {
  it("is told in three lines of what to install", () => {
    const lines = noBrowser().message.split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain("install Google Chrome or Chromium");
    expect(lines[1]).toContain("npx puppeteer browsers install chrome");
    expect(lines[2]).toContain("CARTOGRAPH_BROWSER");
  });

  it("leaves a draft without PDFs, which says so; what is published for good needs them", async () => {
    vi.stubEnv("CARTOGRAPH_BROWSER", "/nowhere/chrome");
    const {stream, said} = recorded();
    expect(await reportPdfs(made(true), startProgress(stream))).toBeUndefined();
    expect(said()).toContain("a site without PDFs and PNGs");
    expect(said()).toContain("CARTOGRAPH_BROWSER: no program at /nowhere/chrome");
    await expect(reportPdfs(made(false), startProgress(stream))).rejects.toThrow(BrowserProblem);
  });
});

describe("a browser that fails while it prints", () => {
  it("by returning rubbish is told, and ended", async () => {
    const {path} = await findBrowser();
    vi.stubEnv("CARTOGRAPH_BROWSER", rubbishPrinter(path));
    let pids: number[] = [];
    const launch = async () => {
      const browser = await launchBrowser();
      pids = await processesOf(browser);
      return browser;
    };
    await expect(printReports(reportFixture(0), "x", {launch})).rejects.toThrow(
      /report\.pdf: the browser stopped while printing \(it printed something that is no PDF/
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(pids.length).toBeGreaterThan(1);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it("by hanging is given up in bounded time, and none of its processes is left", async () => {
    let pids: number[] = [];
    const launch = async () => {
      const browser = await launchBrowser();
      pids = await processesOf(browser);
      for (const pid of pids) process.kill(pid, "SIGSTOP");
      return browser;
    };
    const started = performance.now();
    const {stream, said} = recorded();
    expect(await reportPdfs(made(true), startProgress(stream), {launch, within: 700})).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(said()).toMatch(/the browser stopped while printing \((no answer within 2\.1 s|.*timed? ?out)/i);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(pids.length).toBeGreaterThan(1);
    expect(pids.filter(isAlive)).toEqual([]);
  }, 30_000);

  it("by crashing is told, and its profile goes with it", async () => {
    let profile = "";
    const launch = async () => {
      const browser = await launchBrowser();
      profile = browser
        .process()!
        .spawnargs.find((arg) => arg.startsWith("--user-data-dir="))!
        .slice(16);
      expect(existsSync(profile)).toBe(true);
      setTimeout(() => browser.process()?.kill("SIGKILL"), 60);
      return browser;
    };
    const {stream, said} = recorded();
    expect(await reportPdfs(made(true), startProgress(stream), {launch})).toBeUndefined();
    expect(said()).toContain("report.pdf: the browser stopped while printing");
    expect(existsSync(profile)).toBe(false);
  });
});

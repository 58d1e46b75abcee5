import {spawn} from "node:child_process";
import {chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from "vitest";
import {findBrowser, launchBrowser} from "../../publish/pdf/browser.ts";
import {bundledBrowserRunsHere} from "../../publish/pdf/bundledBrowser.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "cartograph-test-browser-"));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function program(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const profiles = (pid: number | undefined) =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`cartograph-browser-${pid}-`));

describe("the browser", () => {
  it.skipIf(!bundledBrowserRunsHere())(
    "comes with the packages, and starts and prints with no font and no library of the machine",
    async () => {
      vi.stubEnv("CARTOGRAPH_BROWSER", "bundled");
      vi.stubEnv("FONTCONFIG_PATH", "/nowhere");
      const {from, path} = await findBrowser();
      expect([from, existsSync(path)]).toEqual(["@sparticuz/chromium", true]);
      const browser = await launchBrowser();
      const page = await browser.newPage();
      await page.setContent("<h1>Label</h1>");
      expect((await page.pdf()).length).toBeGreaterThan(3000); // a page without any font is some 700 bytes
      await browser.close();
    }
  );

  it("is the one named in the environment, or the mistake is named", async () => {
    const named = program("named", "exit 0");
    vi.stubEnv("CARTOGRAPH_BROWSER", named);
    expect(await findBrowser()).toMatchObject({path: named, from: "CARTOGRAPH_BROWSER"});
    vi.stubEnv("CARTOGRAPH_BROWSER", "/nowhere/chrome");
    await expect(findBrowser()).rejects.toThrow("CARTOGRAPH_BROWSER: no program at /nowhere/chrome");
  });

  it("that dies at once is told with its last words", async () => {
    vi.stubEnv("CARTOGRAPH_BROWSER", program("broken", "echo libnss3.so is missing >&2; exit 127"));
    await expect(launchBrowser()).rejects.toThrow(
      /did not start: it ended at once \(libnss3.so is missing\)/
    );
    expect(profiles(process.pid)).toEqual([]);
  });

  it("that says nothing is given up in time, and ended", async () => {
    const silent = program("silent", `echo $$ > ${join(folder, "pid")}; exec sleep 600`);
    vi.stubEnv("CARTOGRAPH_BROWSER", silent);
    await expect(launchBrowser({startsWithin: 500})).rejects.toThrow(/no answer within 0.5 s/);
    const {status} = await ended(spawn("sh", ["-c", `sleep 0.2; kill -0 $(cat ${join(folder, "pid")})`]));
    expect(status).not.toBe(0);
  });

  it("goes on after the time it had to start", async () => {
    const browser = await launchBrowser({startsWithin: 5_000});
    await new Promise((resolve) => setTimeout(resolve, 5_300));
    expect(browser.connected).toBe(true);
    await browser.close();
    expect(profiles(process.pid)).toEqual([]);
  });
});

describe("a process that ends", () => {
  let script: string;
  beforeAll(async () => {
    // Beside the packages, so that they are found.
    script = join(root, "node_modules/.cache", `cartograph-test-${process.pid}.mjs`);
    await build({
      stdin: {
        contents: `import {launchBrowser} from "./publish/pdf/browser.ts"; const browser = await launchBrowser(); console.log(browser.process().pid); setInterval(() => {}, 1000);`,
        resolveDir: root
      },
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      outfile: script,
      logLevel: "error"
    });
  });
  afterAll(() => rmSync(script, {force: true}));

  it.each(["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "by %s takes its browser along",
    async (signal) => {
      const child = spawn(process.execPath, [script], {stdio: ["ignore", "pipe", "inherit"]});
      const pid = await new Promise<number>((resolve) =>
        child.stdout.once("data", (line) => resolve(Number(line)))
      );
      child.kill(signal);
      await ended(child);
      await expect.poll(() => isAlive(pid), {timeout: 5000}).toBe(false);
      // What a killed process could not tidy up, the next one does.
      if (signal === "SIGKILL") await launchBrowser().then((browser) => browser.close());
      expect(profiles(child.pid)).toEqual([]);
    }
  );
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function ended(child: ReturnType<typeof spawn>): Promise<{status: number | null}> {
  return new Promise((resolve) => child.once("exit", (status) => resolve({status})));
}

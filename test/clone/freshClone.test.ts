import {execFileSync, spawnSync} from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launchBrowser} from "../../publish/pdf/browser.ts";
import {startDev} from "./dev.ts";

/*
 * The README's two commands in an exported clone, with nothing but Node and npm: packages are installed anew, the
 * bundled browser is used, HOME is empty.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const minutes = 60_000;
let folder: string;
let clone: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "clone-"));
  clone = join(folder, "cartograph");
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", root, clone]);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function cleanEnv(): Record<string, string> {
  const kept = ["npm_config_registry", "npm_config_cache"].flatMap((name) =>
    process.env[name] ? [[name, process.env[name]]] : []
  );
  return {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    CARTOGRAPH_BROWSER: "bundled",
    ...Object.fromEntries(kept)
  };
}

function npm(args: readonly string[]): {status: number | null; text: string} {
  const {status, stdout, stderr} = spawnSync("npm", args, {
    cwd: clone,
    env: cleanEnv(),
    encoding: "utf8",
    timeout: 8 * minutes
  });
  return {status, text: `${stdout}\n${stderr}`};
}

test("npm run report builds the site and the PDF from the bundled sample", {timeout: 8 * minutes}, () => {
  const {status, text} = npm(["run", "report"]);
  expect(text).not.toMatch(/EBADENGINE|npm error/);
  expect(status, text).toBe(0);
  const draft = join(clone, "dist/draft");
  expect(text).toContain("open dist/draft/index.html or dist/draft/report.pdf");
  expect(readFileSync(join(draft, "index.html"), "utf8")).toContain("<figure");
  expect(readFileSync(join(draft, "report.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  expect(statSync(join(draft, "data")).isDirectory()).toBe(true);
  expect(existsSync(join(clone, "dist/versions.json"))).toBe(false);
  expect(execFileSync("git", ["status", "--porcelain"], {cwd: clone, encoding: "utf8"})).toBe("");
});

test("npm test runs types, style and tests there, and says how many", {timeout: 8 * minutes}, () => {
  const {status, text} = npm(["test", "--", "test/publish"]);
  expect(status, text).toBe(0);
  expect(text).toMatch(/\n[1-9]\d* passed, 0 failed, 0 skipped\n/);
});

/** Changes a file of the clone. */
function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(clone, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  expect(after, `${file} holds ${from}`).not.toBe(before);
  writeFileSync(path, after);
}

test("npm run dev brings an edit of a page, a YAML file, a CSV or the code to the browser", {
  timeout: 3 * minutes
}, async () => {
  const data = join(clone, "data");
  cpSync(
    join(clone, ".cache", readdirSync(join(clone, ".cache")).find((name) => name.startsWith("sample-"))!),
    data,
    {recursive: true}
  );
  const dev = await startDev(clone, cleanEnv());
  const browser = await launchBrowser();
  try {
    const seen = async (path: string, text: string, change: () => void): Promise<number> => {
      const page = await browser.newPage();
      await page.goto(`${dev.url}${path}`, {waitUntil: "networkidle0"});
      expect(await page.evaluate("document.body.innerText")).not.toContain(text);
      const start = performance.now();
      change();
      await page
        .waitForFunction(
          (wanted: string) => document.body.textContent?.includes(wanted),
          {timeout: 60_000, polling: 20},
          text
        )
        .catch(() => {
          throw new Error(`"${text}" did not come to ${path}:\n${dev.text()}`);
        });
      const milliseconds = Math.round(performance.now() - start);
      await page.close();
      return milliseconds;
    };
    const times = {
      segmentation: await seen("habits-by-region", "Southland", () =>
        edit("config/segments.yaml", "South:", "Southland:")
      ),
      page: await seen("loyalty", "A sentence just written.", () =>
        edit("src/pages/content/loyalty.md", /$/, "\nA sentence just written.\n")
      ),
      csv: await seen("departments", "Products of the moon", () =>
        edit("data/departments.csv", "produce", "Products of the moon")
      ),
      code: await seen("when", "Caturday", () =>
        edit("data-loaders/aggregates/dimensions.ts", '"Saturday"]', '"Caturday"]')
      )
    };
    console.log(`milliseconds from an edit to the browser: ${JSON.stringify(times)}`);
  } finally {
    await browser.close();
    await dev.stop();
  }
});

import {execFileSync, spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";

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

function npm(args: readonly string[]): {status: number | null; text: string} {
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    CARTOGRAPH_BROWSER: "bundled",
    ...(process.env.npm_config_registry && {npm_config_registry: process.env.npm_config_registry}),
    ...(process.env.npm_config_cache && {npm_config_cache: process.env.npm_config_cache})
  };
  const {status, stdout, stderr} = spawnSync("npm", args, {
    cwd: clone,
    env,
    encoding: "utf8",
    timeout: 8 * minutes
  });
  return {status, text: `${stdout}\n${stderr}`};
}

test("npm run report builds the site and the PDF from the bundled sample", {timeout: 8 * minutes}, () => {
  const {status, text} = npm(["run", "report"]);
  expect(text).not.toMatch(/EBADENGINE|npm error/);
  expect(status, text).toBe(0);
  const latest = join(clone, "dist/latest");
  expect(readFileSync(join(latest, "index.html"), "utf8")).toContain("<figure");
  expect(readFileSync(join(latest, "report.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  expect(statSync(join(latest, "data")).isDirectory()).toBe(true);
  expect(existsSync(join(clone, "dist/versions.json"))).toBe(true);
  expect(execFileSync("git", ["status", "--porcelain"], {cwd: clone, encoding: "utf8"})).toBe("");
});

test("npm test runs types, style and tests there, and says how many", {timeout: 8 * minutes}, () => {
  const {status, text} = npm(["test", "--", "test/publish"]);
  expect(status, text).toBe(0);
  expect(text).toMatch(/\n[1-9]\d* passed, 0 failed, 0 skipped\n/);
});

#!/usr/bin/env node
// The test command: installs what is missing, checks types and style, runs the tests. `--full` adds the long ones.
import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {ensureInstalled} from "./install.mjs";
import {keepScores} from "./reliability.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
ensureInstalled();

const folder = mkdtempSync(join(tmpdir(), "cartograph-test-"));
const results = join(folder, "results.json");
const scores = join(folder, "scores");
const args = process.argv.slice(2);
const full = args.includes("--full");
const steps = [
  ["types", "typescript/bin/tsc", ["--noEmit"]],
  ["style", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]],
  [
    "tests",
    "vitest/vitest.mjs",
    [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${results}`,
      ...args.filter((arg) => arg !== "--full")
    ]
  ]
];

let failed = false;
for (const [name, script, rest] of steps) {
  console.log(`\n# ${name}`);
  const env = {...process.env, ...(full && {CARTOGRAPH_FULL: "1", CARTOGRAPH_SCORES: scores})};
  const {status} = spawnSync(process.execPath, [join(root, "node_modules", script), ...rest], {
    cwd: root,
    stdio: "inherit",
    env
  });
  if (status !== 0) {
    console.log(`# ${name} failed`);
    failed = true;
  }
}

/** One plain line at the end, for whoever reads only that. */
function counts() {
  try {
    const {numPassedTests, numFailedTests, numPendingTests} = JSON.parse(readFileSync(results, "utf8"));
    return `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`;
  } catch {
    return "0 passed, 1 failed";
  }
}

const told = keepScores(scores);
if (told.length > 0) console.log(`\n# scores, in docs/reliability.md\n${told.join("\n")}`);
console.log(`\n${counts()}`);
rmSync(folder, {recursive: true, force: true});
process.exitCode = failed ? 1 : 0;

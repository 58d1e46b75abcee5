import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Measured, StepTask} from "./measured.ts";

const PYTHON = "/usr/bin/python3";
const SCRIPTS: Readonly<Record<string, string>> = {pandas: "pandasArrays.py", notebook: "pandasNotebook.py"};

/** Does one way of the work in a process of its own. */
export function runFresh(task: StepTask, root: string): Measured {
  const folder = mkdtempSync(join(tmpdir(), "cartograph-bench-"));
  const output = join(folder, "measured.json");
  const [command, script] = program(task.way, root);
  try {
    const {status} = spawnSync(command, [script, JSON.stringify(task), output], {
      stdio: ["ignore", "ignore", "inherit"]
    });
    if (status !== 0) throw new Error(`${task.way} ended with exit code ${status}`);
    return JSON.parse(readFileSync(output, "utf8")) as Measured;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function program(way: string, root: string): [string, string] {
  const script = SCRIPTS[way];
  if (script !== undefined) return [PYTHON, join(root, "bench/ways", script)];
  return [process.execPath, fileURLToPath(process.env.CARTOGRAPH_BENCH_STEP!)];
}

/** Whether Debian's pandas is there; the bench brings no Python of its own. */
export function hasPandas(): boolean {
  return spawnSync(PYTHON, ["-c", "import pandas"], {stdio: "ignore"}).status === 0;
}

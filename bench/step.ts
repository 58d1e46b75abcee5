import {writeFileSync} from "node:fs";
import type {Measured, StepTask} from "./measured.ts";

/** The measured process: does one way of the work once and writes what it took to the file named last. */
const WAYS: Readonly<Record<string, () => Promise<{run: (task: StepTask) => Promise<Measured>}>>> = {
  cartograph: () => import("./ways/cartograph.ts"),
  scan: () => import("./ways/duckdbScan.ts"),
  duckdb: () => import("./ways/duckdbAggregates.ts")
};

const [task, output] = process.argv.slice(2) as [string, string];
const {way, ...rest} = JSON.parse(task) as StepTask;
const {run} = await WAYS[way]!();
writeFileSync(output, JSON.stringify(await run({way, ...rest})));

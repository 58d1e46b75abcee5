#!/usr/bin/env node
// Measures builds against DuckDB and pandas on the same files; see bench/.
import {ensureInstalled} from "./install.mjs";

ensureInstalled();
const {bundle} = await import("./bundle.mjs");
const {bench, benchStep, worker} = await bundle(["bench", "benchStep", "worker"]);
process.env.CARTOGRAPH_BENCH_STEP = benchStep;
process.env.CARTOGRAPH_WORKER = worker;
const {runBench} = await import(bench);
process.exitCode = await runBench(process.argv.slice(2));

#!/usr/bin/env node
// Measures builds against DuckDB and pandas on the same files; see bench/.
import {ensureInstalled} from "./install.mjs";

ensureInstalled();
const {bundle} = await import("./bundle.mjs");
const {runBench} = await import((await bundle(["bench"])).bench);
process.exitCode = await runBench(process.argv.slice(2));

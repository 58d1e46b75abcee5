#!/usr/bin/env node
// Starts a Cartograph command on a fresh clone: installs what is missing, bundles the TypeScript, runs it.
import {ensureInstalled} from "./install.mjs";

ensureInstalled();
const {bundle, endBundler} = await import("./bundle.mjs");
const {code, commands, worker} = await bundle();
await endBundler();
process.env.CARTOGRAPH_CODE = code;
process.env.CARTOGRAPH_WORKER = worker;
const {run} = await import(commands);
process.exitCode = await run(process.argv.slice(2), bundle);

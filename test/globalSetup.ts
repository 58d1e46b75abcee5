import {bundle} from "../bin/bundle.mjs";

/** Bundles the worker threads' code once for all tests, as the commands do; `CARTOGRAPH_WORKER` is where it lies. */
export async function setup(): Promise<void> {
  const {code, worker} = await bundle(["worker"]);
  process.env.CARTOGRAPH_CODE = code;
  process.env.CARTOGRAPH_WORKER = worker;
}

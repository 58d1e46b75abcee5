import {parentPort} from "node:worker_threads";
import {UserError} from "../config/problem.ts";
import {countCells} from "../aggregates/countCells.ts";
import {freeMemory} from "../baskets/freeMemory.ts";
import {indexOrders} from "../baskets/indexOrders.ts";
import {locateItems} from "../baskets/locateItems.ts";
import {linkRuns, placeItems} from "../baskets/placeItems.ts";
import {placeOrders} from "../baskets/placeOrders.ts";
import {scanItems} from "../baskets/scanItems.ts";
import {scanOrders} from "../baskets/scanOrders.ts";
import {saveStore} from "../baskets/storeFile.ts";
import type {Job, JobReply, JobResult} from "../baskets/workerPool.ts";
import {customerFacts} from "../facts/customerFacts.ts";
import {readDigestedTable} from "../tables/readDigestedTable.ts";
import {freeKernelMemory} from "../kernels/kernelMemory.ts";
import {concentrationSums} from "./concentrationSums.ts";
import {customerPairs} from "./customerPairs.ts";
import {customerTotals} from "./customerTotals.ts";
import {rankValues} from "./rankValues.ts";
import {togetherCounts} from "./togetherCounts.ts";
import {valueSums} from "./valueSums.ts";

/** All jobs a worker thread can do, by name. */
const JOBS: Readonly<Record<string, (input: never) => unknown>> = {
  readTable: readDigestedTable,
  scanOrders,
  indexOrders,
  placeOrders,
  scanItems,
  linkRuns,
  placeItems,
  locateItems,
  freeMemory,
  saveStore,
  customerFacts,
  customerTotals,
  concentrationSums,
  customerPairs,
  rankValues,
  valueSums,
  togetherCounts,
  countCells
};

/** Jobs after which large arrays are garbage, which the engine would find in its own time. */
const LEAVES_MUCH: ReadonlySet<string> = new Set([
  "countCells",
  "customerTotals",
  "togetherCounts",
  "readTable"
]);

parentPort?.on("message", ({id, name, input}: Job) => {
  const result = resultOf(name, input);
  parentPort?.postMessage({id, ...result} satisfies JobReply, result.ok ? ownBuffers(result.output) : []);
  if (LEAVES_MUCH.has(name)) freeMemory();
});

/** Buffers that only this thread holds are handed over instead of copied. */
function ownBuffers(output: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(output)) return output.buffer instanceof ArrayBuffer ? [output.buffer] : [];
  if (typeof output !== "object" || output === null) return [];
  return [...new Set(Object.values(output).flatMap(ownBuffers))];
}

function resultOf(name: string, input: unknown): JobResult {
  try {
    freeKernelMemory();
    const job = JOBS[name];
    if (!job) throw new Error(`no job ${name}`);
    return {ok: true, output: job(input as never)};
  } catch (error) {
    const {message, stack} = error as Error;
    return error instanceof UserError
      ? {ok: false, message, problems: error.problems}
      : {ok: false, message, stack};
  }
}

import {getHeapStatistics} from "node:v8";
import {UserError} from "../data-loaders/config/problem.ts";

/** Room for the objects of a report with some margin, in bytes; the engine ends the process where it is used up. */
const NEEDED = 256e6;

/** @throws UserError where the engine may not hold as many objects as a report has */
export function checkHeap(allowed = getHeapStatistics().heap_size_limit): void {
  if (allowed >= NEEDED) return;
  throw new UserError({
    file: "memory",
    message: `Node.js may use ${inMegabytes(allowed)} for objects here, and a report needs ${inMegabytes(NEEDED)}; set NODE_OPTIONS=--max-old-space-size=1024 (without it Node.js takes a part of the machine's memory, of which a report needs 2 GB)`
  });
}

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

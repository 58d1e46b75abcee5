import {UserError} from "../data-loaders/config/problem.ts";

/** What the engine and the system say where there is no memory left. */
const SIGNS =
  /Array buffer allocation failed|WebAssembly\.Memory|ERR_WORKER_OUT_OF_MEMORY|\b(ENOMEM|EAGAIN)\b|Cannot allocate memory|heap out of memory/;

/** Want of memory in words for the user, with what helps; any other error as it is. */
export function memoryProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const {code = ""} = error as NodeJS.ErrnoException;
  if (!SIGNS.test(`${code} ${error.message}`)) return error;
  const {rss} = process.memoryUsage();
  return new UserError([
    {
      file: "memory",
      message: `there is too little: ${inGigabytes(rss)} are in use by Cartograph, ${inGigabytes(process.availableMemory())} are free; nothing that was published has changed`
    },
    {
      file: "needed",
      message:
        "2 GB for a report of up to 700 MB of CSV; 3 GB where a limit counts what is only set aside (ulimit -d); no limit of addresses (ulimit -v), of which every thread sets aside 10 GB"
    },
    {
      file: "to mend",
      message:
        "close other programs, give the machine or container more memory, or raise the limit; then run again"
    }
  ]);
}

function inGigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

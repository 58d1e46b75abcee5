import {existsSync, readFileSync} from "node:fs";
import type {Measured} from "./measured.ts";

/** Laps since the process started. The first, the start of the program and its libraries, is told and not counted. */
export interface Stopwatch {
  readonly lap: (name: string) => void;
  /** What was measured up to the last lap; later laps are told and do not count. */
  readonly stop: () => void;
  readonly measured: (sums?: Measured["sums"]) => Measured;
}

export function stopwatch(): Stopwatch {
  const steps: [string, number, number][] = [];
  const counted = (): number => last - (steps[0]?.[1] ?? 0);
  let last = 0;
  let total: Pick<Measured, "total_ms"> | undefined;
  return {
    lap(name) {
      const now = performance.now();
      steps.push([name, now - last, peak()]);
      last = now;
    },
    stop() {
      total = {total_ms: counted()};
    },
    measured: (sums) => ({total_ms: counted(), ...total, peak_mb: peak(), steps, ...(sums && {sums})})
  };
}

/** MB at most so far. Where it is told, of this program alone: maxRSS begins at what the parent had. */
function peak(): number {
  const told = existsSync(STATUS) && /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(STATUS, "utf8"));
  return (1.024 * (told ? Number(told[1]) : process.resourceUsage().maxRSS)) / 1000;
}

const STATUS = "/proc/self/status";

import type {Measured, Sums} from "./measured.ts";

/** Laps since the process started. The first, the start of the program and its libraries, is told and not counted. */
export interface Stopwatch {
  readonly lap: (name: string) => void;
  /** What was measured up to the last lap; later laps are told and do not count. */
  readonly stop: (sums?: Readonly<Record<string, Sums>>) => void;
  readonly measured: () => Measured;
}

export function stopwatch(): Stopwatch {
  const steps: [string, number][] = [];
  const counted = (): number => last - (steps[0]?.[1] ?? 0);
  let last = 0;
  let total: Pick<Measured, "total_ms" | "sums"> | undefined;
  return {
    lap(name) {
      const now = performance.now();
      steps.push([name, now - last]);
      last = now;
    },
    stop(sums) {
      total = {total_ms: counted(), ...(sums && {sums})};
    },
    measured: () => ({total_ms: counted(), ...total, peak_mb: process.resourceUsage().maxRSS / 1000, steps})
  };
}

/** Tells how far the work is: a bar on a terminal, plain lines elsewhere. */
export interface Progress {
  /** Work on a step has come to `done` of `total`; the unit is the step's own. */
  at(step: string, done: number, total: number): void;
  /** A step is over; `detail` says what came of it: `179,686 rows`. */
  done(step: string, detail?: string): void;
  line(text: string): void;
}

/** What progress is written to; standard error, so that output can be piped. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const BAR = 24;
const REDRAW_MS = 60;

export function startProgress(stream: ProgressStream, now: () => number = () => performance.now()): Progress {
  const started = now();
  let stepStarted = started;
  let current: string | undefined;
  let drawn = 0;
  const clear = stream.isTTY ? "\r\u001b[K" : "";
  const begin = (step: string): void => {
    if (step === current) return;
    current = step;
    stepStarted = now();
    drawn = 0;
  };
  return {
    at(step, done, total) {
      begin(step);
      if (!stream.isTTY || (now() - drawn < REDRAW_MS && done < total)) return;
      drawn = now();
      stream.write(
        `${clear}${barLine(step, total > 0 ? done / total : 0, now() - started).slice(0, (stream.columns ?? 80) - 1)}`
      );
    },
    done(step, detail) {
      begin(step);
      stream.write(`${clear}${doneLine(step, detail, now() - stepStarted)}\n`);
      current = undefined;
      stepStarted = now();
    },
    line: (text) => void stream.write(`${clear}${text}\n`)
  };
}

function barLine(step: string, share: number, elapsed: number): string {
  const full = Math.round(Math.min(1, share) * BAR);
  return `${step.padEnd(34)} ${"█".repeat(full)}${"░".repeat(BAR - full)} ${String(Math.floor(share * 100)).padStart(3)} %  ${seconds(elapsed)}`;
}

function doneLine(step: string, detail: string | undefined, elapsed: number): string {
  return `${step.padEnd(34)} ${(detail ?? "").padEnd(44)} ${seconds(elapsed).padStart(8)}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
}

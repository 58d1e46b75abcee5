/** Tells how far the work is: a bar on a terminal, plain lines elsewhere. */
export interface Progress {
  /** Work on a step has come to `done` of `total`; the unit is the step's own. */
  at(step: string, done: number, total: number): void;
  /** A step is over; `detail` says what came of it: `179,686 rows`. Its time runs from the end of the step before. */
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
  let drawn = Number.NEGATIVE_INFINITY;
  const clear = stream.isTTY ? "\r\u001b[K" : "";
  const cut = (text: string): string => text.slice(0, (stream.columns ?? 80) - 1);
  return {
    at(step, done, total) {
      if (!stream.isTTY || (now() - drawn < REDRAW_MS && done < total)) return;
      drawn = now();
      stream.write(clear + cut(barLine(step, total > 0 ? done / total : 0, now() - started)));
    },
    done(step, detail) {
      stream.write(`${clear}${doneLine(step, detail, now() - stepStarted)}\n`);
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

import {readFileSync} from "node:fs";
import {hostname} from "node:os";

/**
 * A running process, told apart from a later one with the same number: `<host>-<number>-<start>`. In a container
 * numbers begin anew, and a folder may be seen from two machines.
 */
export interface ProcessMark {
  readonly host: string;
  readonly pid: number;
  /** When it started, in the system's ticks; empty where the system does not tell. */
  readonly started: string;
}

export function ownMark(): ProcessMark {
  return {host: hostname().replaceAll(/[^\w.]/g, "_"), pid: process.pid, started: startOf(process.pid)};
}

export function markText({host, pid, started}: ProcessMark): string {
  return [host, pid, started].join("-");
}

/** @returns undefined for a text that is no mark */
export function readMark(text: string): ProcessMark | undefined {
  const [, host, pid, started = ""] = /^([\w.]+)-(\d+)-(\d*)$/.exec(text) ?? [];
  return host === undefined ? undefined : {host, pid: Number(pid), started};
}

/** Whether the process has ended; undefined for one of another machine, of which that can't be told. */
export function hasEnded({host, pid, started}: ProcessMark): boolean | undefined {
  if (host !== ownMark().host) return undefined;
  return !isAlive(pid) || startOf(pid) !== started;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Field 22 of `/proc/<pid>/stat`, counted after the name, which may hold blanks. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

import {readdirSync, readFileSync} from "node:fs";

export interface Running {
  readonly pid: number;
  readonly command: string;
}

/** Watches for processes that were started with a text in their environment. */
export interface Watch {
  /**
   * Those that run now: they have the text, or stand in the process group of one that once had it, since a browser
   * writes over its environment.
   */
  readonly running: () => Running[];
  readonly end: () => void;
}

const LOOK_MS = 150;

export function watchMarked(mark: string): Watch {
  const groups = new Set<string>();
  const look = (): string[] => {
    const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && isAlive(name));
    const marked = all.filter((pid) => proc(pid, "environ").includes(mark));
    for (const pid of marked) groups.add(groupOf(pid));
    return all;
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    running: () =>
      look()
        .filter((pid) => groups.has(groupOf(pid)))
        .map((pid) => ({
          pid: Number(pid),
          command: proc(pid, "cmdline").replaceAll("\0", " ").slice(0, 200)
        })),
    end: () => clearInterval(timer)
  };
}

function proc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return "";
  }
}

/** What follows the name, which may hold blanks: state, parent, process group. */
const stat = (pid: string): string[] =>
  proc(pid, "stat")
    .replace(/^.*\) /s, "")
    .split(" ");

const isAlive = (pid: string): boolean => !/^[ZX]?$/.test(stat(pid)[0] ?? "");

const groupOf = (pid: string): string => stat(pid)[2] ?? "";

import {readdirSync, readFileSync} from "node:fs";

const LOOK_MS = 60;

/**
 * Does as the system does where a machine or container has so much memory: when the process and all below it hold more,
 * the largest of them is ended. Memory that several share counts once.
 */
export function endAbove(pid: number, bytes: number): void {
  const timer = setInterval(() => {
    const family = familyOf(pid).map((member) => ({member, bytes: held(member)}));
    if (family.every((member) => member.bytes === 0)) clearInterval(timer);
    if (family.reduce((sum, member) => sum + member.bytes, 0) <= bytes) return;
    const [largest] = family.sort((a, b) => b.bytes - a.bytes);
    process.kill(largest!.member, "SIGKILL");
  }, LOOK_MS);
}

function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
}

function parentOf(pid: string): number | undefined {
  const parent = text(pid, "stat")
    .replace(/^.*\) /s, "")
    .split(" ")[1];
  return parent === undefined ? undefined : Number(parent);
}

/** Proportional set size: what is shared is divided among those who share it. */
const held = (pid: number): number =>
  1024 * Number(/^Pss:\s+(\d+)/m.exec(text(String(pid), "smaps_rollup"))?.[1] ?? 0);

function text(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return "";
  }
}

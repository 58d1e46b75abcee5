import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

const profilePrefix = "cartograph-browser-";

/** A new profile folder named by our process; those of processes killed before they could tidy up go first. */
export function freshProfile(): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(profilePrefix)
      ? Number.parseInt(name.slice(profilePrefix.length), 10)
      : Number.NaN;
    if (owner > 0 && !isAlive(owner)) removeProfile(join(tmpdir(), name));
  }
  return mkdtempSync(join(tmpdir(), `${profilePrefix}${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export function removeProfile(profile: string): void {
  try {
    rmSync(profile, {recursive: true, force: true, maxRetries: 3, retryDelay: 50});
  } catch {
    // The next start removes it.
  }
}

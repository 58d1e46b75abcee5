import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll} from "vitest";

const made: string[] = [];

// Registered for every test file that imports this; a listener for the end of the process is not called in vitest's forks.
afterAll(() => {
  for (const folder of made) rmSync(folder, {recursive: true, force: true});
});

/** A new empty folder, gone when the tests of the file are. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cartograph-test-"));
  made.push(folder);
  return folder;
}

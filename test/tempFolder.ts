import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

const made: string[] = [];
process.on("exit", () => {
  for (const folder of made) rmSync(folder, {recursive: true, force: true});
});

/** A new empty folder, gone when the tests are. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cartograph-test-"));
  made.push(folder);
  return folder;
}

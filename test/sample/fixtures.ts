import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {afterAll} from "vitest";

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cartograph-sample-"));
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** SHA-256 of every file of a folder, by name. */
export function fingerprints(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex")
    ])
  );
}

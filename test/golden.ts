import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, extname} from "node:path";
import {expect} from "vitest";

/**
 * Compares a text with a file that was looked at and found right. When they differ, the new text is written beside
 * it as `name-changed.ext`: look at it, and rename it when it is right. A golden that is absent is written so, too.
 */
export function expectGolden(text: string, path: string): void {
  const changed = `${path.slice(0, -extname(path).length)}-changed${extname(path)}`;
  const golden = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (golden === text) {
    rmSync(changed, {force: true});
    return;
  }
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(changed, text);
  expect.fail(`${path} ${golden === undefined ? "is not there" : "differs"}; see ${changed}`);
}

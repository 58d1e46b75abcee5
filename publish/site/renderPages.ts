import {rmSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../data-loaders/config/problem.ts";
import {startFramework} from "./frameworkProcess.ts";

/** A build that has not ended by then hangs. */
const endsWithin = 300_000;

/**
 * Runs Framework's build over `folder/source` into `folder/output`. Its cache goes first: it would reuse
 * whatever it finds there, however old.
 * @throws UserError when a page names a file that does not exist; Error with Framework's last words otherwise
 */
export async function renderPages(root: string, folder: string): Promise<void> {
  rmSync(join(folder, "source/.observablehq"), {recursive: true, force: true});
  rmSync(join(folder, "output"), {recursive: true, force: true});
  const {child, output, ended} = startFramework(root, folder, ["build"]);
  const timer = setTimeout(() => child.kill("SIGKILL"), endsWithin);
  const code = await ended.finally(() => clearTimeout(timer));
  if (code === 0) return;
  const told = output();
  const missing = /Not found: (\S+)/.exec(told)?.[1];
  if (missing)
    throw new UserError({file: "pages", message: `a page names a file that does not exist: ${missing}`});
  throw new Error(`Observable Framework could not build the pages (exit ${code}):\n${lastLines(told, 20)}`);
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}

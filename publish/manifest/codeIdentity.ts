import {createHash} from "node:crypto";
import {execFileSync} from "node:child_process";
import {readFileSync, realpathSync} from "node:fs";
import {join} from "node:path";
import {filesIn} from "../site/writeTree.ts";

/** Digests of the code that makes a version. */
export interface CodeIdentity {
  /** Of the bundled TypeScript, which makes every number. */
  readonly calculation: string;
  /** Of what is bundled or copied apart: style sheets, the scripts of pages. */
  readonly presentation: string;
  /** Of package-lock.json, which pins all packages. */
  readonly lock: string;
}

/** What the TypeScript bundle does not hold. */
const PRESENTATION = /\.(css|svg|js)$|^publish\/site\/client\//;

/** @param root the project's folder */
export function codeIdentity(root: string): CodeIdentity {
  const calculation = process.env.CARTOGRAPH_CODE;
  if (!calculation)
    throw new Error("CARTOGRAPH_CODE is not set; start Cartograph through bin/cartograph.mjs");
  const hash = createHash("sha256");
  for (const path of ["observablehq.config.ts", ...presentationFiles(root)])
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)));
  const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  return {calculation, presentation: hash.digest("hex"), lock: lock.digest("hex")};
}

function presentationFiles(root: string): string[] {
  return ["src", "publish"].flatMap((folder) =>
    filesIn(join(root, folder))
      .map((path) => `${folder}/${path}`)
      .filter((path) => PRESENTATION.test(path))
  );
}

/** The commit that the code stands at. */
export interface CodeCommit {
  readonly commit: string;
  /** Whether files of the code differ from it. */
  readonly changed: boolean;
}

/** Folders and files whose changes are changes of the code; pages and configuration are kept with the version. */
const CODE = ["bin", "data-loaders", "src", ":!src/pages/content", "publish", "package-lock.json"];

/** @returns undefined where the code is not in a repository of its own, or git is not there */
export function codeCommit(root: string): CodeCommit | undefined {
  const git = (...args: string[]): string =>
    execFileSync("git", ["-C", root, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    }).trim();
  try {
    if (realpathSync(git("rev-parse", "--show-toplevel")) !== realpathSync(root)) return undefined;
    return {
      commit: git("rev-parse", "HEAD"),
      changed: git("--no-optional-locks", "status", "--porcelain", "--", ...CODE) !== ""
    };
  } catch {
    return undefined;
  }
}

import {lstatSync, mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {escapeHtml} from "../../src/charts/escapeText.ts";
import {asideOf} from "./asidePaths.ts";

/**
 * Makes `dist/latest` lead to a version: a link, made aside and renamed over the old one so that `latest` is always
 * something; where the system has no links, a folder with a page that leads there.
 */
export function pointLatest(dist: string, version: string): void {
  const path = join(dist, "latest");
  if (linkTarget(path) === version) return;
  const aside = asideOf(dist, "latest");
  rmSync(aside, {recursive: true, force: true});
  try {
    symlinkSync(version, aside, "dir");
  } catch {
    mkdirSync(aside);
    writeFileSync(join(aside, "index.html"), redirectPage(version));
  }
  try {
    renameSync(aside, path);
  } catch {
    replaceFolder(dist, aside, path); // a folder on either side is not replaced by a rename
  }
}

function replaceFolder(dist: string, aside: string, path: string): void {
  const old = asideOf(dist, "old");
  renameSync(path, old);
  renameSync(aside, path);
  rmSync(old, {recursive: true, force: true});
}

function linkTarget(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Leads on without a script. */
function redirectPage(version: string): string {
  const href = `../${escapeHtml(version)}/index.html`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${href}"><link rel="canonical" href="${href}"><title>Version ${escapeHtml(version)}</title></head>
<body><p>The latest version is <a href="${href}">${escapeHtml(version)}</a>.</p></body>
</html>
`;
}

import {readFileSync} from "node:fs";
import {join} from "node:path";

const NAMED = {
  framework: "@observablehq/framework",
  plot: "@observablehq/plot",
  puppeteer: "puppeteer"
} as const;

/** What the build ran on, by name: two builds with other engines may differ in bytes. @param browser as it calls itself */
export function engines(root: string, browser: string): Readonly<Record<string, string>> {
  const versions = Object.entries(NAMED).map(([name, path]) => [name, versionOf(root, path)] as const);
  return {node: process.versions.node, ...Object.fromEntries(versions), browser};
}

function versionOf(root: string, name: string): string {
  const text = readFileSync(join(root, "node_modules", name, "package.json"), "utf8");
  return (JSON.parse(text) as {version: string}).version;
}

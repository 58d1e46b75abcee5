import {readdirSync, readFileSync} from "node:fs";
import {join, normalize} from "node:path";

/** One import of a file: what stands between the quotes, and whether only types are taken. */
export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const NOT_OURS = new Set(["node_modules", "dist", ".cache", ".git", "data", "coverage", "golden"]);

/** All files of the project, from its root; installed, generated and the user's own ones are not among them. */
export function projectPaths(folder = "."): readonly string[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? projectPaths(path) : [path];
  });
}

/** The project's own code. */
export function sourceFiles(): SourceFile[] {
  return projectPaths()
    .filter((path) => /\.(ts|mjs|cjs|js)$/.test(path))
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return {path, text, imports: importsOf(text)};
    });
}

const FROM = /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']/gm;
const CALLED = /\bimport\(\s*["']([^"']+)["']/g;

export function importsOf(text: string): Import[] {
  const statements = [...text.matchAll(FROM)].map(([, type, from]) => ({
    from: from!,
    typeOnly: type !== undefined
  }));
  const calls = [...text.matchAll(CALLED)].map(([, from]) => ({from: from!, typeOnly: false}));
  return [...statements, ...calls];
}

export const isRelative = ({from}: Import): boolean => from.startsWith(".");

/** The imported file's path from the project's root. */
export const target = ({path}: SourceFile, {from}: Import): string =>
  normalize(join(path, "..", from)).replaceAll("\\", "/");

import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {problemLine, UserError} from "../../data-loaders/config/problem.ts";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import type {Config, ConfigFile} from "../../data-loaders/config/readConfig.ts";

/** A small configuration with every kind of fact, segmentation and measure. */
export const FIXTURE = fileURLToPath(new URL("fixture", import.meta.url));

/** Those of an analyst that tests change. */
export type EditedFile = ConfigFile | "brand.yaml";

export const fixtureText = (file: EditedFile): string => readFileSync(join(FIXTURE, file), "utf8");

export interface Read {
  readonly config?: Config;
  readonly problems: readonly Problem[];
  /** The problems in one line each, in files that seem to lie in `config/`. */
  readonly lines: readonly string[];
}

/** Reads the fixture with other contents for some of its files; null takes a file away. */
export function readEdited(
  contents: Readonly<Partial<Record<EditedFile | "frozen.yaml", string | Uint8Array | null>>>
): Read {
  const folder = mkdtempSync(join(tmpdir(), "cartograph-config-"));
  try {
    cpSync(FIXTURE, folder, {recursive: true});
    for (const [file, content] of Object.entries(contents)) {
      if (content === null) rmSync(join(folder, file));
      else writeFileSync(join(folder, file), content);
    }
    return {config: readConfig(folder), problems: [], lines: []};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const problems = error.problems.map((problem) => ({
      ...problem,
      file: problem.file.replace(folder, "config")
    }));
    return {problems, lines: problems.map(problemLine)};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

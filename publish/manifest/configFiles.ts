import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {FROZEN_FILE} from "../../data-loaders/config/readConfig.ts";
import type {Config} from "../../data-loaders/config/readConfig.ts";

/** A configuration file as it was when the numbers were made. */
export interface ConfigFileCopy {
  readonly file: string;
  readonly content: string;
}

/**
 * Every YAML file of the configuration, by name: those that were read as they were read, and what else lies beside
 * them (frozen cut points).
 */
export function configFiles(folder: string, {files}: Config): readonly ConfigFileCopy[] {
  const read = new Map(files.map(({path, content}) => [basename(path), content]));
  read.delete(FROZEN_FILE); // the build itself may have added to it since
  const names = new Set([...read.keys(), ...readdirSync(folder).filter((name) => name.endsWith(".yaml"))]);
  return [...names]
    .sort()
    .map((file) => ({file, content: read.get(file) ?? readFileSync(join(folder, file), "utf8")}));
}

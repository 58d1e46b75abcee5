import {existsSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {FrozenCut} from "../data-loaders/config/frozenText.ts";
import {frozenText} from "../data-loaders/config/frozenText.ts";
import {FROZEN_FILE} from "../data-loaders/config/readConfig.ts";

/** Adds cut points that were computed now to `frozen.yaml`, so that segments keep their meaning in the next build. */
export function keepCuts(configFolder: string, cuts: readonly FrozenCut[]): void {
  if (cuts.length === 0) return;
  const path = join(configFolder, FROZEN_FILE);
  const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, frozenText(before, cuts));
  renameSync(aside, path);
}

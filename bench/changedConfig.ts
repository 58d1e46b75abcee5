import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";

const BIN = /\{ label: New, up_to: \d+ \}/;

/** A copy of the config in which one segmentation is another one with every `change`. */
export function changedConfig(from: string, to: string, change: number): string {
  cpSync(from, to, {recursive: true});
  const path = join(to, "segments.yaml");
  const text = readFileSync(path, "utf8");
  if (!BIN.test(text)) throw new Error(`${path} has no loyalty bin to change`);
  writeFileSync(path, text.replace(BIN, `{ label: New, up_to: ${11 + (change % 29)} }`));
  return to;
}

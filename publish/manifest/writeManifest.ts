import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {MadePublication} from "../makePublication.ts";
import {codeIdentity} from "./codeIdentity.ts";
import type {ConfigFileCopy} from "./configFiles.ts";
import {manifestOf} from "./manifestOf.ts";

/** Puts `manifest.json`, and the configuration as it was under `config/`, into the folder of a version. */
export function writeManifest(made: MadePublication, files: readonly ConfigFileCopy[], folder: string): void {
  mkdirSync(join(folder, "config"), {recursive: true});
  for (const {file, content} of files) writeFileSync(join(folder, "config", file), content);
  const manifest = manifestOf(made, files, codeIdentity());
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

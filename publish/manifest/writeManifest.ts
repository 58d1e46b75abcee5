import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {CRATE_FILE, roCrate} from "../archive/roCrate.ts";
import type {MadePublication} from "../makePublication.ts";
import {filesIn} from "../site/writeTree.ts";
import {digestOf} from "./digestOf.ts";
import type {Manifest} from "./manifest.ts";
import {manifestSchema} from "./manifest.ts";
import type {ManifestContext} from "./manifestOf.ts";
import {manifestOf} from "./manifestOf.ts";
import {resolvedConfig} from "./resolvedConfig.ts";

export const MANIFEST_FILE = "manifest.json";

/**
 * Puts the configuration as it was under `config/`, and then, last of all, `manifest.json` with the digests of every
 * file of the folder.
 */
export function writeManifest(
  made: MadePublication,
  context: Omit<ManifestContext, "files">,
  folder: string
): Manifest {
  const put = (file: string, content: string): void => {
    const path = join(folder, file);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, content);
  };
  for (const {file, content} of context.kept) put(`config/${file}`, content);
  put("config/resolved.json", resolvedConfig(made));
  put("manifest.schema.json", manifestSchema());
  put(CRATE_FILE, roCrate(made.publication, folderFiles(folder)));
  const manifest = manifestOf(made, {...context, files: folderFiles(folder)});
  put(MANIFEST_FILE, `${JSON.stringify({$schema: "./manifest.schema.json", ...manifest}, undefined, 2)}\n`);
  return manifest;
}

/** Every file of a version's folder but its manifest. */
export function folderFiles(folder: string): Manifest["files"] {
  return filesIn(folder)
    .filter((path) => path !== MANIFEST_FILE)
    .map((path) => {
      const content = readFileSync(join(folder, path));
      return {path, bytes: content.length, sha256: digestOf(content)};
    });
}

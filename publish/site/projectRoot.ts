import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

/**
 * The folder of Cartograph's own package.json, found upwards from this code, so that it is right from the sources,
 * from the bundle in node_modules/.cache and from whatever folder a command is started in.
 */
export function projectRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && nameIn(manifest) === "cartograph") return folder;
    if (folder === dirname(folder)) throw new Error("Cartograph's package.json is not above its code");
  }
}

function nameIn(manifest: string): unknown {
  return (JSON.parse(readFileSync(manifest, "utf8")) as {name?: unknown}).name;
}

import {createHash} from "node:crypto";
import {build} from "esbuild";
import type {FileTree} from "./sourceTree.ts";

/** Name of Framework's configuration in the work folder. */
export const configName = "observablehq.config.js";

/**
 * `observablehq.config.ts` as JavaScript, so that Framework needs no TypeScript loader (0.3 s a start). It names
 * the site it is for: when pages come or go it changes, and a running preview reloads whole.
 */
export async function configFile(root: string, tree: FileTree): Promise<string> {
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: ["observablehq.config.ts"],
    write: false,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent"
  });
  const site = createHash("sha256")
    .update(tree.get("site.json") ?? "")
    .digest("hex");
  return `// Made for the site ${site}\n${outputFiles[0]?.text ?? ""}`;
}

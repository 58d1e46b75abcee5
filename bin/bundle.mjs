import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {build} from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

const ENTRIES = {
  commands: "publish/commands.ts",
  recompute: "publish/recompute.ts",
  worker: "data-loaders/analyses/worker.ts",
  bench: "bench/runBench.ts",
  benchStep: "bench/step.ts"
};
const FOLDERS_KEPT = 12;

/**
 * Bundles the TypeScript, about 50 ms, so that a command starts in plain JavaScript without a loader hook.
 * The folder is named by its content: two commands at once cannot read each other's half-written files,
 * and the name is the identity of the code that made a number.
 */
export async function bundle(entries = ["commands", "recompute", "worker"]) {
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map((name) => [name, ENTRIES[name]])),
    outdir: "bundle",
    write: false,
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    minifySyntax: true, // puts constants in place; as variables of the bundle they cost the byte reader a third
    outExtension: {".js": ".mjs"},
    logLevel: "error"
  });
  const hash = createHash("sha256");
  for (const {path, contents} of outputFiles) hash.update(basename(path)).update(contents);
  const code = hash.digest("hex");
  const folder = join(root, "node_modules/.cache/cartograph", code.slice(0, 16));
  if (!existsSync(folder)) writeWhole(folder, outputFiles);
  const entry = (name) => pathToFileURL(join(folder, `${name}.mjs`)).href;
  return {code, ...Object.fromEntries(entries.map((name) => [name, entry(name)]))};
}

function writeWhole(folder, outputFiles) {
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, {recursive: true});
  for (const {path, contents} of outputFiles) writeFileSync(join(aside, basename(path)), contents);
  try {
    renameSync(aside, folder);
  } catch {
    rmSync(aside, {recursive: true, force: true}); // another command was first with the same bytes
  }
  dropOldBundles(dirname(folder));
}

function dropOldBundles(parent) {
  const folders = readdirSync(parent).map((name) => ({
    path: join(parent, name),
    time: statSync(join(parent, name)).mtimeMs
  }));
  folders.sort((a, b) => b.time - a.time);
  for (const {path} of folders.slice(FOLDERS_KEPT)) rmSync(path, {recursive: true, force: true});
}

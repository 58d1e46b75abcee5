import {createHash} from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {basename, dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(root, "node_modules/.cache/cartograph");

const ENTRIES = {
  commands: "publish/commands.ts",
  recompute: "publish/recompute.ts",
  worker: "data-loaders/analyses/worker.ts",
  bench: "bench/runBench.ts",
  benchStep: "bench/step.ts"
};
const FOLDERS_KEPT = 12;
/** A file system may tell the time of a change this much too early. */
const CLOCK_TICK_MS = 20;

/** Packages that every command needs at once: read as files of their own they take longer than all our code. */
const BUNDLED = /^(zod|yaml|csv-parse|fastest-levenshtein)(\/|$)/;

/** What a bundle is made of beside the files it holds; the lock stands for the packages. */
const BESIDE = ["bin/bundle.mjs", "package.json", "package-lock.json", "tsconfig.json"];

let esbuild;

/**
 * Bundles the TypeScript, so that a command starts in plain JavaScript without a loader hook; what no file has changed
 * since is not bundled again. The folder is named by its content: two commands at once cannot read each other's
 * half-written files, and the name is the identity of the code that made a number.
 */
export async function bundle(entries = ["commands", "recompute", "worker"]) {
  const code = keptCode(entries) ?? (await built(entries));
  const entry = (name) => pathToFileURL(join(folderOf(code), `${name}.mjs`)).href;
  return {code, ...Object.fromEntries(entries.map((name) => [name, entry(name)]))};
}

/** Ends the bundler's process, which holds 110 MB, where there is one. */
export async function endBundler() {
  await esbuild?.stop();
}

const folderOf = (code) => join(cache, code.slice(0, 16));
const notePath = (entries) => join(cache, `${entries.join("-")}.json`);

/** The bundle made of the files as they stand, if there is one. */
function keptCode(entries) {
  try {
    const {code, files, digest} = JSON.parse(readFileSync(notePath(entries), "utf8"));
    return existsSync(folderOf(code)) && digestOf(files) === digest ? code : undefined;
  } catch {
    return undefined; // never made, damaged, or made of a file that is no more
  }
}

function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function built(entries) {
  const startedAt = Date.now();
  esbuild ??= await import("esbuild");
  const {outputFiles, metafile} = await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map((name) => [name, ENTRIES[name]])),
    outdir: "bundle",
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    plugins: [{name: "packages", setup: leavePackages}],
    platform: "node",
    format: "esm",
    target: "node20",
    banner: {js: REQUIRE},
    minifySyntax: true, // puts constants in place; as variables of the bundle they cost the byte reader a third
    outExtension: {".js": ".mjs"},
    logLevel: "error"
  });
  const hash = createHash("sha256");
  for (const {path, contents} of outputFiles) hash.update(basename(path)).update(contents);
  const code = hash.digest("hex");
  if (!existsSync(folderOf(code))) writeWhole(folderOf(code), outputFiles);
  const own = Object.keys(metafile.inputs).filter((file) => !file.startsWith("node_modules/"));
  note(entries, code, [...BESIDE, ...own].sort(), startedAt);
  return code;
}

/** What changed while it was bundled may be in the bundle or not: then nothing is noted. */
function note(entries, code, files, startedAt) {
  try {
    const digest = digestOf(files);
    const isQuiet = files.every((file) => statSync(join(root, file)).ctimeMs < startedAt - CLOCK_TICK_MS);
    if (isQuiet) writeAside(notePath(entries), JSON.stringify({code, files, digest}));
  } catch (error) {
    if (error.code !== "ENOENT") throw error; // a file that was there a moment ago
  }
}

/** Packages in CommonJS ask for modules of Node by a function that an ES module has not. */
const REQUIRE = `import {createRequire as requireFrom} from "node:module"; const require = requireFrom(import.meta.url);`;

/** Packages that only some commands need, or that look for files of their own, stay where they are. */
function leavePackages(build) {
  build.onResolve({filter: /^[^./]/}, ({path, kind}) =>
    kind === "entry-point" || BUNDLED.test(path) ? undefined : {path, external: true}
  );
}

function writeAside(path, text) {
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
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
  const folders = readdirSync(parent, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => ({path: join(parent, name), time: statSync(join(parent, name)).mtimeMs}));
  folders.sort((a, b) => b.time - a.time);
  for (const {path} of folders.slice(FOLDERS_KEPT)) rmSync(path, {recursive: true, force: true});
}

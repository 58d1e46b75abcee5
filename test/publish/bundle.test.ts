import {cpSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {fileURLToPath, pathToFileURL} from "node:url";
import {expect, it} from "vitest";
import type * as Bundler from "../../bin/bundle.mjs";
import {tempFolder} from "../tempFolder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const WORKER = "data-loaders/analyses/worker.ts";

interface Project {
  readonly write: (path: string, text: string) => void;
  /** What the bundled worker says, and the identity of its code. */
  readonly bundled: () => Promise<{says: unknown; code: string}>;
  readonly cache: string;
}

/** A project of one file and what it imports, with a bundler of its own. */
async function project(): Promise<Project> {
  const folder = tempFolder();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  };
  for (const file of ["bin/bundle.mjs", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(join(root, file), join(folder, file));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(root, "node_modules/esbuild"), join(folder, "node_modules/esbuild"));
  write(WORKER, `import {word} from "./word.ts"; export const says = word;`);
  write("data-loaders/analyses/word.ts", `export const word = "first";`);
  const {bundle} = (await import(pathToFileURL(join(folder, "bin/bundle.mjs")).href)) as typeof Bundler;
  return {
    write,
    cache: join(folder, "node_modules/.cache/cartograph"),
    async bundled() {
      await setTimeout(50); // what changed within a tick of the clock is bundled again
      const {code, worker} = await bundle(["worker"]);
      const {says} = (await import(`${worker}?${Math.random()}`)) as {says: unknown};
      return {says, code};
    }
  };
}

it("bundles again what has changed, and nothing else", async () => {
  const {write, bundled, cache} = await project();
  const first = await bundled();
  expect(first.says).toBe("first");
  const noted = (): number => statSync(join(cache, "worker.json")).mtimeMs;
  const made = noted();
  expect(await bundled()).toEqual(first);
  expect(noted()).toBe(made);
  write("data-loaders/analyses/word.ts", `export const word = "second";`);
  const second = await bundled();
  expect(second.says).toBe("second");
  expect(second.code).not.toBe(first.code);
  write("data-loaders/analyses/word.ts", `export const word = "first";`);
  expect(await bundled()).toEqual(first);
});

it("bundles again where a file that it was made of has moved", async () => {
  const {write, bundled} = await project();
  const first = await bundled();
  write("data-loaders/analyses/other.ts", `export const word = "other";`);
  write(WORKER, `import {word} from "./other.ts"; export const says = word;`);
  expect((await bundled()).says).toBe("other");
  write("data-loaders/analyses/other.ts", `export const word = "first";`);
  const {says, code} = await bundled();
  expect(says).toBe("first");
  expect(code).not.toBe(first.code);
});

it("makes anew what is damaged or gone", async () => {
  const {write, bundled, cache} = await project();
  const first = await bundled();
  for (const text of ["", "{", `{"code": "${first.code}"}`, "null"]) {
    write("node_modules/.cache/cartograph/worker.json", text);
    expect(await bundled()).toEqual(first);
  }
  for (const name of readdirSync(cache))
    if (!name.endsWith(".json")) rmSync(join(cache, name), {recursive: true});
  expect(await bundled()).toEqual(first);
});

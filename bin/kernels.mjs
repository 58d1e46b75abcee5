#!/usr/bin/env node
// Compiles the kernels (AssemblyScript) to WebAssembly, and writes the bytes where the code finds them.
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = "data-loaders/kernels/assembly";
const COMPILED = join(root, "data-loaders/kernels/compiled");
const MOST_PAGES = 65536; // 4 GB
const OPTIONS = [
  ["-O3", "--noAssert", "--runtime", "stub"],
  ["--importMemory", "--sharedMemory", "--enable", "threads", "--enable", "simd"],
  ["--initialMemory", "1", "--maximumMemory", `${MOST_PAGES}`]
].flat();

/** Names of the modules: each file of `assembly/` is one; what they share stands in its folders. */
export function kernelNames() {
  return readdirSync(join(root, SOURCES)).flatMap((name) =>
    name.endsWith(".ts") ? [basename(name, ".ts")] : []
  );
}

/** The text of the file that holds a compiled module. @throws Error with the compiler's messages */
export async function compiledText(name) {
  const {default: asc} = await import("assemblyscript/asc");
  let bytes;
  const {error, stderr} = await asc.main([`${SOURCES}/${name}.ts`, "--outFile", "kernels.wasm", ...OPTIONS], {
    // The compiler adds the ending that our imports have already.
    readFile: (path) => {
      const file = join(root, path.replace(/\.ts\.ts$/, ".ts"));
      return existsSync(file) ? readFileSync(file, "utf8") : null;
    },
    writeFile: (_, contents) => {
      bytes = contents;
    }
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const lines = Buffer.from(bytes)
    .toString("base64")
    .match(/.{1,96}/g);
  const says = `/** Made of \`assembly/${name}.ts\` by \`npm run kernels\`: do not edit. WebAssembly in base 64. */`;
  return [says, "export const COMPILED = `", ...lines, "`;\n"].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {ensureInstalled} = await import("./install.mjs");
  ensureInstalled();
  const names = process.argv.length > 2 ? process.argv.slice(2) : kernelNames();
  if (process.argv.length === 2) rmSync(COMPILED, {recursive: true, force: true});
  mkdirSync(COMPILED, {recursive: true});
  for (const name of names) writeFileSync(join(COMPILED, `${name}.ts`), await compiledText(name));
}

#!/usr/bin/env node
// Compiles the kernels (AssemblyScript) to WebAssembly, and writes its bytes where the bundle finds them.
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const ENTRY = "data-loaders/kernels/assembly/kernels.ts";
const RESULT = "data-loaders/kernels/kernelBytes.ts";
const MOST_PAGES = 65536; // 4 GB
const OPTIONS = [
  ["-O3", "--noAssert", "--runtime", "stub"],
  ["--importMemory", "--sharedMemory", "--enable", "threads"],
  ["--initialMemory", "1", "--maximumMemory", `${MOST_PAGES}`]
].flat();

/** The text of the file that holds the compiled kernels. @throws Error with the compiler's messages */
export async function kernelBytesText() {
  const {default: asc} = await import("assemblyscript/asc");
  let bytes;
  const {error, stderr} = await asc.main(
    [ENTRY, "--baseDir", root, "--outFile", "kernels.wasm", ...OPTIONS],
    {
      // The compiler adds the ending that our imports have already.
      readFile: (name) => {
        const path = join(root, name.replace(/\.ts\.ts$/, ".ts"));
        return existsSync(path) ? readFileSync(path, "utf8") : null;
      },
      writeFile: (_, contents) => {
        bytes = contents;
      }
    }
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const lines = Buffer.from(bytes)
    .toString("base64")
    .match(/.{1,96}/g);
  return [
    "/** Made of `assembly/` by `npm run kernels`: do not edit. WebAssembly in base 64. */",
    "export const KERNEL_BYTES = `",
    ...lines,
    "`;\n"
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {ensureInstalled} = await import("./install.mjs");
  ensureInstalled();
  writeFileSync(new URL(`../${RESULT}`, import.meta.url), await kernelBytesText());
}

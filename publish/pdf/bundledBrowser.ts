import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {pipeline} from "node:stream/promises";
import {brotliDecompressSync, createBrotliDecompress} from "node:zlib";

// Relative, so that a project that is moved or copied with its caches keeps its font.
const fontsConfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

/** What it takes to start a browser: its file and the environment it needs. */
export interface BrowserFiles {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The packed browser of `@sparticuz/chromium` is a Linux x64 program. */
export function bundledBrowserRunsHere(): boolean {
  return process.platform === "linux" && process.arch === "x64" && packedFolder() !== undefined;
}

/**
 * The browser that comes inside the npm package, with the libraries and the font it needs, so that a machine
 * with Node and nothing else can print. Unpacked once (about two seconds, 190 MB) beside the other caches in
 * node_modules, in a folder named by its version: what an older version left behind is never trusted.
 */
export async function bundledBrowser(): Promise<BrowserFiles> {
  const packed = packedFolder();
  if (!packed) throw new Error("@sparticuz/chromium is not installed");
  const folder = join(packed, "../../.cache/cartograph", `chromium-${packedVersion(packed)}`);
  if (!existsSync(folder)) await unpackWhole(packed, folder);
  return {
    path: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
      // Only its own font: without any the page crashes, and the machine's fonts would change the bytes.
      FONTCONFIG_FILE: join(folder, "fonts.conf")
    }
  };
}

/** Unpacks aside and renames, so that a killed or a second run at once never sees half a browser. */
async function unpackWhole(packed: string, folder: string): Promise<void> {
  const aside = `${folder}.${process.pid}`;
  rmSync(aside, {recursive: true, force: true});
  mkdirSync(aside, {recursive: true});
  const bin = join(packed, "bin");
  await pipeline(
    createReadStream(join(bin, "chromium.br")),
    createBrotliDecompress({chunkSize: 1 << 21}),
    createWriteStream(join(aside, "chromium"), {mode: 0o755})
  );
  unpackTar(brotliDecompressSync(readFileSync(join(bin, "al2023.tar.br"))), aside);
  unpackTar(brotliDecompressSync(readFileSync(join(bin, "fonts.tar.br"))), aside);
  writeFileSync(join(aside, "fonts.conf"), fontsConfig);
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, {recursive: true, force: true});
    if (!existsSync(folder)) throw error; // otherwise another run was first with the same files
  }
}

/** Regular files of a ustar archive: a header of 512 bytes with name, size and kind, then the content. */
function unpackTar(tar: Buffer, folder: string): void {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const name = tar.toString("utf8", at, at + 100).replace(/\0.*$/s, "");
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8);
    const kind = String.fromCharCode(tar[at + 156] ?? 0);
    if (kind === "0" || kind === "\0") {
      const file = join(folder, name);
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, tar.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function packedFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    return entry.slice(
      0,
      entry.lastIndexOf(join("@sparticuz", "chromium")) + join("@sparticuz", "chromium").length
    );
  } catch {
    return undefined;
  }
}

function packedVersion(packed: string): string {
  const {version} = JSON.parse(readFileSync(join(packed, "package.json"), "utf8")) as {version: string};
  return version;
}

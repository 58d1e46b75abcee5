import {spawn, spawnSync} from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as pause} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {digestOf} from "../../publish/manifest/digestOf.ts";
import {filesIn} from "../../publish/site/writeTree.ts";
import {randomShop, writeShop} from "../baskets/shop.ts";
import {watchMarked} from "./watchMarked.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const CODE = [
  "bin",
  "config",
  "data-loaders",
  "publish",
  "sample",
  "src",
  "observablehq.config.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json"
];

/** A run that has not ended by then hangs. */
const LONGEST_MS = 240_000;

/** What one run of a command said and left. */
export interface Run {
  readonly status: number | null;
  /** All it wrote, without the project's own path. */
  readonly told: string;
  readonly seconds: number;
  /** Command lines of the processes that it left running, two seconds after its end. */
  readonly left: readonly string[];
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Before the command: `prlimit --data=…`. */
  readonly under?: readonly string[];
  /** Sees the running process. */
  readonly during?: (pid: number) => void;
}

/** A project of its own on the code as it stands, with a small report and a small shop; `remove` it at the end. */
export interface ProjectCopy {
  readonly folder: string;
  readonly dist: string;
  readonly data: string;
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Run>;
  readonly remove: () => void;
}

export interface ProjectOptions {
  /** The report that is shipped, or a small one on a small shop. */
  readonly report?: "small" | "shipped";
  readonly customers?: number;
}

export function projectCopy({report = "small", customers = 120}: ProjectOptions = {}): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), "cartograph-project-"));
  for (const name of CODE) cpSync(join(root, name), join(folder, name), {recursive: true});
  const modules = join(root, "node_modules");
  // Links where the disk allows, else copies.
  if (spawnSync("cp", ["-al", modules, folder]).status !== 0) spawnSync("cp", ["-r", modules, folder]);
  if (report === "small") makeSmall(folder);
  const data = join(folder, "data");
  mkdirSync(data);
  writeShop(data, randomShop(1, {customers}));
  return {
    folder,
    data,
    dist: join(folder, "dist"),
    run: (args, options) => run(folder, args, options),
    remove: () => rmSync(folder, {recursive: true, force: true})
  };
}

function makeSmall(folder: string): void {
  const fixture = join(root, "test/publish/plan/fixture");
  rmSync(join(folder, "src/pages/content"), {recursive: true});
  cpSync(join(fixture, "pages"), join(folder, "src/pages/content"), {recursive: true});
  cpSync(join(fixture, "config"), join(folder, "config"), {recursive: true});
  for (const name of ["recommendations.yaml", "glossary.yaml", "brand.yaml"])
    rmSync(join(folder, "config", name), {force: true});
  const sources = join(folder, "config/sources.yaml");
  writeFileSync(sources, readFileSync(sources, "utf8").replaceAll("stop_above: 1%", "stop_above: 100%"));
}

async function run(
  folder: string,
  args: readonly string[],
  {env = {}, under = [], during}: RunOptions = {}
): Promise<Run> {
  const mark = `${folder}-${performance.now()}`;
  const started = performance.now();
  const [program = "", ...rest] = [...under, process.execPath, "bin/cartograph.mjs", ...args];
  const watch = watchMarked(mark);
  const child = spawn(program, rest, {
    cwd: folder,
    detached: true, // a process group of its own
    env: {...process.env, SOURCE_DATE_EPOCH: "1795305600", ...env, CARTOGRAPH_TEST_MARK: mark},
    stdio: ["ignore", "pipe", "pipe"]
  });
  let told = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (told += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const tooLong = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), LONGEST_MS);
  during?.(child.pid!);
  const status = await ended;
  clearTimeout(tooLong);
  const seconds = (performance.now() - started) / 1000;
  await pause(2000); // what has much to do sees the end of its parent a little later
  watch.end();
  const left = watch.running();
  for (const {pid} of left) process.kill(pid, "SIGKILL");
  return {status, told: told.replaceAll(folder, "PROJECT"), seconds, left: left.map(({command}) => command)};
}

/** Every file below a folder by its digest, and where each link leads; empty where there is none. */
export function digestsOf(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const digest = (path: string): string =>
    lstatSync(path).isSymbolicLink() ? readlinkSync(path) : digestOf(readFileSync(path));
  return new Map(filesIn(folder).map((path) => [path, digest(join(folder, path))]));
}

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
import {join, resolve} from "node:path";
import type {Sources, TableName} from "../config/sources.ts";
import {checkFolder, CLOCK_TICK_MS, openSource, sourceName} from "../tables/openSource.ts";
import type {SourceFile, SourceFiles} from "../tables/openSource.ts";
import {buildBaskets} from "./buildBaskets.ts";
import {freeMemory} from "./freeMemory.ts";
import {openMemo} from "./memo.ts";
import type {Memo} from "./memo.ts";
import type {OnProgress} from "./onProgress.ts";
import {loadStore} from "./storeFile.ts";
import type {StoreTask} from "./storeFile.ts";
import {basketArrays} from "./store.ts";
import type {Baskets} from "./store.ts";
import {together} from "./together.ts";
import type {WorkerPool} from "./workerPool.ts";

export type Digests = Readonly<Partial<Record<TableName, string>>>;

export interface OpenedBaskets {
  readonly baskets: Baskets;
  /** Identity of the contents of the store: of all sources, and of the contracts and the code they were read by. */
  readonly key: string;
  /** Digest of each source's content; tables without a file are absent. */
  readonly digests: Digests;
  /** True when the CSVs were read, false when the cache had them. */
  readonly read: boolean;
  /** What was computed of this store before. */
  readonly memo: Memo;
  /** Has a thread write the store to the cache; does nothing when it came from there. */
  readonly save: () => Promise<void>;
}

/** What a file looked like when its digest was taken. */
interface Seen {
  readonly size: number;
  readonly mtime: string;
  readonly ctime: string;
  readonly inode: string;
  readonly digest: string;
}

const NAMES: readonly TableName[] = ["orders", "items", "products", "departments", "aisles", "customers"];
const STORES_KEPT = 3;

/**
 * The baskets of a data folder: from the cache when no file has changed since, else from the CSVs.
 * @throws UserError for files that are not there or are not what their contract says.
 */
export async function openBaskets(
  sources: Sources,
  folder: string,
  cacheFolder: string,
  pool: WorkerPool,
  onProgress: OnProgress
): Promise<OpenedBaskets> {
  checkFolder(folder);
  const found = together(...NAMES.map((name) => () => sourceName(sources.tables[name], folder)));
  const names = Object.fromEntries(NAMES.map((name, at) => [name, found[at]]));
  const before = looks(folder, names);
  const seenPath = join(cacheFolder, "seen.json");
  const seen = readSeen(seenPath);
  const known = NAMES.map((name) =>
    names[name] === undefined ? "absent" : knownDigest(seen, before[name]!)
  );
  if (known.every((digest) => digest !== undefined)) {
    const key = storeKey(sources, pool.code, known);
    const baskets = loadStore(storePath(cacheFolder, key), key);
    if (baskets)
      return {
        baskets,
        key,
        digests: present(known),
        read: false,
        memo: openMemo(cacheFolder, key),
        save: () => Promise.resolve()
      };
  }
  const startedAt = Date.now();
  const {baskets, digests} = await buildBaskets(
    sources,
    await openAll(sources, folder, cacheFolder),
    pool,
    onProgress
  );
  const key = storeKey(
    sources,
    pool.code,
    NAMES.map((name) => digests[name] ?? "absent")
  );
  const write = async (): Promise<void> => {
    freeMemory(); // of what was counted since
    const {words} = baskets;
    const task: StoreTask = {
      path: storePath(cacheFolder, key),
      key,
      baskets: {...basketArrays(baskets), words}
    };
    await pool.run<void>("saveStore", task);
    remember(seenPath, seen, before, looks(folder, names), digests, startedAt);
    dropOldStores(cacheFolder);
  };
  let written: Promise<void> | undefined;
  const save = (): Promise<void> => {
    written ??= write();
    return written;
  };
  return {baskets, key, digests, read: true, memo: openMemo(cacheFolder, key), save};
}

/** The digests by table, of those that have a file. */
function present(known: readonly (string | undefined)[]): Digests {
  const entries = NAMES.map((name, at) => [name, known[at]] as const);
  return Object.fromEntries(entries.filter(([, digest]) => digest !== "absent"));
}

async function openAll(sources: Sources, folder: string, cacheFolder: string): Promise<SourceFiles> {
  const files = await Promise.all(
    NAMES.map(
      async (name): Promise<[TableName, SourceFile | undefined]> => [
        name,
        await openSource(sources.tables[name], folder, cacheFolder)
      ]
    )
  );
  return Object.fromEntries(files.filter(([, file]) => file !== undefined));
}

interface Look extends Omit<Seen, "digest"> {
  readonly path: string;
}

function looks(
  folder: string,
  names: Readonly<Partial<Record<TableName, string | undefined>>>
): Partial<Record<TableName, Look>> {
  const entries = NAMES.filter((name) => names[name] !== undefined).map((name): [TableName, Look] => {
    const path = resolve(folder, names[name]!);
    const {size, mtimeNs, ctimeNs, ino} = statSync(path, {bigint: true});
    return [
      name,
      {path, size: Number(size), mtime: String(mtimeNs), ctime: String(ctimeNs), inode: String(ino)}
    ];
  });
  return Object.fromEntries(entries);
}

function sameLook(a: Omit<Seen, "digest">, b: Omit<Seen, "digest">): boolean {
  return a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime && a.inode === b.inode;
}

function knownDigest(seen: ReadonlyMap<string, Seen>, look: Look): string | undefined {
  const entry = seen.get(look.path);
  return entry && sameLook(entry, look) ? entry.digest : undefined;
}

function readSeen(path: string): Map<string, Seen> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(path, "utf8")) as Record<string, Seen>));
  } catch {
    return new Map();
  }
}

function remember(
  path: string,
  seen: Map<string, Seen>,
  before: Partial<Record<TableName, Look>>,
  after: Partial<Record<TableName, Look>>,
  digests: Readonly<Partial<Record<TableName, string>>>,
  startedAt: number
): void {
  for (const name of NAMES) {
    const look = before[name];
    const digest = digests[name];
    if (!look || !digest || !sameLook(look, after[name]!)) continue;
    if (startedAt - Number(BigInt(look.ctime) / 1_000_000n) < CLOCK_TICK_MS) continue;
    const {size, mtime, ctime, inode} = look;
    seen.set(look.path, {size, mtime, ctime, inode, digest});
  }
  const aside = `${path}.${process.pid}`;
  const stillThere = [...seen].filter(([file]) => existsSync(file)).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(aside, JSON.stringify(Object.fromEntries(stillThere), undefined, 1));
  renameSync(aside, path);
}

/** Other cleaning rules and other code make other baskets of the same files, so that both are part of the key. */
function storeKey(sources: Sources, code: string, digests: readonly (string | undefined)[]): string {
  return createHash("sha256")
    .update(JSON.stringify([sources.tables, code, digests]))
    .digest("hex");
}

function storePath(cacheFolder: string, key: string): string {
  mkdirSync(join(cacheFolder, "baskets"), {recursive: true});
  return join(cacheFolder, "baskets", `${key.slice(0, 24)}.store`);
}

function dropOldStores(cacheFolder: string): void {
  const folder = join(cacheFolder, "baskets");
  const stores = readdirSync(folder)
    .map((name) => ({path: join(folder, name), time: statSync(join(folder, name)).mtimeMs}))
    .sort((a, b) => b.time - a.time);
  for (const {path} of stores.slice(STORES_KEPT)) rmSync(path, {force: true});
}

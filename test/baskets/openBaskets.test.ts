import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {beforeEach, describe, expect, it} from "vitest";
import {openBaskets} from "../../data-loaders/baskets/openBaskets.ts";
import type {OpenedBaskets} from "../../data-loaders/baskets/openBaskets.ts";
import type {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import type {Sources} from "../../data-loaders/config/sources.ts";
import {tempFolder} from "../tempFolder.ts";
import {changedSources, closePools, patientSources, poolOf} from "./build.ts";
import {nestedStore} from "./nestedStore.ts";
import {FILES, randomShop, writeShop} from "./shop.ts";
import type {Disguise} from "./shop.ts";

closePools();

/** Threads that may not be used: whoever reads a CSV fails. */
const idlePool = {
  size: 2,
  get code() {
    return poolOf(2).code;
  },
  run: () => Promise.reject(new Error("a CSV was read"))
} as unknown as WorkerPool;

const shop = randomShop(2, {customers: 9});
let data: string;
let cache: string;

beforeEach(() => {
  data = tempFolder();
  cache = join(tempFolder(), "cache");
});

/** Files as a marketer has them, last changed before now. */
async function settledShop(disguise: Disguise = {}): Promise<void> {
  writeShop(data, shop, disguise);
  await sleep(50);
}

async function open(sources: Sources = patientSources, pool: WorkerPool = poolOf(2)): Promise<OpenedBaskets> {
  const opened = await openBaskets(sources, data, cache, pool, () => undefined);
  await opened.save();
  return opened;
}

const storePath = (): string => join(cache, "baskets", readdirSync(join(cache, "baskets"))[0]!);

describe("openBaskets", () => {
  it.each<[string, Disguise]>([
    ["plain", {}],
    ["gzipped", {gzip: true}],
    ["without customers", {without: ["customers"]}]
  ])("reads nothing from the CSVs the second time (%s files)", async (_, disguise) => {
    await settledShop(disguise);
    const first = await open();
    const second = await open(patientSources, idlePool);
    expect([first.read, second.read]).toEqual([true, false]);
    expect(second.key).toBe(first.key);
    expect(second.baskets).toEqual(first.baskets);
  });

  it("saves only when asked to", async () => {
    await settledShop();
    await openBaskets(patientSources, data, cache, poolOf(2), () => undefined);
    expect(existsSync(cache)).toBe(false);
  });

  it("reads files again that were only touched, and finds the same", async () => {
    await settledShop();
    const first = await open();
    utimesSync(join(data, FILES.items), 1e9, 1e9);
    await sleep(50);
    const second = await open();
    expect(second.read).toBe(true);
    expect(second.key).toBe(first.key);
    expect(second.baskets).toEqual(first.baskets);
    expect((await open(patientSources, idlePool)).read).toBe(false);
  });

  for (const gzip of [false, true]) {
    it(`sees an edit of the same size within the same second${gzip ? " in a gzipped file" : ""}`, async () => {
      const edited = {
        ...shop,
        orders: shop.orders.map((row) => row.map((cell, at) => (at === 4 ? String(6 - Number(cell)) : cell)))
      };
      await settledShop({gzip});
      const first = await open();
      writeShop(data, edited, {gzip});
      const second = await open();
      expect(second.key).not.toBe(first.key);
      const days = (opened: OpenedBaskets) =>
        nestedStore(opened.baskets).flatMap(({orders}) => orders.map(({day}) => day));
      expect(days(second)).toEqual(days(first).map((day) => 6 - day));
    });
  }

  it("sees an edit that keeps size and modification time", async () => {
    await settledShop();
    const path = join(data, FILES.products);
    utimesSync(path, 1e9, 1e9);
    await sleep(50);
    await open();
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(/Product \d/, "Prodigy 7"));
    utimesSync(path, 1e9, 1e9);
    expect((await open()).baskets.words.productNames.some((name) => name.startsWith("Prodigy"))).toBe(true);
  });

  it("reads again the files that changed while they were read", async () => {
    await settledShop();
    writeShop(data, shop);
    const first = await open();
    expect(first.read).toBe(true);
    const second = await open();
    expect(second.key).toBe(first.key);
  });

  it("sees a customers file that comes and goes", async () => {
    await settledShop({without: ["customers"]});
    expect((await open()).baskets.words.hasCustomers).toBe(false);
    await settledShop();
    expect((await open()).baskets.words.hasCustomers).toBe(true);
  });

  it("reads again under other cleaning rules", async () => {
    await settledShop();
    const first = await open();
    const cheap = changedSources(({columns}) => ({
      stop_above: 1,
      columns: columns.map((column) =>
        column.missing_above ? {...column, missing_above: {bound: 5, because: "a test"}} : column
      )
    }));
    const second = await open(cheap);
    expect(second.key).not.toBe(first.key);
    expect(second.baskets.price.some((cents) => cents > 500)).toBe(false);
  });

  it("reads again when the code that reads is other code", async () => {
    await settledShop();
    const first = await open();
    const pool = poolOf(2);
    const other = {
      size: 2,
      code: "other",
      run: pool.run.bind(pool)
    } as unknown as WorkerPool;
    const second = await open(patientSources, other);
    expect(second.read).toBe(true);
    expect(second.baskets).toEqual(first.baskets);
  });

  it("rebuilds an equal store when its file is broken", async () => {
    await settledShop();
    const first = await open();
    const bytes = readFileSync(storePath());
    for (const [at, isItem] of [
      [bytes.length - 20, true],
      [Math.floor(bytes.length / 2), false],
      [20, false]
    ] as const) {
      const broken = Buffer.from(bytes);
      broken[at]! ^= 4;
      writeFileSync(storePath(), broken);
      if (isItem) {
        const damaged = await open(); // found when the items are asked for, and then the file is gone
        expect(() => damaged.baskets.item).toThrow("was damaged and is removed now");
      }
      const again = await open();
      expect(again.read).toBe(true);
      expect(again.baskets).toEqual(first.baskets);
      expect(readFileSync(storePath()).equals(bytes)).toBe(true);
    }
  });

  it("does without a list of seen files that is broken", async () => {
    await settledShop();
    await open();
    for (const text of ["", "{", "[1, 2]", '{"x": 7}', "null"]) {
      writeFileSync(join(cache, "seen.json"), text);
      expect((await open()).read).toBe(true);
    }
  });

  it("keeps few stores", async () => {
    for (let customers = 3; customers < 9; customers++) {
      writeShop(data, randomShop(customers, {customers}));
      await open();
    }
    expect(readdirSync(join(cache, "baskets")).length).toBeLessThanOrEqual(3);
  });

  it("writes the same bytes in any number of threads", async () => {
    await settledShop();
    await open(patientSources, poolOf(1));
    const bytes = readFileSync(storePath());
    cache = join(tempFolder(), "cache");
    await open(patientSources, poolOf(3));
    expect(readFileSync(storePath()).equals(bytes)).toBe(true);
  });

  it.each([false, true])("has no names of customers in any file it leaves (gzipped: %s)", async (gzip) => {
    await settledShop({gzip});
    await open();
    for (const name of readdirSync(cache, {recursive: true, encoding: "utf8"})) {
      const path = join(cache, name);
      if (statSync(path).isDirectory()) continue;
      expect(name).not.toContain("customers");
      const bytes = readFileSync(path);
      for (const word of ["Xenia", "Quimby"]) expect(bytes.includes(word), name).toBe(false);
    }
  });

  it("tells all files that are not there", async () => {
    mkdirSync(join(data, FILES.aisles));
    await expect(open()).rejects.toThrow(
      [
        `${join(data, "orders.csv")}: is not there; it holds the orders (config/sources.yaml tables.orders.file)`,
        `${join(data, "order_products__prior.csv")}: is not there; it holds the items (config/sources.yaml tables.items.file)`,
        `${join(data, "products.csv")}: is not there; it holds the products (config/sources.yaml tables.products.file)`,
        `${join(data, "departments.csv")}: is not there; it holds the departments (config/sources.yaml tables.departments.file)`,
        `${join(data, "aisles.csv")}: is a folder; put the file itself in its place`
      ].join("\n")
    );
  });
});

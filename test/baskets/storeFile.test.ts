import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {UserError} from "../../data-loaders/config/problem.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {loadStore, saveStore} from "../../data-loaders/baskets/storeFile.ts";
import {tempFolder} from "../tempFolder.ts";
import {build, closePools} from "./build.ts";
import {nestedStore} from "./nestedStore.ts";
import {randomShop, writeShop} from "./shop.ts";

closePools();
const folder = tempFolder();
const path = join(folder, "baskets", "shop.store");
const KEY = "a".repeat(64);
let baskets: Baskets;

beforeAll(async () => {
  const data = tempFolder();
  writeShop(data, randomShop(2, {customers: 9, defects: 0.1}));
  baskets = await build(data);
  saveStore({path, key: KEY, baskets});
});

describe("storeFile", () => {
  it("gives back what was saved", () => {
    const loaded = loadStore(path, KEY)!;
    expect(nestedStore(loaded)).toEqual(nestedStore(baskets));
    expect(loaded).toEqual(baskets);
  });

  it("saves the same bytes again", () => {
    const again = join(folder, "again.store");
    saveStore({path: again, key: KEY, baskets: loadStore(path, KEY)!});
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
  });

  it("leaves nothing else beside it", () => {
    expect(readdirSync(join(folder, "baskets"))).toEqual(["shop.store"]);
  });

  it("reads as absent what is not there, or of another key", () => {
    expect(loadStore(join(folder, "nowhere.store"), KEY)).toBeUndefined();
    expect(loadStore(path, "b".repeat(64))).toBeUndefined();
  });

  it("reads as absent a file cut at any place", () => {
    const broken = join(folder, "cut.store");
    const {size} = statSync(path);
    copyFileSync(path, broken);
    const sizes = [size - 9, Math.floor(size / 2), 4096, 300, 17, 16, 15, 8, 1, 0].filter(
      (each) => each < size
    );
    for (const cut of sizes) {
      truncateSync(broken, cut);
      expect(loadStore(broken, KEY), `cut to ${cut} bytes`).toBeUndefined();
    }
  });

  it("reads as absent, as it was, or as damaged when the items are asked for, a file with any one byte flipped", () => {
    const broken = join(folder, "flipped.store");
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += at < 64 ? 1 : 61) {
      for (const bit of [1, 0x80]) {
        const bytes = Buffer.from(whole);
        bytes[at]! ^= bit;
        writeFileSync(broken, bytes);
        const loaded = loadStore(broken, KEY);
        if (loaded && itemsAreWhole(loaded)) expect(loaded, `byte ${at}`).toEqual(baskets);
      }
    }
  });

  it("reads as absent what is no store", () => {
    const other = join(folder, "other.store");
    for (const content of ["", "CGBASKET", "{}", "order_id\n1\n".repeat(100)]) {
      writeFileSync(other, content);
      expect(loadStore(other, KEY)).toBeUndefined();
    }
    const format = readFileSync(path).toString("latin1").replace('"format":2', '"format":9');
    writeFileSync(other, format, "latin1");
    expect(loadStore(other, KEY)).toBeUndefined();
  });

  it("holds no names of customers", () => {
    const bytes = readFileSync(path);
    for (const name of ["Xenia", "Quimby", "First Name", "Surnam"]) expect(bytes.includes(name)).toBe(false);
    expect(bytes.includes("family_status")).toBe(true);
  });
});

/** Whether the items can be read; else the user is told, and the file is gone. */
function itemsAreWhole(loaded: Baskets): boolean {
  try {
    return loaded.item.length === loaded.items;
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect(existsSync(join(folder, "flipped.store"))).toBe(false);
    return false;
  }
}

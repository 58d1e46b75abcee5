import {mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {checkFolder, openSource, sourceName} from "../../data-loaders/tables/openSource.ts";
import {tempFolder} from "../tempFolder.ts";
import {column, table} from "./contract.ts";

const contract = table([column("a")], {name: "orders", file: "orders.csv"});

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = tempFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const contentOf = async (folder: string, cache: string): Promise<string> =>
  readFileSync((await openSource(contract, folder, cache))!.path, "utf8");

describe("openSource", () => {
  it("opens a plain file where it lies", async () => {
    const folder = folderWith({"orders.csv": "a\n1\n"});
    expect(await openSource(contract, folder, tempFolder())).toEqual({
      name: "orders.csv",
      path: join(folder, "orders.csv"),
      size: 4
    });
  });

  it("prefers the plain file to the gzipped one", () => {
    expect(sourceName(contract, folderWith({"orders.csv": "a\n", "orders.csv.gz": gzipSync("b\n")}))).toBe(
      "orders.csv"
    );
  });

  it("unpacks a gzipped file, also one put together of several", async () => {
    const folder = folderWith({"orders.csv.gz": Buffer.concat([gzipSync("a\n1\n"), gzipSync("2\n")])});
    expect(await openSource(contract, folder, tempFolder())).toMatchObject({
      name: "orders.csv.gz",
      size: 6
    });
    expect(await contentOf(folder, tempFolder())).toBe("a\n1\n2\n");
  });

  it("sees other content in a gzipped file of the same size and time", async () => {
    const cache = tempFolder();
    const folder = folderWith({"orders.csv.gz": gzipSync("a\n1\n")});
    const path = join(folder, "orders.csv.gz");
    const {size} = statSync(path);
    utimesSync(path, 1e9, 1e9);
    expect(await contentOf(folder, cache)).toBe("a\n1\n");
    writeFileSync(path, gzipSync("a\n2\n"));
    utimesSync(path, 1e9, 1e9);
    expect(statSync(path).size).toBe(size);
    expect(await contentOf(folder, cache)).toBe("a\n2\n");
  });

  it("refuses a gzipped file that is not whole, and leaves nothing behind", async () => {
    const cache = tempFolder();
    const whole = gzipSync("a\n1\n".repeat(1000));
    for (const broken of [whole.subarray(0, whole.length - 9), Buffer.from("no gzip at all")]) {
      const folder = folderWith({"orders.csv.gz": broken});
      await expect(openSource(contract, folder, cache)).rejects.toThrow(
        "orders.csv.gz: is not a whole gzip file"
      );
      expect(readdirSync(join(cache, "unpacked"))).toEqual([]);
    }
  });

  it("leaves a small gzipped file as it is, since it may hold names", async () => {
    const cache = tempFolder();
    const customers = {...contract, name: "customers" as const, file: "customers.csv"};
    const folder = folderWith({"customers.csv.gz": gzipSync("a\n1\n")});
    expect((await openSource(customers, folder, cache))!.path).toBe(join(folder, "customers.csv.gz"));
    expect(readdirSync(cache)).toEqual([]);
  });

  it("tells which table a file that is not there holds", async () => {
    await expect(openSource(contract, tempFolder(), tempFolder())).rejects.toThrow(
      "orders.csv: is not there; it holds the orders (config/sources.yaml tables.orders.file)"
    );
    expect(await openSource({...contract, optional: true}, tempFolder(), tempFolder())).toBeUndefined();
  });

  it.each(["Orders.csv", "order.csv", "ORDERS.CSV", "orders .csv"])(
    "tells of a file called almost so: %s",
    (name) => {
      expect(() =>
        sourceName(contract, folderWith({[name]: "a\n1\n", "products.csv": "", "notes.txt": ""}))
      ).toThrow(
        `orders.csv: is not there; if ${name} holds the orders, rename it or write its name in config/sources.yaml tables.orders.file`
      );
    }
  );

  it("does not take any other file for it", () => {
    const folder = folderWith({"products.csv": "", "border.txt": "", "items.csv": ""});
    expect(() => sourceName(contract, folder)).toThrow("it holds the orders");
  });

  it("tells a folder in the file's place", () => {
    const folder = folderWith({});
    mkdirSync(join(folder, "orders.csv"));
    expect(() => sourceName(contract, folder)).toThrow(
      "orders.csv: is a folder; put the file itself in its place"
    );
  });
});

describe("checkFolder", () => {
  it("tells a data folder that is not there, or is a file", () => {
    const folder = folderWith({"orders.csv": "a\n"});
    expect(() => checkFolder(folder)).not.toThrow();
    expect(() => checkFolder(join(folder, "data"))).toThrow(
      "data: is not there; a folder with the CSVs was expected"
    );
    expect(() => checkFolder(join(folder, "orders.csv"))).toThrow("orders.csv: is no folder");
  });
});

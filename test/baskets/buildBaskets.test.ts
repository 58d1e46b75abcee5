import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {tempFolder} from "../tempFolder.ts";
import {build, changedSources, closePools, patientSources} from "./build.ts";
import type {BuildOptions} from "./build.ts";
import {expectedStore} from "./expectedStore.ts";
import {nestedStore} from "./nestedStore.ts";
import {emptyColumn, FILES, randomShop, writeShop} from "./shop.ts";
import type {Disguise, Shop, ShopOptions} from "./shop.ts";
import {seeded} from "../seeded.ts";

closePools();

async function builtShop(shop: Shop, disguise: Disguise = {}, options: BuildOptions = {}): Promise<Baskets> {
  const folder = tempFolder();
  writeShop(folder, shop, disguise);
  return build(folder, options);
}

/** Rows set aside, by table and reason. */
function asideOf({words}: Baskets): Record<string, Record<string, number>> {
  const entries = words.flow.tables.filter(({set_aside}) => set_aside.length > 0);
  return Object.fromEntries(
    entries.map(({table, set_aside}) => [
      table,
      Object.fromEntries(set_aside.map(({reason, rows}) => [reason, rows]))
    ])
  );
}

describe("buildBaskets", () => {
  const kinds: [string, ShopOptions][] = [
    ["small ids", {customers: 8}],
    ["ids beyond 2^32", {customers: 8, largestId: 2 ** 40}],
    ["ids up to 2^53", {customers: 6, largestId: Math.floor((2 ** 53 - 2) / 10)}],
    ["defects of every kind", {customers: 12, defects: 0.25}],
    ["defects among sparse ids", {customers: 12, defects: 0.25, largestId: 2 ** 45}],
    ["one customer", {customers: 1}]
  ];
  for (const [kind, options] of kinds) {
    it(`reads random shops with ${kind} as plain loops do, cut anywhere, in any number of threads`, async () => {
      for (let seed = 1; seed <= 6; seed++) {
        const shop = randomShop(seed, options);
        const expected = expectedStore(shop);
        if (!expected.store.some(({orders}) => orders.some(({items}) => items.length > 0))) continue;
        const baskets = await builtShop(
          shop,
          {},
          {threads: 1 + (seed % 3), block: [undefined, 500, 97][seed % 3]!}
        );
        expect(nestedStore(baskets), `seed ${seed}`).toEqual(expected.store);
        expect(asideOf(baskets), `seed ${seed}`).toEqual(expected.aside);
      }
    });
  }

  describe("does not mind", () => {
    const shop = randomShop(3, {customers: 10, defects: 0.15});
    const disguises: [string, Disguise][] = [
      ["swapped columns", {swapColumns: true}],
      ["carriage returns", {lineEnd: "\r\n"}],
      ["no line end at the end", {noLastLineEnd: true}],
      ["a byte order mark", {byteOrderMark: true}],
      ["quotes around every cell", {quote: () => true}],
      ["quotes here and there", {quote: (random) => random.chance(0.1)}],
      ["gzipped files", {gzip: true}],
      ["the wide departments file", {wideDepartments: true}],
      [
        "all of it at once",
        {
          swapColumns: true,
          lineEnd: "\r\n",
          noLastLineEnd: true,
          byteOrderMark: true,
          quote: (random) => random.chance(0.5),
          gzip: true
        }
      ]
    ];
    it.each(disguises)("%s", async (_, disguise) => {
      const plain = await builtShop(shop);
      const disguised = await builtShop(shop, disguise, {block: 300});
      expect(nestedStore(disguised)).toEqual(nestedStore(plain));
      expect(asideOf(disguised)).toEqual(asideOf(plain));
      const lines = (baskets: Baskets) =>
        baskets.words.flow.tables.map(({set_aside}) => set_aside.map((entry) => entry.lines));
      if (!disguise.wideDepartments) expect(lines(disguised)).toEqual(lines(plain));
    });

    it("many empty columns that nobody reads", async () => {
      const ignore = Array.from({length: 12}, (_, at) => ({
        column: emptyColumn(at),
        because: "nobody asks for it"
      }));
      const sources = changedSources((contract) => ({
        stop_above: 1,
        ignore: [...contract.ignore, ...ignore]
      }));
      const plain = randomShop(3, {customers: 60, products: 9, largestId: 99});
      const baskets = await builtShop(plain, {emptyColumns: 12}, {sources});
      expect(nestedStore(baskets)).toEqual(expectedStore(plain).store);
    });

    it("rows in another order, but for an order's items", async () => {
      const clean = randomShop(4, {customers: 10});
      const random = seeded(1);
      const shuffled = Object.fromEntries(
        Object.entries(clean).map(([name, rows]) => [name, random.shuffled(rows)])
      ) as unknown as Shop;
      expect(sortedItems(await builtShop(shuffled))).toEqual(sortedItems(await builtShop(clean)));
    });
  });

  it("builds without customers: all who ordered, without attributes", async () => {
    const shop = randomShop(5, {customers: 8, defects: 0.1});
    const baskets = await builtShop(shop, {without: ["customers"]});
    expect(nestedStore(baskets)).toEqual(expectedStore(shop, {withCustomers: false}).store);
    expect(baskets.words).toMatchObject({hasCustomers: false, attributes: {}});
    expect(baskets.words.flow.tables.map(({table}) => table)).not.toContain("customers");
  });

  it("builds without prices: every price is missing", async () => {
    const shop = randomShop(6, {customers: 8});
    const without = {...shop, products: shop.products.map((row) => row.slice(0, 4))};
    const sources = changedSources(() => ({stop_above: 1}));
    const folder = tempFolder();
    writeShop(folder, without);
    const lines = [["product_id", "product_name", "aisle_id", "department_id"], ...without.products];
    writeFileSync(`${folder}/products.csv`, lines.map((row) => row.join(",")).join("\n"));
    const baskets = await build(folder, {sources});
    expect(nestedStore(baskets)).toEqual(expectedStore(without, {withPrices: false}).store);
    expect(baskets.words.hasPrices).toBe(false);
  });

  it("builds without the column of days since the prior order, where it is optional", async () => {
    const shop = randomShop(7, {customers: 5});
    const folder = tempFolder();
    writeShop(folder, shop);
    const text = readFileSync(`${folder}/orders.csv`, "utf8");
    writeFileSync(`${folder}/orders.csv`, text.replaceAll(/,[^,\n]*\n/g, "\n"));
    const sources = changedSources(({columns}) => ({
      stop_above: 1,
      columns: columns.map((column) =>
        column.name === "days_since_prior_order" ? {...column, optional: true} : column
      )
    }));
    const baskets = await build(folder, {sources});
    const gaps = nestedStore(baskets).flatMap(({orders}) => orders.map(({gap}) => gap));
    expect(new Set(gaps)).toEqual(new Set(["none"]));
  });

  it("reconciles every table's flow, and gives lines that hold what they are said to", async () => {
    const {products} = randomShop(8, {customers: 30});
    const shop = {...randomShop(8, {customers: 30, defects: 0.2}), products};
    const baskets = await builtShop(shop, {}, {block: 500});
    for (const {table, rows_in, rows_used, set_aside} of baskets.words.flow.tables) {
      expect(rows_in, table).toBe(shop[table].length);
      expect(rows_used + set_aside.reduce((sum, {rows}) => sum + rows, 0), table).toBe(rows_in);
    }
    const items = baskets.words.flow.tables.find(({table}) => table === "items")!;
    const linesOf = (reason: string): readonly number[] =>
      items.set_aside.find((entry) => entry.reason === reason)!.lines;
    for (const line of linesOf("names no product"))
      expect(shop.products.map(([id]) => id)).not.toContain(shop.items[line - 2]![1]);
    for (const line of linesOf("is a blank line")) expect(shop.items[line - 2]).toEqual([""]);
    for (const line of linesOf("repeats an earlier product of its order")) {
      const [order, product] = shop.items[line - 2]!;
      expect(shop.items.slice(0, line - 2).some((row) => row[0] === order && row[1] === product)).toBe(true);
    }
  });

  describe("stops with reasons and lines", () => {
    const strict = changedSources(() => ({stop_above: 0}));
    const shop = randomShop(9, {customers: 4});
    const cases: [string, Partial<Record<keyof Shop, readonly (readonly string[])[]>>, RegExp[]][] = [
      [
        "when an order has a wrong hour",
        {orders: [["1", shop.customers[0]![0]!, "prior", "1", "0", "24", ""]]},
        [
          /^orders\.csv: 1 of \d+ rows .* can't be used/,
          /^orders\.csv:\d+: hour is above 23: 1 row, on line \d+$/
        ]
      ],
      [
        "when items name no order",
        {items: [["987654321", shop.products[0]![0]!, "1", "0"]]},
        [/^order_products__prior\.csv: 1 of/, /^order_products__prior\.csv:\d+: names no order: 1 row/]
      ],
      [
        "when a product names no department",
        {products: [["99999", "Tea", shop.aisles[0]![0]!, "9999", "1"]]},
        [
          /^products\.csv: 1 of 13 rows \(7\.7%\)/,
          /^products\.csv:14: names no department: 1 row, on line 14; is the file of departments whole/
        ]
      ],
      [
        "when a department stands twice",
        {departments: [[shop.departments[0]![0]!, "other"]]},
        [
          /^departments\.csv: 1 of 7/,
          /^departments\.csv:8: repeats an earlier department_id with other values/
        ]
      ],
      [
        "when a customer has no age",
        {customers: [["99999", "A", "B", "Maine", "", "0", "single", "1"]]},
        [/^customers\.csv: 1 of 5/, /^customers\.csv:6: age is empty/]
      ],
      [
        "at the table that made the others fail",
        {
          customers: [["99999", "A", "B", "Maine", "", "0", "single", "1"]],
          orders: [["1", "99999", "prior", "1", "0", "12", ""]]
        },
        [/^customers\.csv: 1 of 5/, /^customers\.csv:6: age is empty/]
      ]
    ];
    it.each(cases)("%s", async (_, more, patterns) => {
      const spoilt = Object.fromEntries(
        Object.entries(shop).map(([name, rows]) => [name, [...rows, ...(more[name as keyof Shop] ?? [])]])
      ) as unknown as Shop;
      const message = await builtShop(spoilt, {}, {sources: strict}).then(
        () => "built",
        (error: Error) => `${error.name} ${error.message}`
      );
      expect(message).toMatch(/^UserError /);
      const lines = message.slice("UserError ".length).split("\n");
      expect(lines).toHaveLength(patterns.length);
      for (const [at, pattern] of patterns.entries()) expect(lines[at]).toMatch(pattern);
    });

    it("for the headers of all files at once", async () => {
      const folder = tempFolder();
      writeShop(folder, shop);
      for (const name of Object.values(FILES)) writeFileSync(join(folder, name), "a;b\n1;2\n");
      writeFileSync(join(folder, FILES.aisles), gzipSync("aisle_id,aisle\n1,milk\n"));
      const message = await build(folder).then(
        () => "built",
        (error: Error) => error.message
      );
      expect(
        message
          .split("\n")
          .map((line) => line.replace(/:.*/, ""))
          .sort()
      ).toEqual(Object.values(FILES).sort());
      expect(message).toContain("aisles.csv: is gzipped; call it aisles.csv.gz");
    });

    it.each(Object.entries(FILES))("once for the header of %s alone", async (_, name) => {
      const folder = tempFolder();
      writeShop(folder, shop);
      writeFileSync(join(folder, name), "a;b\n1;2\n");
      const message = await build(folder).then(
        () => "built",
        (error: Error) => error.message
      );
      expect(message.split("\n")).toHaveLength(1);
      expect(message).toMatch(new RegExp(`^${name}:`));
    });

    it("for a small gzipped file that is not whole", async () => {
      const folder = tempFolder();
      writeShop(folder, shop, {gzip: true});
      writeFileSync(join(folder, "products.csv.gz"), gzipSync("product_id\n").subarray(0, 20));
      await expect(build(folder)).rejects.toThrow("products.csv.gz: is not a whole gzip file");
    });

    it.each<[string, Partial<Shop>, string]>([
      ["orders", {orders: []}, "orders.csv: has no rows"],
      ["items", {items: []}, "order_products__prior.csv: has no rows"],
      [
        "orders in use",
        {orders: [["1", shop.customers[0]![0]!, "train", "1", "0", "12", ""]]},
        "orders.csv: none of its 1 rows can be used (not in use by rule: 1 row)"
      ],
      [
        "items in use",
        {items: [["987654321", shop.products[0]![0]!, "1", "0"]]},
        "order_products__prior.csv: none of its 1 rows can be used (names no order: 1 row)"
      ]
    ])("when there are no %s", async (_, instead, message) => {
      await expect(builtShop({...shop, ...instead}, {}, {sources: patientSources})).rejects.toThrow(message);
    });
  });
});

/** An order's items stand as in the file; for comparing files in another order they are sorted. */
function sortedItems(baskets: Baskets) {
  return nestedStore(baskets).map(({attributes, orders}) => ({
    attributes,
    orders: orders.map((order) => ({...order, items: [...order.items].sort()}))
  }));
}

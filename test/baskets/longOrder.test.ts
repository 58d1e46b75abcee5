import {expect, it} from "vitest";
import {productOf} from "../../data-loaders/baskets/store.ts";
import {tempFolder} from "../tempFolder.ts";
import {build, closePools} from "./build.ts";
import {FILES, HEADERS} from "./shop.ts";
import type {TableKey} from "./shop.ts";
import {writeFileSync} from "node:fs";
import {join} from "node:path";

closePools();

const LINES = 70_000;

it("keeps an order of more lines than the count of a run holds", async () => {
  const folder = tempFolder();
  const write = (table: TableKey, rows: readonly string[]): void =>
    writeFileSync(join(folder, FILES[table]), [HEADERS[table].join(","), ...rows, ""].join("\n"));
  const numbers = Array.from({length: LINES}, (_, at) => at + 1);
  write("departments", ["1,all"]);
  write("aisles", ["1,all"]);
  write(
    "products",
    numbers.map((id) => `${id},Product ${id},1,1,2.50`)
  );
  write("customers", ["7,A,B,Maine,40,0,single,50000"]);
  write("orders", ["3,7,prior,1,0,08,", "4,7,prior,2,1,09,5.0"]);
  write("items", [...numbers.map((id) => `3,${id},1,0`), "4,1,1,1"]);
  const {itemStart, item} = await build(folder);
  expect([...itemStart]).toEqual([0, LINES, LINES + 1]);
  expect([...item].map(productOf)).toEqual([...numbers.map((id) => id - 1), 0]);
});

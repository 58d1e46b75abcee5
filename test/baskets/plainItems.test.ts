import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {makeIdIndex, setPlace} from "../../data-loaders/baskets/idIndex.ts";
import {itemRoom} from "../../data-loaders/baskets/itemArena.ts";
import {chunkTasks} from "../../data-loaders/baskets/scanChunk.ts";
import {scanItems} from "../../data-loaders/baskets/scanItems.ts";
import {positionOf, productOf, reorderedOf} from "../../data-loaders/baskets/store.ts";
import {freeKernelMemory} from "../../data-loaders/kernels/kernelMemory.ts";
import {readFirstLine} from "../../data-loaders/tables/readFirstLine.ts";
import {Rejects} from "../../data-loaders/tables/rejects.ts";
import {seeded} from "../seeded.ts";
import type {Seeded} from "../seeded.ts";
import {column, table} from "../tables/contract.ts";
import {tempFolder} from "../tempFolder.ts";

const contract = table(
  [
    column("order_id", {type: "id", from: 3}),
    column("product_id", {type: "id", none: ["0"], up_to: 60000}),
    column("cart_position", {from: 1, up_to: 500}),
    column("reordered", {up_to: 1})
  ],
  {name: "items", ignore: [{column: "note", because: "not asked for"}]}
);
const HEADER = "order_id,product_id,cart_position,reordered";
const PRODUCTS = [1, 2, 7, 10, 49, 12345, 99999];
const folder = tempFolder();

/** What a file says, read in parts that end at the given bytes. */
function read(text: string, block = text.length) {
  const path = join(folder, "items.csv");
  writeFileSync(path, text);
  const products = makeIdIndex(PRODUCTS.length, 99999);
  for (const [place, id] of PRODUCTS.entries()) setPlace(products, id, place);
  const file = {name: "items.csv", path, size: Buffer.byteLength(text)};
  const tasks = chunkTasks(
    {contract, file: file.name, path, ...readFirstLine(contract, file)},
    file.size,
    block
  );
  const ids = [...new Set(text.match(/\d{1,17}/g)?.map(Number))];
  const orders = makeIdIndex(ids.length, Math.max(...ids));
  for (const [row, id] of ids.entries()) setPlace(orders, id, row);
  const stretches = {bits: 30, count: 1}; // all in the order of the file
  const {arena, firsts} = itemRoom(tasks);
  const rejects = new Rejects();
  const rows: number[][] = [];
  let lines = 0;
  for (const [at, task] of tasks.entries()) {
    freeKernelMemory(); // as a worker does before each job
    const {items, starts, first, ...report} = scanItems({
      ...task,
      products,
      productCount: PRODUCTS.length,
      orders,
      stretches,
      arena: arena!,
      first: firsts[at]!
    });
    const end = first + starts[1]!;
    expect(arena!.runStart[end]).toBe(first + items);
    for (let run = first; run < end; run++) {
      for (let i = arena!.runStart[run]!; i < arena!.runStart[run + 1]!; i++) {
        const item = arena!.item[i]!;
        rows.push([
          ids[arena!.runRow[run]!]!,
          PRODUCTS[productOf(item)]!,
          positionOf(item),
          reorderedOf(item)
        ]);
      }
    }
    rejects.merge(report.set_aside, lines);
    lines += report.lines;
  }
  return {rows, lines, set_aside: rejects.list()};
}

/** Lines of the four cells, as the plain lane takes them, or with a fifth that makes the file the general reader's. */
function file(lines: readonly string[], isPlain: boolean): string {
  const with5th = lines.map((line) => (line === "" ? "" : line.replace(/(\r?)$/, ",x$1")));
  return isPlain ? `${HEADER}\n${lines.join("\n")}\n` : `${HEADER},note\n${with5th.join("\n")}\n`;
}

const reasonsOf = ({set_aside}: ReturnType<typeof read>) =>
  set_aside.map(({reason, rows, lines}) => [reason.replace(/\d+ cells .*/, "cells"), rows, lines]);

const ODD = [
  "3,1,1,0\r",
  '3,"1",1,0',
  " 3,1,1,0",
  "3,1,1,0 ",
  "03,1,1,0",
  "3,01,1,0",
  "3,1,01,0",
  "3,1,1,00",
  "3,1,1,01",
  "3,1,0,0",
  "3,1,501,0",
  "3,1,1,2",
  "3,1,1,9",
  "3,3,1,0",
  "3,0,1,0",
  "2,1,1,0",
  "3,100000,1,0",
  "4294967299,1,1,0",
  "4294967299,1,2,0",
  "1234567890,1,1,0",
  "3,4294967297,1,0",
  "3,1,4294967297,0",
  "3,1,1,4294967297",
  "9007199254740993,1,1,0",
  "-3,1,1,0",
  "3,-1,1,0",
  "3.0,1,1,0",
  "3,1.0,1,0",
  "3,1,1",
  "3,1,1,0,0",
  "3,1,1,",
  ",1,1,0",
  "3,,1,0",
  "3,1,,0",
  "",
  "3;1;1;0",
  "3,1,1,0\u0000",
  "3,1,1\u0000,0",
  "3,1,1:0",
  "3,1,1,0\u00a0",
  "3\t,1,1,0",
  "/,1,1,0",
  ":,1,1,0",
  "3,1,1,/",
  "３,1,1,0",
  "1e3,1,1,0",
  "0x3,1,1,0",
  "+3,1,1,0"
];

const line = (random: Seeded, order: number): string =>
  [order, random.pick(PRODUCTS), 1 + random.below(500), random.below(2)].join();

describe("the plain lane gives what the general reader gives", () => {
  it.each(ODD)("for a line %j among others", (odd) => {
    const lines = ["3,7,1,1", "3,2,2,0", odd, "3,10,3,1", "3,49,4,1", odd, odd, "30,1,1,0"];
    const plain = read(file(lines, true));
    const general = read(file(lines, false));
    expect(plain.rows).toEqual(general.rows);
    expect(plain.lines).toBe(general.lines);
    expect(reasonsOf(plain)).toEqual(reasonsOf(general));
  });

  it("for orders of every length of id, one the beginning of another", () => {
    const ids = [3, 33, 333, 3333, 33333, 333333, 3333333, 33333333, 333333333, 3333333333, 33333333333];
    const orders = [...ids, ...ids.toReversed(), 3, 4, 34, 3334, 3335, 33335, 3333334];
    const lines = orders.flatMap((id) => [`${id},7,1,0`, `${id},10,2,1`]);
    const plain = read(file(lines, true));
    expect(plain.rows).toEqual(lines.map((text) => text.split(",").map(Number)));
  });

  it("for random orders with odd lines, in parts of any size", () => {
    const random = seeded(8);
    for (let file_ = 0; file_ < 150; file_++) {
      const lines: string[] = [];
      while (lines.length < 120) {
        const order = 3 + random.below(10 ** (1 + random.below(10)));
        for (let n = random.below(9); n >= 0; n--)
          lines.push(random.chance(0.03) ? random.pick(ODD) : line(random, order));
      }
      const general = read(file(lines, false));
      for (const block of [7, 64, 300 + random.below(2000), 1 << 20]) {
        const plain = read(file(lines, true), block);
        expect(plain.rows).toEqual(general.rows);
        expect(plain.lines).toBe(general.lines);
        expect(reasonsOf(plain)).toEqual(reasonsOf(general));
      }
    }
  });
});

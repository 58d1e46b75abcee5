import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {orderColumns, orderRoom} from "../../data-loaders/baskets/orderArena.ts";
import {chunkTasks} from "../../data-loaders/baskets/scanChunk.ts";
import {scanOrders} from "../../data-loaders/baskets/scanOrders.ts";
import {NO_GAP} from "../../data-loaders/baskets/store.ts";
import type {TableContract} from "../../data-loaders/config/sources.ts";
import {freeKernelMemory} from "../../data-loaders/kernels/kernelMemory.ts";
import {castRow} from "../../data-loaders/tables/castRow.ts";
import {readFirstLine} from "../../data-loaders/tables/readFirstLine.ts";
import {readHeader} from "../../data-loaders/tables/readHeader.ts";
import {Rejects} from "../../data-loaders/tables/rejects.ts";
import {splitRecords} from "../../data-loaders/tables/splitRecords.ts";
import {seeded} from "../seeded.ts";
import {bytesOf, column, table} from "../tables/contract.ts";
import {tempFolder} from "../tempFolder.ts";

const columns = [
  column("order_id", {type: "id"}),
  column("customer_id", {type: "id"}),
  column("order_set", {type: "category", values: ["prior", "train", "a longer word"]}),
  column("order_number", {from: 1, up_to: 65534}),
  column("day", {from: 0, up_to: 6}),
  column("hour", {zero_padded: true, from: 0, up_to: 23}),
  column("days_since_prior_order", {decimal_zero: true, missing: true, from: 0, up_to: 30})
];
const ignore = [{column: "note", because: "not asked for"}];
const open = table(columns, {name: "orders", ignore});
const ruled: TableContract = {...open, keep: {column: "order_set", value: "train", because: "a rule"}};
const folder = tempFolder();

/** Line, order id, customer, order number, gap, slot, dropped; and the verdict on the others. */
interface Read {
  readonly rows: number[][];
  readonly lines: number;
  readonly set_aside: unknown;
}

/** What a file says, read in parts of so many bytes. */
function read(text: string, contract: TableContract, block = text.length): Read {
  const path = join(folder, "orders.csv");
  writeFileSync(path, text);
  const file = {name: "orders.csv", path, size: bytesOf(text).length};
  const whole = {contract, file: file.name, path, ...readFirstLine(contract, file)};
  const tasks = chunkTasks(whole, file.size, block);
  const {arena, firsts} = orderRoom(tasks);
  const rejects = new Rejects();
  const rows: number[][] = [];
  let lines = 0;
  for (const [at, task] of tasks.entries()) {
    freeKernelMemory(); // as a worker does before each job
    const {first, rows: count, ...report} = scanOrders({...task, arena: arena!, first: firsts[at]!});
    const {line, orderId, customerId, orderNumber, gap, slot, dropped} = orderColumns(
      arena!,
      first,
      first + count
    );
    for (let row = 0; row < count; row++)
      rows.push([
        lines + line[row]!,
        ...[orderId, customerId, orderNumber, gap, slot, dropped].map((values) => values[row]!)
      ]);
    rejects.merge(report.set_aside, lines);
    lines += report.lines;
  }
  return {rows, lines, set_aside: rejects.list()};
}

/** What the general reader says of the same lines. */
function readGenerally(text: string, contract: TableContract): Read {
  const [first, ...rest] = text.replace(/\n$/, "").split("\n");
  const header = readHeader(contract, first!.split(","), "orders.csv");
  const rows: number[][] = [];
  const rejects = new Rejects();
  for (const [line, each] of rest.entries()) {
    const {records, broken} = splitRecords(each.replace(/\r$/, ""));
    const inner = records.length > 1 ? "holds a carriage return within the line" : undefined;
    const cast =
      broken[0]?.reason ?? inner ?? castRow(columns, header, records[0] ?? {line: 1, fields: [""]});
    if (typeof cast === "string") {
      rejects.add(cast, line);
      continue;
    }
    const [id, customer, set, number, day, hour, gap] = cast.row;
    const slot = Number(day) * 24 + Number(hour);
    const isDropped = contract.keep !== undefined && set !== contract.keep.value;
    rows.push([line, ...[id, customer, number, gap ?? NO_GAP, slot, isDropped].map(Number)]);
  }
  return {rows, lines: rest.length, set_aside: rejects.list()};
}

/** Cells of each column: such as the plain lane takes, and others. */
const CELLS: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  order_id: [
    ["1", "23", "12345678", "123456789", "999999999999999"],
    ["9007199254740991", "9007199254740993", "007", "", " 5", '"6"', "-1", "x", "1e3", "1.0", "1\u0000"]
  ],
  customer_id: [
    ["7", "206209", "1234567890"],
    ["", "0x7", "７", "7 ", "+7", "7/", ":7"]
  ],
  order_set: [
    ["prior", "train", "a longer word"],
    ["", "test", "prio", "priors", "a longer wore", '"prior"', " train", 'p"']
  ],
  order_number: [
    ["1", "9", "10", "65534"],
    ["0", "65535", "131073", "4294967297", "01", "1.0", ""]
  ],
  day: [
    ["0", "6"],
    ["7", "256", "00", "-1", "", "4294967296"]
  ],
  hour: [
    ["0", "00", "8", "08", "23"],
    ["24", "8.0", "", '"07"', " 9 "]
  ],
  days_since_prior_order: [
    ["", "0", "0.0", "7", "7.0", "30.0", "13.00"],
    ["31", "31.0", "7.", ".0", "7.5", "07", "7.0.0", "0.", ".", '"1.0"', " "]
  ],
  note: [
    ["", "abc", "é", "a b", "long ".repeat(30), "1.0"],
    ['"a,b"', '"a""b"', 'a"b', '"', "a\rb"]
  ]
};
const NAMES = Object.keys(CELLS);

const pickPlain = (random: ReturnType<typeof seeded>, name: string): string =>
  random.pick([...CELLS[name]![0]]);

describe("the plain lane of orders gives what the general reader gives", () => {
  const good: Readonly<Record<string, string>> = {
    order_id: "12",
    customer_id: "7",
    order_set: "train",
    order_number: "3",
    day: "2",
    hour: "08",
    days_since_prior_order: "7.0",
    note: ""
  };
  const cases = NAMES.flatMap((name) => CELLS[name]!.flat().map((cell) => [name, cell] as const));

  it.each(cases)("for %s %j among other lines", (name, cell) => {
    const lineOf = (cells: typeof good, order: readonly string[]): string =>
      order.map((each) => cells[each]).join();
    for (const order of [NAMES, NAMES.toReversed()]) {
      const odd = lineOf({...good, [name]: cell}, order);
      const lines = [lineOf(good, order), odd, odd, lineOf(good, order)];
      const text = `${[order.join(), ...lines].join("\n")}\n`;
      expect(read(text, ruled)).toEqual(readGenerally(text, ruled));
    }
  });

  it("for columns in any order, with and without a rule, in parts of any size", () => {
    const random = seeded(5);
    for (let round = 0; round < 120; round++) {
      const contract = random.pick([open, ruled]);
      const order = random.shuffled(NAMES.slice(0, random.pick([7, 8])));
      const line = (): string => {
        if (random.chance(0.03)) return random.pick(["", ",", ",,,,,,", ",,,,,,,", "1", "\r"]);
        const cells = order.map((name) => pickPlain(random, name));
        const at = random.below(order.length);
        if (random.chance(0.1)) cells[at] = random.pick([...CELLS[order[at]!]![1]]);
        return cells.join() + (random.chance(0.03) ? "\r" : "");
      };
      const body = Array.from({length: 60}, line);
      const text = [order.join(), ...body].join("\n") + (random.chance(0.8) ? "\n" : "");
      const general = readGenerally(text, contract);
      for (const block of [11, 64, 300 + random.below(2000), 1 << 20])
        expect(read(text, contract, block), JSON.stringify({text, block})).toEqual(general);
    }
  });

  it("for more lines than go to the arena at once", () => {
    const random = seeded(6);
    const order = random.shuffled(NAMES);
    const body = Array.from({length: 10_000}, (_, at) =>
      at === 5000 ? "odd" : order.map((name) => pickPlain(random, name)).join()
    );
    const text = [order.join(), ...body].join("\n");
    const plain = read(text, ruled);
    expect(plain.rows.length).toBe(9999);
    expect(plain).toEqual(readGenerally(text, ruled));
  });
});

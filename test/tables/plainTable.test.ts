import {describe, expect, it} from "vitest";
import type {TableContract} from "../../data-loaders/config/sources.ts";
import {isPlainTable} from "../../data-loaders/tables/plainTable.ts";
import {readTextTable} from "../../data-loaders/tables/textTable.ts";
import {seeded} from "../seeded.ts";
import {bytesOf, column, table} from "./contract.ts";

const columns = [
  column("customer_id", {type: "id"}),
  column("state", {type: "category", missing: true, none: ["?"]}),
  column("family", {type: "category", values: ["single", "married"]}),
  column("age", {from: 16, up_to: 110, missing: true, missing_above: {bound: 99, because: "a typing error"}}),
  column("extra", {type: "category", optional: true, missing: true})
];
const more = {name: "customers", ignore: [{column: "name", because: "never read"}]} as const;
const strict = table(columns, more);
const keepLast = table(columns, {
  ...more,
  repeats: {same: {because: "one customer"}, different: {keep: "last", because: "the newest"}}
});

/** A quote in the header makes the table one for the record reader. */
function both(header: string, lines: readonly string[], contract: TableContract, end = "\n") {
  const body = lines.map((line) => `\n${line}`).join("") + end;
  const plain = bytesOf(header + body);
  const quoted = bytesOf(header.replace("age", '"age"') + body);
  expect(isPlainTable(contract, plain)).toBe(true);
  expect(isPlainTable(contract, quoted)).toBe(false);
  return [plain, quoted].map((bytes) => readTextTable(contract, bytes, "customers.csv"));
}

const HEADER = "name,customer_id,state,family,age";

describe("a plain table reads as record by record", () => {
  it.each([
    [["Ann,7,Maine,single,40", "Bo,9,Ohio,married,16"]],
    [["Ann,7,Maine,single,40", "Ann,7,Maine,single,40", "Ann,7,Ohio,single,40"]],
    [[",7,,single,", ",8,?,married,100", ",9, Maine ,single, 40 ", ",10,Maine,single,111"]],
    [["a,1,New,single,20", "b,2,New York,single,20", "c,3,New,married,21", "d,4,York,single,22"]],
    [["a,1,New York,single,20", "b,2,New,single,20"]],
    [["é,1,Québec,single,20", "日本,2,東京,single,20", "\ufeffx,3,\ufeffMaine,single,20"]],
    [["a,01,Maine,single,20", "a,1.0,Maine,single,20", "a,-1,Maine,single,20", "a,1e3,Maine,single,20"]],
    [["a,1,Maine,widowed,20", "a,2,Maine,singles,20", "a,3,Maine,,20", "a,4,Maine,single"]],
    [["", "a,1,Maine,single,20", "", "   ", "a,2,Maine,single,20,", "a;3;Maine;single;20"]],
    [["a,9007199254740992,Maine,single,20", "a,9007199254740991,Maine,single,20"]],
    [[]]
  ])("%j", (lines) => {
    for (const contract of [strict, keepLast]) {
      for (const end of ["\n", "\n\n"]) {
        const [plain, records] = both(HEADER, lines, contract, end);
        expect(plain).toEqual(records);
      }
    }
  });

  it("without a line end at the end, and with a byte order mark", () => {
    const [plain, records] = both(`\ufeff${HEADER}`, ["a,1,Maine,single,20"], strict, "");
    expect(plain).toEqual(records);
    expect(plain!.rows).toBe(1);
  });

  it("of thousands of random rows, with more states than are learned", () => {
    const random = seeded(3);
    const states = Array.from({length: 300}, (_, at) => `State ${at}`);
    for (const contract of [strict, keepLast]) {
      const lines = Array.from({length: 4000}, () =>
        [
          random.pick(["Ann", "", "Bo"]),
          random.chance(0.01) ? random.pick(["x", "", "07"]) : random.below(9000),
          random.pick(states),
          random.chance(0.01) ? "other" : random.pick(["single", "married"]),
          random.chance(0.01) ? random.pick(["120", "15", "old", "100"]) : 16 + random.below(80)
        ].join()
      );
      const [plain, records] = both(HEADER, lines, contract);
      expect(plain).toEqual(records);
      expect(plain!.rows).toBeGreaterThan(3000);
    }
  });
});

describe("isPlainTable", () => {
  it.each([
    [
      "a text column",
      table([column("customer_id", {type: "id"}), column("name", {type: "text"})]),
      "a,b\n1,2\n"
    ],
    ["money", table([column("customer_id", {type: "id"}), column("price", {type: "money"})]), "a,b\n1,2\n"],
    ["a quote", strict, 'a,b\n"1",2\n'],
    ["a carriage return", strict, "a,b\r\n1,2\r\n"],
    ["no line end", strict, "a,b"],
    ["nothing", strict, ""]
  ])("is false with %s", (_, contract, text) => {
    expect(isPlainTable(contract, bytesOf(text))).toBe(false);
  });

  it("is false for bytes that are no UTF-8", () => {
    expect(isPlainTable(strict, Uint8Array.of(...bytesOf("a,b\n1,Caf"), 0xe9, 10))).toBe(false);
  });
});

import {describe, expect, it} from "vitest";
import type {TableContract} from "../../data-loaders/config/sources.ts";
import {readTextTable} from "../../data-loaders/tables/textTable.ts";
import {seeded} from "../seeded.ts";
import {bytesOf, column, table} from "./contract.ts";

const columns = [
  column("product_id", {type: "id"}),
  column("name", {type: "text", missing: true, none: ["#NAME?"]}),
  column("price", {
    type: "money",
    missing: true,
    optional: true,
    missing_above: {bound: 100, because: "typing errors"}
  }),
  column("state", {type: "category", missing: true, optional: true})
];
const strict = table(columns);
const keepLast = table(columns, {
  repeats: {same: {because: "one product"}, different: {keep: "last", because: "ids rise"}}
});
const keepFirst = table(columns, {
  repeats: {same: {because: "one product"}, different: {keep: "first", because: "ids rise"}}
});

const read = (text: string, contract: TableContract = strict) =>
  readTextTable(contract, bytesOf(text), "products.csv");
const numbers = (text: string, name: string, contract?: TableContract): number[] => {
  const values = read(text, contract).columns[name];
  return values?.kind === "numbers" ? [...values.values] : [];
};

describe("readTextTable", () => {
  it("reads columns by type, with the line of each row", () => {
    const {
      rows,
      rows_in,
      columns: made,
      lines,
      absent
    } = read("product_id,name,price,state\n7,Tea,1.50,Maine\n3,,,\n9,#NAME?,0,Ohio\n");
    expect({rows, rows_in, lines: [...lines], absent}).toEqual({
      rows: 3,
      rows_in: 3,
      lines: [2, 3, 4],
      absent: []
    });
    expect(made).toEqual({
      product_id: {kind: "numbers", values: Float64Array.of(7, 3, 9)},
      name: {kind: "texts", values: ["Tea", undefined, undefined]},
      price: {kind: "numbers", values: Float64Array.of(150, Number.NaN, 0)},
      state: {kind: "categories", labels: ["Maine", "Ohio"], codes: Int32Array.of(0, -1, 1)}
    });
  });

  it("names optional columns that the file has not", () => {
    expect(read("product_id,name\n7,Tea\n").absent).toEqual(["price", "state"]);
    expect(numbers("product_id,name\n7,Tea\n", "price")).toEqual([Number.NaN]);
  });

  it("gives categories the same codes whatever the order of rows", () => {
    const rows = ["1,a,,Ohio", "2,b,,Maine", "3,c,,Utah"];
    for (const order of [rows, [...rows].reverse()]) {
      const {state} = read(["product_id,name,price,state", ...order].join("\n")).columns;
      expect(state).toMatchObject({labels: ["Maine", "Ohio", "Utah"]});
    }
  });

  it("sets aside rows that fail, by reason and line", () => {
    const text = 'product_id,name\n1,a\nx,b\n2\n\n3,"c\n4,d,e\n5,f\ny,g\n';
    expect(read(text)).toMatchObject({rows: 2, rows_in: 8});
    expect(read(text).set_aside).toEqual([
      {reason: "a quote is not closed", rows: 1, kind: "defect", lines: [6]},
      {reason: "has 1 cells where the header has 2", rows: 1, kind: "defect", lines: [4]},
      {reason: "has 3 cells where the header has 2", rows: 1, kind: "defect", lines: [7]},
      {reason: "is a blank line", rows: 1, kind: "defect", lines: [5]},
      {
        reason: "product_id is not a whole number without leading zeros",
        rows: 2,
        kind: "defect",
        lines: [3, 9]
      }
    ]);
  });

  it("remembers at most five lines of a reason", () => {
    const bad = read(`product_id,name\n${"x,a\n".repeat(9)}`).set_aside;
    expect(bad).toMatchObject([{rows: 9, lines: [2, 3, 4, 5, 6]}]);
  });

  describe("with a key that stands twice", () => {
    const same = "product_id,name,price\n1,Tea,2\n2,Milk,1\n1,Tea,2\n";
    const different = "product_id,name,price\n1,Tea,2\n2,Milk,1\n1,Coffee,3\n";

    it("keeps one of equal rows, by rule", () => {
      expect(read(same, keepLast)).toMatchObject({
        rows: 2,
        set_aside: [
          {
            reason: "repeats an earlier row word for word",
            rows: 1,
            kind: "rule",
            because: "one product",
            lines: [4]
          }
        ]
      });
    });

    it("keeps the last of different rows where the rule says so", () => {
      expect(numbers(different, "price", keepLast)).toEqual([300, 100]);
      expect(read(different, keepLast).set_aside).toEqual([
        {
          reason: "shares its product_id with a different row",
          rows: 1,
          kind: "rule",
          because: "ids rise",
          lines: [2]
        }
      ]);
    });

    it("keeps the first of different rows where the rule says so", () => {
      expect(numbers(different, "price", keepFirst)).toEqual([200, 100]);
      expect(read(different, keepFirst).set_aside).toMatchObject([{lines: [4]}]);
    });

    it("takes repeats for defects where no rule is declared, and keeps the first", () => {
      expect(numbers(different, "price")).toEqual([200, 100]);
      expect(read(different).set_aside).toEqual([
        {reason: "repeats an earlier product_id with other values", rows: 1, kind: "defect", lines: [4]}
      ]);
      expect(read(same).set_aside).toMatchObject([
        {reason: "repeats an earlier row word for word", kind: "defect"}
      ]);
    });
  });

  it("notes values that lack or are above the bound, in rows that are used", () => {
    const text = "product_id,name,price\n1,,2\n2,#NAME?,14900\n3,a,\n4,b,99999\nx,,5\n";
    expect(read(text).values).toEqual([
      {table: "products", column: "name", note: "missing", rows: 2},
      {table: "products", column: "price", note: "missing", rows: 1},
      {
        table: "products",
        column: "price",
        note: "above 100, taken as missing",
        because: "typing errors",
        rows: 2
      }
    ]);
  });

  it.each([
    ["is not UTF-8", Uint8Array.of(0xff, 0xfe, 0x41, 0x00), "is not UTF-8 text"],
    [
      "is Latin-1",
      Uint8Array.of(...bytesOf("product_id,name\n1,Caf"), 0xe9, 10),
      "products.csv:2: is not UTF-8 text"
    ],
    ["is empty", new Uint8Array(0), "is empty; a header line was expected"],
    ["is a byte order mark alone", Uint8Array.of(0xef, 0xbb, 0xbf), "is empty; a header line was expected"],
    [
      "has a broken header",
      bytesOf('"product_id,name\n1,Jane\n'),
      "products.csv:1: the header can't be read: a quote is not closed"
    ]
  ])("refuses a file that %s", (_, bytes, message) => {
    expect(() => readTextTable(strict, bytes, "products.csv")).toThrow(message);
  });

  it("accounts for every row, whatever the file says", () => {
    const random = seeded(5);
    const cells = ["1", "2", "3", "x", "", '"a"', '"', "a,b", "#NAME?", "5.5"];
    for (let round = 0; round < 500; round++) {
      const body = Array.from({length: random.below(12)}, () =>
        Array.from({length: 2 + random.below(2)}, () => random.pick(cells)).join(",")
      );
      const contract = random.pick([strict, keepLast, keepFirst]);
      const {rows, rows_in, set_aside, lines} = read(["product_id,name,price", ...body].join("\n"), contract);
      const aside = set_aside.reduce((sum, entry) => sum + entry.rows, 0);
      expect(rows + aside).toBe(rows_in);
      expect(new Set(lines).size).toBe(rows);
    }
  });
});

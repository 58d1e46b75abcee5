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

const products = table([
  column("product_id", {type: "id"}),
  column("name", {type: "text", missing: true, none: ["#NAME?", "ohne Namen"]}),
  column("aisle_id", {type: "id"}),
  column("price", {
    type: "money",
    from: 0,
    missing: true,
    optional: true,
    missing_above: {bound: 100, because: "typing errors"}
  })
]);
const strictProducts = table(
  products.columns.map((entry) => (entry.name === "name" ? {...entry, missing: false, none: []} : entry))
);
const lastProducts = {...products, repeats: keepLast.repeats!};

/** A quote around a name in the header makes the table one for the record reader. */
function bothProducts(body: string, contract: TableContract, header = "product_id,name,aisle_id,price") {
  return [header, header.replace("name", '"name"')].map((line) =>
    readTextTable(contract, bytesOf(`${line}${body}`), "products.csv")
  );
}

describe("a plain table of texts and amounts reads as record by record", () => {
  it.each([
    [
      "amounts",
      "\n1,a,1,7\n2,a,1,7.0\n3,a,1,7.05\n4,a,1,7.055\n5,a,1,.5\n6,a,1,-1\n7,a,1,99999\n8,a,1,100.00\n"
    ],
    [
      "odd amounts",
      "\n1,a,1,7.\n2,a,1,07\n3,a,1, 7 \n4,a,1,-0\n5,a,1,7,5\n6,a,1,1e2\n7,a,1,0.07\n8,a,1,100.01\n"
    ],
    [
      "texts",
      "\n1,Öl,1,7\n2,Käse und Ölsardinen,1,7\n3, a ,1,7\n4,,1,7\n5,   ,1,7\n6,#NAME?,1,7\n7,東京,1,\n"
    ],
    [
      "spaces of other kinds",
      "\n1,\u00a0,1,7\n2,\u2003ohne Namen\u2003,1,7\n3,ohne Namen,1,7\n4,\t,1,7\n5,ohne Name,1,7\n"
    ],
    ["quotes", '\n1,"a, b",1,7\n2,"12"" pan",1,"7.5"\n"3","",1,7\n4,"#NAME?","1",7\n5,"x",1\n6,c,1,7\n'],
    ["the same row with quotes and without", '\n1,a,1,7\n1,"a",1,7\n2,"b",1,7\n2,b,1,7\n2,"b ",1,7\n'],
    ["a record over two lines", '\n1,a,1,7\n2,"b\nc",1,7\nx,d,1,7\n4,e,1,7\n'],
    ["a quote that is not closed", '\n1,a,1,7\n2,"b,1,7\n3,c,1,7\nx,d,1,7\n'],
    ["stray quotes", '\n1,a,1,7\n2,b"c"d,1,7\n3,"c"d,1,7\n3,"c" ,1,7\n'],
    ["returns at every end", '\r\n1,a,1,7\r\n2,"b",1,7.5\r\n3,c,1,\r\n1,a,1,7\r\n4,d,1,7'],
    ["a return at the very end", "\n1,a,1,7\n2,b,1,7\r"],
    ["a return within a line", "\n1,a,1,7\n2,b\r3,c,1,7\n4,d,1,7\n"],
    ["two returns", "\r\n1,a,1,7\r\r\n2,b,1,7\r\n"],
    ["returns alone", "\r1,a,1,7\r2,b,1,7\r"],
    ["a quoted return", '\n1,"a\rb",1,7\n2,c,1,7\n'],
    ["blank lines", "\n\n1,a,1,7\n \n\r\n2,b,1,7\n\n"]
  ])("%s", (_, body) => {
    for (const contract of [products, strictProducts, lastProducts]) {
      const [plain, records] = bothProducts(body, contract);
      expect(plain).toEqual(records);
    }
  });

  it("where the file has no amounts", () => {
    const [plain, records] = bothProducts('\n1,a,1\n2,"b",2\n', products, "product_id,name,aisle_id");
    expect(plain).toEqual(records);
    expect(plain).toMatchObject({rows: 2, absent: ["price"]});
  });

  it("where the key is a text", () => {
    const byName = {...strictProducts, key: ["name"]};
    const [plain, records] = bothProducts('\n1,a,1,7\n2,b,1,8\n3,"a",1,9\n4,ö,1,9\n', byName);
    expect(plain).toEqual(records);
    expect(plain!.rows).toBe(3);
  });

  it.each(["\n", "\r\n"])("of thousands of random lines that end in %j", (end) => {
    const random = seeded(11);
    const names = [
      "Tea",
      "Öl",
      "",
      "Rote Grütze mit Vanillesoße",
      "#NAME?",
      '"a, b"',
      '"12"" pan"',
      '"Käse, jung"',
      " x "
    ];
    const prices = ["7", "7.0", "7.05", "7.055", ".5", "-1", "99999", "", "0.29", '"3.50"', "1234567"];
    for (const contract of [products, strictProducts, lastProducts]) {
      const lines = Array.from({length: 9000}, () =>
        [random.below(30_000), random.pick(names), random.below(134), random.pick(prices)].join()
      );
      const [plain, records] = bothProducts([end, ...lines.map((line) => line + end)].join(""), contract);
      expect(plain).toEqual(records);
      expect(plain!.rows).toBeGreaterThan(3000);
    }
  });

  it("of any cells in any order", () => {
    const random = seeded(12);
    const cells = [
      "1",
      "2",
      "3",
      "x",
      "",
      '"a"',
      '"',
      "ä",
      '"b,c"',
      '"d""e"',
      'f"g',
      "#NAME?",
      "5.5",
      "\r",
      "1000"
    ];
    const ends = ["\n", "\n", "\r\n"];
    for (let round = 0; round < 2000; round++) {
      const contract = random.pick([products, strictProducts, lastProducts]);
      const lines = Array.from({length: random.below(8)}, () =>
        [1, 2, 3, 4].map((at) => (random.chance(0.7) ? `${at}` : random.pick(cells))).join()
      );
      const [plain, records] = bothProducts(
        lines.map((line) => random.pick(ends) + line).join("") + random.pick(ends),
        contract
      );
      expect(plain).toEqual(records);
    }
  });
});

describe("a category's words", () => {
  it("that need quotes do not become bare words of the grammar", () => {
    const body = [
      '1,"a""b"',
      '2,"c,d"',
      ...Array.from({length: 12_000}, (_, at) => `${at + 3},e`),
      '20001,a"b',
      "20002,c,d"
    ];
    const contract = table([column("customer_id", {type: "id"}), column("state", {type: "category"})]);
    const [plain, records] = ["customer_id,state", 'customer_id,"state"'].map((header) =>
      readTextTable(contract, bytesOf([header, ...body, ""].join("\n")), "customers.csv")
    );
    expect(plain).toEqual(records);
    expect(plain!.set_aside).toMatchObject([
      {reason: "a quote stands inside an unquoted cell"},
      {reason: "has 3 cells where the header has 2"}
    ]);
  });
});

describe("isPlainTable", () => {
  it.each([
    ["a quote in the header", '"a",b\n1,2\n'],
    ["a carriage return in the header", "a\rb\n1,2\n"],
    ["a carriage return at the end", "a,b\n1,2\r"],
    ["no line end", "a,b"],
    ["nothing", ""]
  ])("is false with %s", (_, text) => {
    expect(isPlainTable(strict, bytesOf(text))).toBe(false);
  });

  it("is false for bytes that are no UTF-8", () => {
    expect(isPlainTable(strict, Uint8Array.of(...bytesOf("a,b\n1,Caf"), 0xe9, 10))).toBe(false);
  });
});

import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {scanChunk} from "../../data-loaders/baskets/scanChunk.ts";
import type {TableContract} from "../../data-loaders/config/sources.ts";
import {castRow} from "../../data-loaders/tables/castRow.ts";
import {readFirstLine} from "../../data-loaders/tables/readFirstLine.ts";
import {readHeader} from "../../data-loaders/tables/readHeader.ts";
import {Rejects} from "../../data-loaders/tables/rejects.ts";
import {splitRecords} from "../../data-loaders/tables/splitRecords.ts";
import {seeded} from "../seeded.ts";
import {bytesOf, column, table} from "../tables/contract.ts";
import {tempFolder} from "../tempFolder.ts";

const contract = table(
  [
    column("order_id", {type: "id"}),
    column("set", {type: "category", values: ["prior", "train"]}),
    column("hour", {zero_padded: true, up_to: 23}),
    column("gap", {decimal_zero: true, missing: true, none: ["99"], up_to: 99})
  ],
  {name: "orders", ignore: [{column: "note", because: "not asked for"}]}
);
const HEADER = "order_id,set,hour,note,gap\n";
const folder = tempFolder();

interface Read {
  readonly rows: number[][];
  readonly set_aside: unknown;
  readonly lines: number;
}

/** Reads the file in parts that end at the given bytes. */
function readInParts(text: string, cuts: readonly number[], of: TableContract = contract): Read {
  const path = join(folder, "orders.csv");
  writeFileSync(path, text);
  const size = bytesOf(text).length;
  const {header, firstLine} = readFirstLine(of, {name: "orders.csv", path, size});
  const rows: number[][] = [];
  const rejects = new Rejects();
  let lines = 0;
  const ends = [...cuts.filter((cut) => cut > 0 && cut < size), size];
  for (const [part, to] of ends.entries()) {
    const task = {
      contract: of,
      header,
      path,
      file: "orders.csv",
      firstLine,
      from: part === 0 ? 0 : ends[part - 1]!,
      to
    };
    const report = scanChunk(task, ({values, at, lines: rowLines}, first, end) => {
      for (let row = first; row < end; row++)
        rows.push([lines + rowLines[row]!, ...of.columns.map((_, c) => values[at[c]! + row]!)]);
    });
    rejects.merge(report.set_aside, lines);
    lines += report.lines;
  }
  return {rows, set_aside: rejects.list(), lines};
}

/** What the general reader says of the same lines. */
function readGenerally(text: string, of: TableContract = contract): Read {
  const [first, ...rest] = text.replace(/\n$/, "").split("\n");
  const header = readHeader(of, first!.replace("\r", "").split(","), "orders.csv");
  const rows: number[][] = [];
  const rejects = new Rejects();
  for (const [line, each] of rest.entries()) {
    const {records, broken} = splitRecords(each.replace(/\r$/, ""));
    const row = broken[0]?.reason ?? castRow(of.columns, header, records[0] ?? {line: 1, fields: [""]});
    if (typeof row === "string") rejects.add(row, line);
    else
      rows.push([
        line,
        ...row.row.map((value, at) =>
          typeof value === "string" ? of.columns[at]!.values!.indexOf(value) : (value ?? Number.NaN)
        )
      ]);
  }
  return {rows, set_aside: rejects.list(), lines: rest.length};
}

const SMALL = `${HEADER}1,prior,08,,7.0\n22,train,9,x,\n"3",prior,10,"a,b",99\n\n4,prior,24,,1.0\n5,test,1,,\r\n6,prior,00,é,30`;

describe("scanChunk", () => {
  it("reads the same, cut anywhere", () => {
    const whole = readGenerally(SMALL);
    expect(whole.rows.map(([line]) => line)).toEqual([0, 1, 2, 6]);
    for (let cut = 1; cut < SMALL.length; cut++)
      expect(readInParts(SMALL, [cut]), `cut at ${cut}`).toEqual(whole);
    for (const size of [1, 2, 3, 5, 7, 16]) {
      const cuts = Array.from({length: Math.ceil(SMALL.length / size)}, (_, at) => (at + 1) * size);
      expect(readInParts(SMALL, cuts), `parts of ${size} bytes`).toEqual(whole);
    }
  });

  it("gives the same with and without a newline at the end, and with a byte order mark", () => {
    expect(readInParts(`${SMALL}\n`, [])).toEqual(readInParts(SMALL, []));
    expect(readInParts(`\uFEFF${SMALL}`, [40])).toEqual(readInParts(SMALL, []));
  });

  it("gives the same when every line ends in a carriage return", () => {
    const text = SMALL.replace("\r\n", "\n");
    expect(readInParts(text.replaceAll("\n", "\r\n"), [33, 60])).toEqual(readInParts(text, []));
  });

  it("gives rows in the order of the file, whichever reader read them", () => {
    const text = `${HEADER}"1",prior,1,,1\n2,prior,1,,1\n "3",prior,1,,1\n"4",prior,1,,1\n5,prior,1,,1\n`;
    expect(readInParts(text, []).rows.map(([, id]) => id)).toEqual([1, 2, 4, 5]);
  });

  it("reads an optional column that the file has not as missing", () => {
    const optional = {
      ...contract,
      columns: contract.columns.map((each) => (each.name === "gap" ? {...each, optional: true} : each))
    };
    const text = 'order_id,set,hour,note\n1,prior,08,x\n2,prior,09,y\n"3",train,10,z\n';
    expect(readInParts(text, [40], optional).rows).toEqual([
      [0, 1, 0, 8, Number.NaN],
      [1, 2, 0, 9, Number.NaN],
      [2, 3, 1, 10, Number.NaN]
    ]);
  });

  it("gives every line the general reader's verdict, in any order of columns, cut anywhere", () => {
    const random = seeded(11);
    const cells: Record<string, string[]> = {
      order_id: [
        "1",
        "23",
        "4294967297",
        "9007199254740991",
        "0",
        "007",
        "",
        " 5",
        '"6"',
        "-1",
        "x",
        "1e3",
        "9007199254740993"
      ],
      set: ["prior", "train", "prior", "train", "test", "", '"prior"', " train", "priors", 'p"'],
      hour: ["08", "8", "23", "00", "0023", "24", "", '"07"', "8.0", " 9 "],
      gap: ["", "7.0", "30", "0.0", "7.5", "99", "99.0", "98", "100", '"1.0"', " "],
      note: ["", "abc", "é", '"a,b"', '"a""b"', 'a"b', "a b", '"']
    };
    const names = Object.keys(cells);
    for (let round = 0; round < 150; round++) {
      const order = random.shuffled(names);
      const line = (): string => {
        if (random.chance(0.05)) return random.pick(["", ",", ",,,,,", "1", "\r"]);
        const good = random.chance(0.6);
        return order
          .map((name) => (good ? cells[name]![random.below(2)]! : random.pick(cells[name]!)))
          .join(",");
      };
      const body = Array.from({length: random.below(30)}, () => line() + (random.chance(0.1) ? "\r" : ""));
      const text = [order.join(","), ...body].join("\n") + (random.chance(0.8) ? "\n" : "");
      const cuts = Array.from({length: random.below(6)}, () => random.below(text.length)).sort(
        (a, b) => a - b
      );
      expect(readInParts(text, cuts), JSON.stringify({text, cuts})).toEqual(readGenerally(text));
    }
  });
});

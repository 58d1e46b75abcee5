import {describe, expect, it} from "vitest";
import {freeKernelMemory, kernelArray} from "../../data-loaders/kernels/kernelMemory.ts";
import type {ColumnContract} from "../../data-loaders/config/sources.ts";
import {readHeader} from "../../data-loaders/tables/readHeader.ts";
import {cellGrammars} from "../../data-loaders/tables/cellGrammars.ts";
import {lineBatch} from "../../data-loaders/tables/lineBatch.ts";
import {lineGrammar} from "../../data-loaders/tables/lineGrammar.ts";
import {scanLines, startScan} from "../../data-loaders/tables/scanLines.ts";
import {bytesOf, column, table} from "./contract.ts";

/** Rows of the byte grammar, as [line, …values], and the numbers of the lines outside it. */
function scanned(columns: readonly ColumnContract[], text: string, capacity = 100, ignore: string[] = []) {
  const contract = table(columns, {ignore: ignore.map((name) => ({column: name, because: "not asked for"}))});
  const names = [...columns.map((entry) => entry.column), ...ignore];
  const bytes = inKernelMemory(text);
  const scan = startScan(0);
  const batch = lineBatch(names.length, capacity);
  const grammar = lineGrammar(contract, readHeader(contract, names, "orders.csv"));
  const cells = cellGrammars(grammar, batch);
  const rows: number[][] = [];
  const odd: number[] = [];
  while (scan.at < bytes.length) {
    scanLines(bytes.byteOffset, bytes.length, cells, scan, batch);
    for (let row = 0; row < scan.rows; row++)
      rows.push([batch.lines[row]!, ...names.map((_, cell) => batch.values[cell * capacity + row]!)]);
    for (let at = 0; at < scan.odd; at++) odd.push(batch.odd[3 * at + 2]!);
  }
  return {rows, odd, lines: scan.lines};
}

function inKernelMemory(text: string): Uint8Array {
  freeKernelMemory();
  const bytes = bytesOf(text);
  const place = kernelArray(Uint8Array, bytes.length);
  place.set(bytes);
  return place;
}

const id = column("a", {type: "id"});
const words = column("b", {type: "category", values: ["prior", "train", "prior2"]});
const last = column("b", {missing: true});

describe("scanLines takes", () => {
  it.each<[string, ColumnContract[], string, number[][]]>([
    [
      "digits",
      [id, column("b")],
      "1,2\n30,0\n",
      [
        [0, 1, 2],
        [1, 30, 0]
      ]
    ],
    ["ids of fifteen digits", [id, column("b")], "999999999999999,1\n", [[0, 999999999999999, 1]]],
    [
      "words by their place",
      [id, words],
      "1,prior\n2,train\n3,prior2\n",
      [
        [0, 1, 0],
        [1, 2, 1],
        [2, 3, 2]
      ]
    ],
    [
      "padding where it is declared",
      [id, column("b", {zero_padded: true})],
      "1,08\n2,8\n",
      [
        [0, 1, 8],
        [1, 2, 8]
      ]
    ],
    [
      "7.0 where it is declared",
      [id, column("b", {decimal_zero: true})],
      "1,7.0\n2,7\n3,0.00\n",
      [
        [0, 1, 7],
        [1, 2, 7],
        [2, 3, 0]
      ]
    ],
    [
      "an empty tail as missing",
      [id, last],
      "1,\n2,5\n",
      [
        [0, 1, Number.NaN],
        [1, 2, 5]
      ]
    ],
    ["a carriage return at the end", [id, column("b")], "1,2\r\n", [[0, 1, 2]]],
    [
      "money in cents",
      [id, column("b", {type: "money", from: 0.05, up_to: 14.5, missing: true})],
      "1,7\n2,7.5\n3,0.05\n4,14.50\n5,12.09\n6,\n",
      [
        [0, 1, 700],
        [1, 2, 750],
        [2, 3, 5],
        [3, 4, 1450],
        [4, 5, 1209],
        [5, 6, Number.NaN]
      ]
    ],
    ["an empty cell in the middle as missing", [id, last, column("c")], "1,,3\n", [[0, 1, Number.NaN, 3]]]
  ])("%s", (_, columns, text, rows) => {
    expect(scanned(columns, text)).toEqual({rows, odd: [], lines: rows.length});
  });

  it("anything but quotes and line ends in columns nobody reads", () => {
    const {rows, odd} = scanned([id], '1,Zoë\n2,\n3,a b\r\n4,"q"\n5,x\r,\n', 100, ["name"]);
    expect(rows.map(([line, value]) => [line, value])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3]
    ]);
    expect(odd).toEqual([3, 4]);
  });

  it("as many rows as fit, and goes on where it stopped", () => {
    const text = Array.from({length: 10}, (_, at) => (at % 3 === 1 ? `"${at}",0\n` : `${at},0\n`)).join("");
    const {rows, odd, lines} = scanned([id, column("b")], text, 2);
    expect(rows.map(([line]) => line)).toEqual([0, 2, 3, 5, 6, 8, 9]);
    expect(odd).toEqual([1, 4, 7]);
    expect(lines).toBe(10);
  });
});

describe("scanLines leaves to the general reader", () => {
  it.each<[string, ColumnContract[], string]>([
    ["quotes", [id, column("b")], '"1",2'],
    ["a carriage return within a line", [id, column("b")], "1\r,2"],
    ["two carriage returns", [id, column("b")], "1,2\r\r"],
    ["money without a digit before the point", [id, column("b", {type: "money"})], "1,.5"],
    ["money without a digit after it", [id, column("b", {type: "money"})], "1,5."],
    ["three decimals", [id, column("b", {type: "money"})], "1,7.055"],
    ["two points", [id, column("b", {type: "money"})], "1,7.0.5"],
    ["padded money", [id, column("b", {type: "money"})], "1,07.50"],
    ["a sign before money", [id, column("b", {type: "money"})], "1,-7"],
    ["money of more than fifteen digits", [id, column("b", {type: "money"})], "1,12345678901234"],
    ["money below the range", [id, column("b", {type: "money", from: 0.29})], "1,0.28"],
    ["money above the range", [id, column("b", {type: "money", up_to: 0.57})], "1,0.58"],
    ["text with a quote", [id, column("b", {type: "text"})], '1,12" x'],
    ["text with a pair of quotes", [id, column("b", {type: "text"})], '1,"12"" x"'],
    ["text after its closing quote", [id, column("b", {type: "text"})], '1,"x" '],
    ["text whose quote is not closed", [id, column("b", {type: "text"})], '1,"x'],
    ["text with a space before it in quotes", [id, column("b", {type: "text"})], '1," x"'],
    ["text with a space before it", [id, column("b", {type: "text"})], "1, x"],
    ["text that begins with what may be a space", [id, column("b", {type: "text"})], "1,\u00a0x"],
    ["text that is missing", [id, column("b", {type: "text", missing: true, none: ["none"]})], "1,none"],
    ["no text", [id, column("b", {type: "text"})], "1,"],
    ["spaces", [id, column("b")], "1, 2"],
    ["padding that is not declared", [id, column("b")], "1,02"],
    ["a decimal that is not declared", [id, column("b")], "1,2.0"],
    ["a decimal that is not zero", [id, column("b", {decimal_zero: true})], "1,2.5"],
    ["a decimal without digits", [id, column("b", {decimal_zero: true})], "1,2."],
    ["a decimal without a number", [id, column("b", {decimal_zero: true, missing: true})], "1,.0"],
    ["a decimal that is almost zero", [id, column("b", {decimal_zero: true})], "1,2.01"],
    ["a sign", [id, column("b")], "1,-2"],
    ["sixteen digits", [id, column("b")], "1000000000000000,2"],
    ["an empty cell that may not be", [id, column("b")], "1,"],
    ["an empty key", [id, column("b")], ",2"],
    ["a value below the range", [id, column("b", {from: 3})], "1,2"],
    ["a value above the range", [id, column("b", {up_to: 1})], "1,2"],
    ["a value that means missing", [id, column("b", {missing: true, none: ["99"]})], "1,99"],
    ["a zero that means missing", [id, column("b", {missing: true, none: ["0"]})], "1,0"],
    [
      "a value above the bound",
      [id, column("b", {missing: true, missing_above: {bound: 50, because: "typing"}})],
      "1,51"
    ],
    [
      "a word that means missing",
      [id, column("b", {type: "category", values: ["prior", "none"], missing: true, none: ["none"]})],
      "1,none"
    ],
    [
      "a list with a word that only quotes can hold",
      [id, column("b", {type: "category", values: ["a,b", "c"]})],
      "1,c"
    ],
    ["an unknown word", [id, words], "1,test"],
    [
      "more than the first eight letters of a word",
      [id, column("b", {type: "category", values: ["New Jersey"]})],
      "1,New Jersex"
    ],
    ["the beginning of a word", [id, words], "1,prio"],
    ["more than a word", [id, words], "1,priors"],
    ["a short row", [id, column("b")], "1"],
    ["a long row", [id, column("b")], "1,2,"],
    ["a longer row", [id, column("b")], "1,2,3"],
    ["a blank line", [id, column("b")], ""]
  ])("%s", (_, columns, line) => {
    expect(scanned(columns, `7,${columns[1] === words ? "prior" : "3"}\n${line}\n`)).toMatchObject({
      odd: expect.arrayContaining([1]) as number[],
      lines: 2
    });
  });
});

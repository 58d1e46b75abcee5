import {statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readFirstLine} from "../../data-loaders/tables/readFirstLine.ts";
import {tempFolder} from "../tempFolder.ts";
import {column, table} from "./contract.ts";

const contract = table([column("a", {type: "id"}), column("b")]);
const path = join(tempFolder(), "orders.csv");

function read(content: string | Uint8Array) {
  writeFileSync(path, content);
  const {header, firstLine} = readFirstLine(contract, {name: "orders.csv", path, size: statSync(path).size});
  return [...header.positions, firstLine];
}

describe("readFirstLine", () => {
  it.each([
    ["a plain header", "a,b\n1,2\n", [0, 1, 4]],
    ["swapped columns", "b,a\n1,2\n", [1, 0, 4]],
    ["a carriage return", "a,b\r\n1,2\r\n", [0, 1, 5]],
    ["quotes", '"a","b"\n1,2\n', [0, 1, 8]],
    ["a byte order mark", "\uFEFFa,b\n1,2\n", [0, 1, 7]],
    ["a header alone", "a,b", [0, 1, 3]],
    ["a header alone with its newline", "a,b\n", [0, 1, 4]]
  ])("reads %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ["an empty file", "", "is empty; a header line was expected"],
    ["a byte order mark alone", "\uFEFF", "is empty; a header line was expected"],
    ["a blank first line", "\na,b\n1,2\n", "the first line is blank; a header line was expected"],
    [
      "lines that end in carriage returns alone",
      "a,b\r1,2\r3,4\r",
      "its lines end in carriage returns alone"
    ],
    [
      "a header whose line ends in a carriage return alone",
      "a,b\r1,2\n3,4\n",
      "its lines end in carriage returns alone"
    ],
    ["an open quote", '"a,b\n1,2\n', "the header can't be read: a quote is not closed"],
    ["UTF-16", Buffer.from("\uFEFFa,b\n1,2\n", "utf16le"), "is not UTF-8 text"],
    [
      "a zip file such as .xlsx",
      Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(80_000, 0x81)]),
      "is not UTF-8 text"
    ],
    ["one endless line", "a,b".repeat(40_000), "has no line end in its first 64 kB"]
  ])("refuses %s", (_, content, message) => {
    expect(() => read(content)).toThrow(message);
  });
});

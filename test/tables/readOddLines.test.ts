import {describe, expect, it} from "vitest";
import {readHeader} from "../../data-loaders/tables/readHeader.ts";
import {readOddLines} from "../../data-loaders/tables/readOddLines.ts";
import {bytesOf, column, table} from "./contract.ts";

const contract = table([
  column("a", {type: "id"}),
  column("b", {missing: true, decimal_zero: true, up_to: 30}),
  column("c", {type: "category", values: ["prior", "train"]})
]);
const header = readHeader(contract, ["a", "b", "c"], "orders.csv");

/** Verdicts on the lines, numbered from 0. */
function verdicts(lines: readonly string[]) {
  const bytes = bytesOf(lines.map((line) => `${line}\n`).join(""));
  const odd: number[] = [];
  let at = 0;
  for (const [number, line] of lines.entries()) {
    const end = at + bytesOf(line).length;
    odd.push(at, end, number);
    at = end + 1;
  }
  const {rows, set_aside} = readOddLines(contract, header, bytes, Int32Array.from(odd));
  return {rows: rows.map(({line, values}) => [line, ...values]), set_aside};
}

describe("readOddLines", () => {
  it.each<[string, string, number[]]>([
    ["quotes", '"1","7.0","prior"', [1, 7, 0]],
    ["a carriage return", "1,7.0,train\r", [1, 7, 1]],
    ["quotes and a carriage return", '"1",7,"train"\r', [1, 7, 1]],
    ["spaces", " 1, 7.0 ,train ", [1, 7, 1]],
    ["an empty cell", '"1",,prior', [1, Number.NaN, 0]],
    ["a byte order mark from files put together", "\uFEFF1,7,prior", [1, 7, 0]]
  ])("takes a line with %s", (_, line, values) => {
    expect(verdicts([line])).toEqual({rows: [[0, ...values]], set_aside: []});
  });

  it.each<[string, string, string]>([
    ["a blank line", "", "is a blank line"],
    ["a blank line with a carriage return", "\r", "is a blank line"],
    ["a short row", "1,7", "has 2 cells where the header has 3"],
    ["a long row", "1,7,prior,", "has 4 cells where the header has 3"],
    ["padding", "01,7,prior", "a is not a whole number without leading zeros"],
    ["an empty key", ",7,prior", "a is empty"],
    ["an empty tail", "1,7,", "c is empty"],
    ["a decimal", "1,7.5,prior", "b is not a whole number"],
    ["an unknown word", "1,7,test", "c is not one of prior, train"],
    ["a value out of range", "1,31,prior", "b is above 30"],
    ["an open quote", '"1,7,prior', "a quote is not closed"],
    ["a stray quote", '1"2,7,prior', "a quote stands inside an unquoted cell"],
    [
      "two rows in one line, put together by a carriage return",
      "1,7,prior\r2,7,prior",
      "holds a carriage return within the line"
    ],
    ["bytes that are no text", "1,\uFFFD,prior", "b is not a whole number"]
  ])("sets aside %s", (_, line, reason) => {
    expect(verdicts([line])).toEqual({rows: [], set_aside: [{reason, rows: 1, kind: "defect", lines: [0]}]});
  });

  it("judges every line by itself, whatever stands around it", () => {
    expect(verdicts(["1,7,prior\r2,7,prior", "", '"3', '4",7,prior', '"5",7,prior']).rows).toEqual([
      [4, 5, 7, 0]
    ]);
  });
});

import {closeSync, openSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readChunk} from "../../data-loaders/tables/readChunk.ts";
import {tempFolder} from "../tempFolder.ts";
import {bytesOf} from "./contract.ts";

const path = join(tempFolder(), "orders.csv");

/** The lines of each part of the file. */
function parts(text: string, ends: readonly number[], firstLine: number): string[][] {
  writeFileSync(path, text);
  const descriptor = openSync(path, "r");
  try {
    return ends.map((to, part) => {
      const {bytes, start, end} = readChunk(descriptor, "orders.csv", firstLine, ends[part - 1] ?? 0, to);
      const lines: string[] = [];
      for (let at = start; at < end; ) {
        const newline = bytes.indexOf(10, at);
        lines.push(new TextDecoder().decode(bytes.subarray(at, newline)));
        at = newline + 1;
      }
      return lines;
    });
  } finally {
    closeSync(descriptor);
  }
}

describe("readChunk", () => {
  const texts = {
    "with a newline at the end": "a,b\n1,22\n333,4\n\n5,6\n",
    "without one": "a,b\n1,22\n333,4\n\n5,6"
  };
  for (const [kind, text] of Object.entries(texts)) {
    it(`gives every line to exactly one part of a file ${kind}, cut anywhere`, () => {
      const expected = ["1,22", "333,4", "", "5,6"];
      const size = bytesOf(text).length;
      for (let first = 1; first < size; first++) {
        expect(parts(text, [first, size], 4).flat(), `cut at ${first}`).toEqual(expected);
        for (let second = first; second < size; second++) {
          expect(parts(text, [first, second, size], 4).flat(), `cut at ${first}, ${second}`).toEqual(
            expected
          );
        }
      }
    });
  }

  it("gives a line to the part in which it begins", () => {
    expect(parts("h\n11\n22\n33\n", [5, 6, 11], 2)).toEqual([["11"], ["22"], ["33"]]);
    expect(parts("h\n11\n22\n33\n", [4, 11], 2)).toEqual([["11"], ["22", "33"]]);
  });

  it("reads a line that is longer than what is read ahead", () => {
    const long = "9".repeat(300_000);
    expect(parts(`h\n1\n${long}\n2\n`, [5, 300_007], 2)).toEqual([["1", long], ["2"]]);
  });

  it("has no lines for a file that ends with its header", () => {
    expect(parts("h\n", [2], 2)).toEqual([[]]);
    expect(parts("h", [1], 1)).toEqual([[]]);
  });

  it("refuses a line without an end in sight", () => {
    expect(() => parts(`h\n${"1".repeat(100_000_000)}`, [3, 100_000_002], 2)).toThrow(
      "has a line of more than 16 MB"
    );
  });
});

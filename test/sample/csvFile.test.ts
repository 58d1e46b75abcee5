import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {CsvFile} from "../../sample/csvFile.ts";
import {temporaryFolder} from "./fixtures.ts";

const folder = temporaryFolder();
const written = async (name: string, write: (file: CsvFile) => Promise<void>) => {
  const told = await CsvFile.write(folder, name, write);
  return {told, text: readFileSync(join(folder, name), "utf8")};
};

describe("a CSV file", () => {
  test("writes whole numbers of every length", async () => {
    const values = [
      0, 7, 10, 99, 100, 12345, 999999, 1000000, 99999999, 100000000, 999999999, 1000000000, 4294967295
    ];
    const {text} = await written("numbers.csv", async (file) => {
      for (const value of values) {
        file.whole(value);
        file.endRow();
      }
    });
    expect(text).toBe(values.map((value) => `${value}\n`).join(""));
  });

  test("grows beyond its buffer and counts rows without the header, bytes with it", async () => {
    const line = "ñ".repeat(500);
    const {told, text} = await written("long.csv", async (file) => {
      for (let row = 0; row < 10_000; row++) {
        file.text(line);
        file.endRow("\r\n");
        if (file.full) await file.flush();
      }
    });
    expect(told).toEqual({name: "long.csv", rows: 9999, bytes: 10_000 * 1002});
    expect(text).toBe(`${line}\r\n`.repeat(10_000));
  });

  test("leaves what was there, and nothing of its own, when the writing fails", async () => {
    writeFileSync(join(folder, "old.csv"), "old");
    const before = readdirSync(folder);
    const failing = CsvFile.write(folder, "old.csv", async (file) => {
      file.text("half a row");
      throw new Error("no more");
    });
    await expect(failing).rejects.toThrow("no more");
    expect(readFileSync(join(folder, "old.csv"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(before);
  });
});

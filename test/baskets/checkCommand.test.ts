import {spawnSync} from "node:child_process";
import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {tempFolder} from "../tempFolder.ts";
import {FILES, randomShop, writeShop} from "./shop.ts";

const shop = randomShop(12, {customers: 40});

/** What a marketer sees of `npm run check` on the shop after `spoil`. */
function checked(spoil: (path: (name: keyof typeof FILES) => string) => void): {
  code: number | null;
  told: string;
} {
  const folder = tempFolder();
  writeShop(folder, shop);
  spoil((name) => join(folder, FILES[name]));
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ["bin/cartograph.mjs", "check", "--data", folder],
    {encoding: "utf8"}
  );
  return {code: status, told: `${stdout}\n${stderr}`.replaceAll(folder, "DATA")};
}

const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, "utf8")));

describe("npm run check", () => {
  it.each<[string, (path: (name: keyof typeof FILES) => string) => void, string[]]>([
    [
      "a file saved by a spreadsheet, a renamed column and a header that is not there",
      (path) => {
        edit(path("orders"), (text) => text.replaceAll(",", ";"));
        edit(path("products"), (text) => text.replace("aisle_id", "Aisle ID"));
        edit(path("customers"), (text) => text.slice(text.indexOf("\n") + 1));
      },
      [
        "orders.csv:1: its cells are separated by semicolons; save it with commas",
        'products.csv:1: no column "aisle_id" (aisle_id); did you mean "Aisle ID"?',
        "customers.csv:1: the first line names none of the columns of the customers"
      ]
    ],
    [
      "no folder",
      (path) => rmSync(join(path("orders"), ".."), {recursive: true}),
      ["DATA: is not there; a folder with the CSVs was expected"]
    ],
    [
      "too many bad rows",
      (path) => edit(path("orders"), (text) => text.replaceAll(/,(\d\d),/g, ",$1:00,")),
      ["orders.csv:2: hour is not a whole number: ", "first on lines 2, 3, 4, 5, 6"]
    ]
  ])("tells of %s, without a stack and without names", (_, spoil, messages) => {
    const {code, told} = checked(spoil);
    for (const message of messages) expect(told).toContain(message);
    expect(told).not.toMatch(/Xenia|Quimby|\n\s+at |This is a fault of Cartograph/);
    expect(code).toBe(1);
  });
});

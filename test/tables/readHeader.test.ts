import {describe, expect, it} from "vitest";
import {UserError} from "../../data-loaders/config/problem.ts";
import {readHeader} from "../../data-loaders/tables/readHeader.ts";
import {column, table} from "./contract.ts";

const contract = table(
  [
    column("product_id", {type: "id"}),
    column("price", {column: "prices", type: "money", missing: true, optional: true}),
    column("name", {column: "product_name", type: "text"})
  ],
  {ignore: [{column: "Surnam", because: "names are never read"}]}
);

const read = (names: string[]) => readHeader(contract, names, "products.csv");

function problems(names: string[]): string[] {
  try {
    read(names);
  } catch (error) {
    if (error instanceof UserError) return error.message.split("\n");
  }
  return [];
}

describe("readHeader", () => {
  it("finds the columns of the contract in any order", () => {
    expect(read(["product_id", "prices", "product_name"])).toEqual({width: 3, positions: [0, 1, 2]});
    expect(read(["product_name", "product_id", "prices"])).toEqual({width: 3, positions: [1, 2, 0]});
  });

  it("passes over ignored columns, which need not be there", () => {
    expect(read(["Surnam", "product_id", "prices", "product_name"])).toEqual({
      width: 4,
      positions: [1, 2, 3]
    });
  });

  it("marks an optional column that the file has not", () => {
    expect(read(["product_id", "product_name"])).toEqual({width: 2, positions: [0, -1, 1]});
  });

  it.each<[string, string[], string[]]>([
    [
      "a missing column",
      ["product_id"],
      ['products.csv:1: no column "product_name" (name); the header has product_id']
    ],
    [
      "a repeated column",
      ["product_id", "product_name", "product_id"],
      ['products.csv:1: the header names the column "product_id" twice']
    ],
    [
      "a column that nobody declared",
      ["product_id", "product_name", "colour"],
      [
        'products.csv:1: column "colour" is not declared; add it to config/sources.yaml tables.products, under columns or under ignore'
      ]
    ],
    [
      "a renamed column, once, with what is meant",
      ["product_id", "prices", "Product Name"],
      [
        'products.csv:1: no column "product_name" (name); did you mean "Product Name"? Then write `column: "Product Name"` in config/sources.yaml tables.products.columns.name'
      ]
    ],
    [
      "a misspelt column, once",
      ["product_id", "price", "product_name"],
      [
        'products.csv:1: no column "prices" (price); did you mean "price"? Then write `column: "price"` in config/sources.yaml tables.products.columns.price'
      ]
    ],
    [
      "everything at once",
      ["produkt_id", "x"],
      [
        'products.csv:1: no column "product_id" (product_id); did you mean "produkt_id"? Then write `column: "produkt_id"` in config/sources.yaml tables.products.columns.product_id',
        'products.csv:1: no column "product_name" (name); the header has produkt_id, x',
        'products.csv:1: column "x" is not declared; add it to config/sources.yaml tables.products, under columns or under ignore'
      ]
    ]
  ])("tells %s", (_, names, lines) => {
    expect(problems(names)).toEqual(lines);
  });

  it("says what is wrong with a file that is no CSV of commas", () => {
    expect(problems(["product_id;prices;product_name"]).join()).toContain("separated by semicolons");
    expect(problems(["product_id\tprices\tproduct_name"]).join()).toContain("separated by tabs");
  });

  it.each([
    ["a web page", ["<!doctype html><html>"]],
    ["a row of data", ["46", "Mia", "Langdale"]],
    ["nothing but empty cells", ["", "", ""]],
    ["a page of text", ["<!doctype html>".repeat(500)]]
  ])("does not take %s for a header, nor repeats it", (_, names) => {
    expect(problems(names)).toEqual([
      "products.csv:1: the first line names none of the columns of the products (product_id, prices, product_name); is this the right file, and does it have a header line?"
    ]);
  });
});

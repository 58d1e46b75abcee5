import {describe, expect, it} from "vitest";
import type {ColumnContract} from "../../data-loaders/config/sources.ts";
import {castCell} from "../../data-loaders/tables/castCell.ts";
import {column} from "./contract.ts";

type Case = readonly [text: string, value: number | string | undefined];

const whole = column("n");
const id = column("n", {type: "id"});
const hour = column("n", {zero_padded: true, from: 0, up_to: 23});
const gap = column("n", {decimal_zero: true, missing: true, from: 0, up_to: 30});
const price = column("n", {
  type: "money",
  missing: true,
  from: 0,
  missing_above: {bound: 100, because: "typing"}
});
const name = column("n", {type: "text", missing: true, none: ["#NAME?"]});
const state = column("n", {type: "category"});
const set = column("n", {type: "category", values: ["prior", "train"]});
const padded = column("n", {zero_padded: true, decimal_zero: true});
const sentinel = column("n", {missing: true, none: ["999", "-"]});

describe("castCell takes", () => {
  const kinds: [string, ColumnContract, Case[]][] = [
    [
      "whole numbers",
      whole,
      [
        ["0", 0],
        ["7", 7],
        ["-7", -7],
        [" 12\t", 12],
        ["9007199254740991", 9007199254740991]
      ]
    ],
    [
      "ids",
      id,
      [
        ["0", 0],
        ["4294967296", 4294967296],
        ["9007199254740991", 9007199254740991]
      ]
    ],
    [
      "padded numbers",
      hour,
      [
        ["08", 8],
        ["8", 8],
        ["0023", 23],
        ["00", 0]
      ]
    ],
    [
      "whole numbers written 7.0",
      gap,
      [
        ["7.0", 7],
        ["7", 7],
        ["30.00", 30],
        ["0.0", 0],
        ["", undefined],
        ["  ", undefined]
      ]
    ],
    [
      "padded numbers written 07.0",
      padded,
      [
        ["07.0", 7],
        ["7.0", 7],
        ["07", 7],
        ["7", 7]
      ]
    ],
    [
      "money, in cents",
      price,
      [
        ["0", 0],
        ["5", 500],
        ["5.7", 570],
        ["5.79", 579],
        ["0.07", 7],
        ["100", 10000],
        ["", undefined]
      ]
    ],
    [
      "texts as they stand",
      name,
      [
        ["Milk, 2 %", "Milk, 2 %"],
        [" tea ", " tea "],
        ["#NAME?", undefined],
        [" #NAME? ", undefined],
        ["", undefined],
        ["NaN", "NaN"]
      ]
    ],
    [
      "categories without the spaces around",
      state,
      [
        ["Maine", "Maine"],
        [" New York ", "New York"]
      ]
    ],
    [
      "declared categories",
      set,
      [
        ["prior", "prior"],
        ["train", "train"]
      ]
    ],
    [
      "texts that mean missing",
      sentinel,
      [
        ["999", undefined],
        ["-", undefined],
        ["998", 998]
      ]
    ]
  ];
  for (const [kind, contract, cases] of kinds) {
    it.each(cases)(`${kind}: %j`, (text, value) => {
      expect(castCell(contract, text)).toMatchObject({value});
    });
  }

  it("every price of two decimals exactly", () => {
    for (let cents = 0; cents <= 10_000; cents++) {
      expect(castCell(price, (cents / 100).toFixed(2))).toEqual({value: cents});
    }
  });

  it("a price above the bound as missing, and notes it", () => {
    expect(castCell(price, "100.01")).toEqual({value: undefined, note: "missing_above"});
    expect(castCell(price, "99999")).toEqual({value: undefined, note: "missing_above"});
  });
});

describe("castCell refuses", () => {
  const notNumbers = [
    "NaN",
    "Infinity",
    "1e3",
    "1_000",
    "1,000",
    "0x10",
    "9.5",
    "7.0",
    "+7",
    "--7",
    "1 2",
    "٣",
    "",
    "abc",
    "1.",
    ".5",
    "null"
  ];
  const kinds: [string, ColumnContract, string[]][] = [
    ["whole numbers", whole, [...notNumbers, "08", "9007199254740992", "99999999999999999999"]],
    ["ids", id, [...notNumbers, "-1", "007", "9007199254740992"]],
    ["padded numbers", hour, ["24", "-1", "8.0", "", "0x8"]],
    ["gaps", gap, ["7.5", "7.", "31", "31.0", "-1.0", "NaN", "07.0", "7.0.0"]],
    [
      "money",
      price,
      [
        "NaN",
        "5.799",
        "1e2",
        "$5",
        "5,79",
        "-1",
        "05.10",
        ".5",
        "5.",
        "Infinity",
        "90071992547409.92",
        "99999999999999999"
      ]
    ],
    ["declared categories", set, ["test", "Prior", ""]],
    ["categories", state, ["", "   "]]
  ];
  for (const [kind, contract, texts] of kinds) {
    it.each(texts)(`${kind}: %j`, (text) => {
      expect(castCell(contract, text)).toHaveProperty("reason");
    });
  }

  it("without repeating the cell, which may be a person's name", () => {
    for (const contract of [whole, id, hour, gap, price, set]) {
      expect(JSON.stringify(castCell(contract, "Jane Doe"))).not.toContain("Jane");
    }
  });

  it.each([
    [whole, "abc", "n is not a whole number"],
    [id, "007", "n is not a whole number without leading zeros"],
    [price, "5.799", "n is not an amount with at most two decimals"],
    [hour, "24", "n is above 23"],
    [whole, "", "n is empty"],
    [set, "test", "n is not one of prior, train"],
    [id, "9007199254740992", "n is too large to be exact"]
  ] as const)("in words: %#", (contract, text, reason) => {
    expect(castCell(contract, text)).toEqual({reason});
  });
});

import {SAME, badProduct, values} from "./attack.ts";
import type {Attack} from "./attack.ts";
import {CLEAN} from "./cleanFiles.ts";
import {built, edited, named, refused} from "./csvOutcome.ts";
import {append, cell, everyCell, everyRow, line, without} from "./fileEdits.ts";

const NO_AMOUNT = "price is not an amount with at most two decimals";

/** On the file of products. */
export const PRODUCT_ATTACKS: readonly Attack[] = [
  ...values(6, 5, "the price", [
    ["6.50", SAME],
    [" 6.5", SAME],
    ["-1", badProduct("price is below 0")],
    ["-0.01", badProduct("price is below 0")],
    ["6.555", badProduct(NO_AMOUNT)],
    ["$6.50", badProduct(NO_AMOUNT)],
    ['"6,50"', badProduct(NO_AMOUNT)],
    ["6.5e0", badProduct(NO_AMOUNT)],
    ["+6.5", badProduct(NO_AMOUNT)],
    ["06.5", badProduct(NO_AMOUNT)],
    ["6.", badProduct(NO_AMOUNT)],
    [".5", badProduct(NO_AMOUNT)],
    ["1 000", badProduct(NO_AMOUNT)],
    ["0x10", badProduct(NO_AMOUNT)],
    ["NaN", badProduct(NO_AMOUNT)],
    ["Infinity", badProduct(NO_AMOUNT)],
    ["free", badProduct(NO_AMOUNT)],
    ["99999999999999999999", badProduct("price is too large to be exact")],
    ["", built(["products: price is missing: 1"], edited(CLEAN, {products: cell(6, 5, "")}))],
    [
      "99999",
      built(["products: price is above 100, taken as missing: 1"], edited(CLEAN, {products: cell(6, 5, "")}))
    ],
    [
      "100.01",
      built(["products: price is above 100, taken as missing: 1"], edited(CLEAN, {products: cell(6, 5, "")}))
    ]
  ]),
  ...values(6, 2, "the name", [
    ['"Tea, green"', named("Tea, green")],
    ['"Tea ""green"""', named('Tea "green"')],
    ['"Tea\ngreen"', named("Tea\ngreen")],
    ['"Tea\r\ngreen"', named("Tea\r\ngreen")],
    ["Thé vert", named("Thé vert")],
    ["🍵🍵", named("🍵🍵")],
    ["\u202eneerg aeT", named("\u202eneerg aeT")],
    ["=1+1", named("=1+1")],
    ["<script>alert(1)</script>", named("<script>alert(1)</script>")],
    ["NULL", named("NULL")],
    ["nan", named("nan")],
    ["__proto__", named("__proto__")],
    ["x".repeat(1_000_000), named("x".repeat(1_000_000))],
    [
      "",
      built(
        ["products: product_name is missing: 1"],
        edited(CLEAN, {products: cell(6, 2, "Unnamed product 1")})
      )
    ],
    [
      "   ",
      built(
        ["products: product_name is missing: 1"],
        edited(CLEAN, {products: cell(6, 2, "Unnamed product 1")})
      )
    ],
    [
      "#NAME?",
      built(
        ["products: product_name is missing: 1"],
        edited(CLEAN, {products: cell(6, 2, "Unnamed product 1")})
      )
    ]
  ]),
  ...values(6, 3, "the aisle", [
    ["99", badProduct("names no aisle")],
    ["milk", badProduct("aisle_id is not a whole number without leading zeros")],
    ["", badProduct("aisle_id is empty")]
  ]),
  ...values(6, 4, "the department", [
    ["99", badProduct("names no department")],
    ["0", badProduct("names no department")],
    ["65538", badProduct("names no department")],
    ["2.0", badProduct("department_id is not a whole number without leading zeros")],
    ["", badProduct("department_id is empty")]
  ]),
  [
    "has a comma in a name without quotes, and no price",
    line(6, () => "5,Tea, green,3,2"),
    badProduct("aisle_id is not a whole number without leading zeros")
  ],
  [
    "has a comma in a name without quotes",
    line(6, (old) => old.replace("Product 5", "Tea, green")),
    badProduct("has 6 cells where the header has 5")
  ],
  [
    "has a line end in a name and a bad row after it",
    (text) => line(6, (old) => old.replace("Product 5", '"Product\n5"'))(cell(9, 5, "-1")(text)),
    built(
      ["products: price is below 0: 1 on 10", "items: names no product: 4 on 9, 129, 249, 369"],
      edited(CLEAN, {
        products: (text) => cell(6, 2, '"Product\n5"')(without(9)(text)),
        items: without(9, 129, 249, 369)
      })
    )
  ],
  [
    "uses an id for two products",
    append("5,Another,1,1,2.00"),
    built(
      ["products: shares its product_id with a different row: 1 on 6"],
      edited(CLEAN, {products: line(6, () => "5,Another,1,1,2.00")})
    )
  ],
  [
    "has no prices",
    everyRow((cells) => cells.slice(0, 4)),
    built([], edited(CLEAN, {products: everyCell(5, () => "")}))
  ],
  [
    "has no price in any row",
    everyCell(5, () => ""),
    built(["products: price is missing: 120"], edited(CLEAN, {products: everyCell(5, () => "")}))
  ],
  [
    "has prices in cents",
    everyCell(5, (price) => String(Math.round(100 * Number(price)))),
    refused("price is above 100")
  ],
  [
    "has decimal commas",
    everyCell(5, (price) => `"${price.replace(".", ",")}"`),
    refused(`${NO_AMOUNT}: 120 rows`, 2)
  ],
  [
    "counts departments from 0",
    everyCell(4, (id) => String(Number(id) - 1)),
    refused("names no department: 30 rows")
  ],
  [
    "has the names of aisle and department swapped",
    line(1, (old) => old.replace("aisle_id,department_id", "department_id,aisle_id")),
    refused("names no aisle: 30 rows")
  ],
  [
    "has two bad rows of 120",
    (text) => [6, 8].reduce((old, at) => cell(at, 5, "-1")(old), text),
    refused("price is below 0: 2 rows, on lines 6, 8", 6)
  ]
];

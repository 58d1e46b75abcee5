import {SAME, badItem, values} from "./attack.ts";
import type {Attack} from "./attack.ts";
import {CLEAN} from "./cleanFiles.ts";
import {built, edited, refused} from "./csvOutcome.ts";
import {cell, everyCell, line, lineOf, without} from "./fileEdits.ts";

/** On the file of items. */
export const ITEM_ATTACKS: readonly Attack[] = [
  ...values(10, 1, "the order", [
    ["9999", badItem("names no order")],
    ["4294967301", badItem("names no order")],
    ["5.0", badItem("order_id is not a whole number without leading zeros")],
    ["", badItem("order_id is empty")]
  ]),
  ...values(10, 2, "the product", [
    ["9999", badItem("names no product")],
    ["65545", badItem("names no product")],
    ["4194313", badItem("names no product")],
    ["4294967305", badItem("names no product")],
    ["0", badItem("names no product")],
    ["-9", badItem("product_id is below 0")],
    ["9.5", badItem("product_id is not a whole number without leading zeros")],
    ["milk", badItem("product_id is not a whole number without leading zeros")]
  ]),
  ...values(10, 3, "the place in the cart", [
    [" 1 ", SAME],
    ["0", badItem("cart_position is below 1")],
    ["501", badItem("cart_position is above 500")],
    ["513", badItem("cart_position is above 500")],
    ["1.0", badItem("cart_position is not a whole number")],
    ["first", badItem("cart_position is not a whole number")],
    ["", badItem("cart_position is empty")]
  ]),
  ...values(10, 4, "the mark of reordered", [
    ["2", badItem("reordered is above 1")],
    ["-1", badItem("reordered is below 0")],
    ["TRUE", badItem("reordered is not a whole number")],
    ["yes", badItem("reordered is not a whole number")],
    ["1.0", badItem("reordered is not a whole number")],
    ["", badItem("reordered is empty")]
  ]),
  [
    "has a product twice in an order",
    cell(10, 2, "10"),
    built(
      ["items: repeats an earlier product of its order: 1 on 11"],
      edited(CLEAN, {items: (text) => without(11)(cell(10, 2, "10")(text))})
    )
  ],
  [
    "has True and False for reordered",
    everyCell(4, (value) => (value === "1" ? "True" : "False")),
    refused("reordered is not a whole number: 480 rows", 2)
  ],
  [
    "has the names of its last columns swapped",
    line(1, (old) => old.replace("add_to_cart_order,reordered", "reordered,add_to_cart_order")),
    refused("reordered is above 1")
  ],
  [
    "has the names of its first columns swapped",
    line(1, (old) => old.replace("order_id,product_id", "product_id,order_id")),
    refused("names no product")
  ],
  [
    "is of another export than the orders",
    everyCell(1, (id) => String(Number(id) + 10_000)),
    refused("names no order: 480 rows", 2)
  ],
  [
    "has five bad rows of 480",
    (text) => [10, 12, 14, 16, 18].reduce((old, at) => cell(at, 4, "2")(old), text),
    refused("reordered is above 1: 5 rows, on lines 10, 12, 14, 16, 18", 10)
  ],
  [
    "lacks a tenth of its orders",
    without(...Array.from({length: 48}, (_, at) => at + 200)),
    refused("orders in use have no items")
  ],
  [
    "has its orders in another order",
    (text) => [lineOf(text, 1), ...pairs(text).toReversed().flat(), ""].join("\n"),
    SAME
  ]
];

/** The two items of each order, which keep their order. */
function pairs(text: string): string[][] {
  const rows = text.trimEnd().split("\n").slice(1);
  return Array.from({length: rows.length / 2}, (_, at) => rows.slice(2 * at, 2 * at + 2));
}

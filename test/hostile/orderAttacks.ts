import {SAME, badOrder, unusedOrder, values, withoutOrder} from "./attack.ts";
import type {Attack} from "./attack.ts";
import {CLEAN} from "./cleanFiles.ts";
import {built, edited, refused} from "./csvOutcome.ts";
import type {CsvOutcome} from "./csvOutcome.ts";
import {cell, everyCell, line, lineOf, without} from "./fileEdits.ts";

/** On the file of orders. */
export const ORDER_ATTACKS: readonly Attack[] = [
  ...values(5, 6, "the hour", [
    ["4", SAME],
    [" 04 ", SAME],
    ["\u00a004", SAME],
    ["24", badOrder("hour is above 23")],
    ["-1", badOrder("hour is below 0")],
    ["4.5", badOrder("hour is not a whole number")],
    ["04:00", badOrder("hour is not a whole number")],
    ["noon", badOrder("hour is not a whole number")],
    ["0x4", badOrder("hour is not a whole number")],
    ["4_0", badOrder("hour is not a whole number")],
    ["", badOrder("hour is empty")]
  ]),
  ...values(5, 5, "the day", [
    ["7", badOrder("day is above 6")],
    ["-1", badOrder("day is below 0")],
    ["Monday", badOrder("day is not a whole number")],
    ["4.0", badOrder("day is not a whole number")],
    ["4e0", badOrder("day is not a whole number")],
    ["", badOrder("day is empty")]
  ]),
  ...values(5, 4, "the order number", [
    ["0", badOrder("order_number is below 1")],
    ["65535", badOrder("order_number is above 65534")],
    ["65538", badOrder("order_number is above 65534")],
    ["2.5", badOrder("order_number is not a whole number")],
    ["second", badOrder("order_number is not a whole number")]
  ]),
  ...values(5, 7, "the gap", [
    ["5", SAME],
    ["5.00", SAME],
    ["5.5", badOrder("days_since_prior_order is not a whole number")],
    ["five", badOrder("days_since_prior_order is not a whole number")],
    ["n/a", badOrder("days_since_prior_order is not a whole number")],
    ["NaN", badOrder("days_since_prior_order is not a whole number")],
    ["Infinity", badOrder("days_since_prior_order is not a whole number")],
    ["-1.0", badOrder("days_since_prior_order is below 0")],
    ["31.0", badOrder("days_since_prior_order is above 30")],
    ["365.0", badOrder("days_since_prior_order is above 30")]
  ]),
  ...values(5, 3, "the set", [
    [" prior ", SAME],
    ["test", unusedOrder("not in use by rule")],
    ["Prior", badOrder("order_set is not one of prior, train, test")],
    ["prior;", badOrder("order_set is not one of prior, train, test")],
    ["", badOrder("order_set is empty")]
  ]),
  ...values(5, 2, "the customer", [
    ["999", unusedOrder("names no customer")],
    ["4294967298", unusedOrder("names no customer")],
    ["2.0", badOrder("customer_id is not a whole number without leading zeros")],
    ["", badOrder("customer_id is empty")]
  ]),
  [
    "has the id of another order",
    cell(5, 1, "1"),
    built(["orders: repeats an earlier order_id: 1 on 5", "items: names no order: 2 on 8, 9"], withoutOrder)
  ],
  [
    "has a stray comma in a row whose last cell is empty",
    line(4, (old) => old.replace("prior,", "prior,,").slice(0, -1)),
    strayComma()
  ],
  [
    "has hours on a clock of twelve",
    everyCell(6, (hour) => `${Number(hour) % 12} PM`),
    refused("hour is not a whole number: 240 rows", 2)
  ],
  [
    "counts days from 1 to 7",
    everyCell(5, (day) => String(Number(day) + 1)),
    refused("day is above 6: 34 rows")
  ],
  [
    "has gaps of 9.5 in the whole column",
    everyCell(7, (gap) => (gap === "" ? "" : "9.5")),
    refused("days_since_prior_order is not a whole number: 120 rows", 3)
  ],
  [
    "has a text for the gap in every first order",
    everyCell(7, (gap) => (gap === "" ? "none" : gap)),
    refused("days_since_prior_order is not a whole number: 120 rows", 2)
  ],
  [
    "has the names of day and hour swapped",
    line(1, (old) => old.replace("order_dow,order_hour_of_day", "order_hour_of_day,order_dow")),
    refused("day is ")
  ],
  [
    "has the names of order and customer swapped",
    line(1, (old) => old.replace("order_id,user_id", "user_id,order_id")),
    refused("repeats an earlier order_id")
  ],
  [
    "is of another export than the items",
    everyCell(1, (id) => String(Number(id) + 1000)),
    refused("is the file of orders whole, and of the same export", 2, "order_products__prior.csv")
  ],
  [
    "is of another export than the customers",
    everyCell(2, (id) => String(Number(id) + 1000)),
    refused("is the file of customers whole, and of the same export", 2)
  ],
  ["holds train orders only", everyCell(3, () => "train"), refused("none of its 240 rows can be used")],
  [
    "has three bad rows of 240",
    (text) => [5, 7, 9].reduce((old, at) => cell(at, 6, "24")(old), text),
    refused("hour is above 23: 3 rows, on lines 5, 7, 9", 5)
  ],
  [
    "has two bad rows of 240",
    (text) => [5, 7].reduce((old, at) => cell(at, 6, "24")(old), text),
    built(
      ["orders: hour is above 23: 2 on 5, 7", "items: names no order: 4 on 8, 9, 12, 13"],
      edited(CLEAN, {orders: without(5, 7), items: without(8, 9, 12, 13)})
    )
  ],
  [
    "has its rows in another order",
    (text) => [lineOf(text, 1), ...text.trimEnd().split("\n").slice(1).toReversed(), ""].join("\n"),
    SAME
  ],
  ["has a mark between two files put together", (text) => line(122, (old) => `\uFEFF${old}`)(text), SAME]
];

/** Order 3 has no gap: the cell too many must not be taken for it. */
function strayComma(): CsvOutcome {
  return built(
    ["orders: order_number is empty: 1 on 4", "items: names no order: 2 on 6, 7"],
    edited(CLEAN, {orders: without(4), items: without(6, 7)})
  );
}

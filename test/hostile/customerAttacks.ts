import {SAME, badCustomer, values} from "./attack.ts";
import type {Attack} from "./attack.ts";
import {CLEAN} from "./cleanFiles.ts";
import {built, refused} from "./csvOutcome.ts";
import type {CsvOutcome} from "./csvOutcome.ts";
import {append, everyCell, everyRow, insert, line, lineOf, without} from "./fileEdits.ts";

const NO_WHOLE = (name: string): CsvOutcome => badCustomer(`${name} is not a whole number`);

/** On the file of customers. */
export const CUSTOMER_ATTACKS: readonly Attack[] = [
  ...values(3, 6, "the age", [
    [" 20 ", SAME],
    ["15", badCustomer("age is below 16")],
    ["-20", badCustomer("age is below 16")],
    ["111", badCustomer("age is above 110")],
    ["20.5", NO_WHOLE("age")],
    ["2e1", NO_WHOLE("age")],
    ["020", NO_WHOLE("age")],
    ["forty", NO_WHOLE("age")],
    ["", badCustomer("age is empty")]
  ]),
  ...values(3, 10, "the income", [
    ["-1", badCustomer("income is below 0")],
    ["10000001", badCustomer("income is above 10000000")],
    ["1e300", NO_WHOLE("income")],
    ["20200.50", NO_WHOLE("income")],
    ["$20200", NO_WHOLE("income")],
    ['"20,200"', NO_WHOLE("income")],
    ["NaN", NO_WHOLE("income")],
    ["Infinity", NO_WHOLE("income")],
    ["", badCustomer("income is empty")]
  ]),
  ...values(3, 8, "the dependants", [
    ["21", badCustomer("dependants is above 20")],
    ["-1", badCustomer("dependants is below 0")],
    ["two", NO_WHOLE("dependants")]
  ]),
  ...values(3, 5, "the state", [
    [" Texas ", SAME],
    ["", badCustomer("state is empty")],
    ["   ", badCustomer("state is empty")]
  ]),
  ...values(3, 9, "the family status", [["", badCustomer("family_status is empty")]]),
  ...values(3, 2, "the first name, which nobody reads", [
    ["", SAME],
    ["=1+1", SAME],
    ['"Xenia, the 2nd"', SAME],
    ['"Xe\nnia"', SAME],
    ["\u0000", SAME],
    ["\u001b[31mXenia", SAME],
    ["X".repeat(100_000), SAME]
  ]),
  [
    "has a customer twice, with other values",
    append("2,A,B,Male,Maine,50,1/1/2017,0,single,1"),
    built(["customers: repeats an earlier customer_id with other values: 1 on 122"], CLEAN)
  ],
  [
    "has a customer who never ordered",
    append("999,A,B,Male,Maine,50,1/1/2017,0,single,1"),
    built(["customers: has no order in use: 1 on "], CLEAN)
  ],
  [
    "has columns taken away that nobody reads",
    everyRow((cells) => [cells[0]!, ...cells.slice(4, 6), ...cells.slice(7)]),
    SAME
  ],
  [
    "has ages with a unit",
    everyCell(6, (age) => `${age} years`),
    refused("age is not a whole number: 120 rows", 2)
  ],
  [
    "has the names of age and dependants swapped",
    line(1, (old) => old.replace("Age,date_joined,n_dependants", "n_dependants,date_joined,Age")),
    refused("age is below 16")
  ],
  [
    "has the names of age and income swapped",
    line(1, (old) => old.replace("Age", "x").replace("income", "Age").replace("x", "income")),
    refused("age is above 110: 120 rows", 2)
  ],
  ["is the file of orders", () => CLEAN.orders, refused("no column", 1)],
  [
    "has a customer whose name looks like a column, and no header",
    (text) => without(1)(line(2, (old) => old.replace("Xenia", "Ages"))(text)),
    refused("the first line names none of the columns", 1)
  ],
  [
    "has two rows put in one line",
    (text) => insert(3, `${lineOf(text, 3)},${lineOf(text, 4)}`)(without(3, 4)(text)),
    refused("names no customer: 4 rows, on lines 4, 5, 6, 7", 4, "orders.csv")
  ]
];

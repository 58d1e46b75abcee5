import {SAME} from "./attack.ts";
import type {Attack} from "./attack.ts";
import {CLEAN} from "./cleanFiles.ts";
import {refused} from "./csvOutcome.ts";
import {append, cell, everyCell, without} from "./fileEdits.ts";

const WIDE = "department_id,1,2,3,4\ndepartment,produce,dairy eggs,babies,pets\n";

/** On the file of departments. */
export const DEPARTMENT_ATTACKS: readonly Attack[] = [
  ["has the wide form", () => WIDE, SAME],
  [
    "has the wide form with Windows line ends and a mark",
    () => `\uFEFF${WIDE.replaceAll("\n", "\r\n")}`,
    SAME
  ],
  ["has the wide form and a blank line after it", () => `${WIDE}\n`, refused("is a blank line", 3)],
  ["has the wide form with a name too few", () => WIDE.replace(",pets", ""), refused("", 1)],
  ["has the wide form with a name too many", () => WIDE.replace(",pets", ",pets,bulk"), refused("", 1)],
  [
    "has the wide form with an id twice",
    () => WIDE.replace(",4", ",3"),
    refused("repeats an earlier department_id with other values")
  ],
  [
    "has the wide form, counted from 0",
    () => WIDE.replace("1,2,3,4", "0,1,2,3"),
    refused("names no department: 30 rows", undefined, "products.csv")
  ],
  [
    "counts from 0",
    everyCell(1, (id) => String(Number(id) - 1)),
    refused("names no department: 30 rows", undefined, "products.csv")
  ],
  ["lacks a department", without(5), refused("names no department: 30 rows", undefined, "products.csv")],
  ["has a department that no product has", append("21,bulk"), SAME],
  [
    "has an id twice",
    append("4,bulk"),
    refused("repeats an earlier department_id with other values: 1 row, on line 6", 6)
  ],
  ["has a name twice", append("5,pets"), refused('"pets" twice', 6)],
  ["has a department without a name", cell(3, 2, ""), refused("department is empty: 1 row, on line 3", 3)],
  ["has a name of spaces", cell(3, 2, "  "), refused("department is empty: 1 row, on line 3", 3)]
];

/** On the file of aisles. */
export const AISLE_ATTACKS: readonly Attack[] = [
  ["lacks an aisle", without(4), refused("names no aisle: 40 rows", undefined, "products.csv")],
  ["has an aisle that no product has", append("134,bulk"), SAME],
  [
    "has an id twice",
    append("3,bulk"),
    refused("repeats an earlier aisle_id with other values: 1 row, on line 5", 5)
  ],
  ["has a name twice", append("4,milk"), refused('"milk" twice', 5)],
  ["has an aisle without a name", cell(3, 2, ""), refused("aisle is empty: 1 row, on line 3", 3)],
  [
    "is the file of departments",
    () => CLEAN.departments,
    refused("the first line names none of the columns", 1)
  ]
];

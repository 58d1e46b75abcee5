import {CLEAN} from "./cleanFiles.ts";
import {built, refused} from "./csvOutcome.ts";
import {append, everyRow, insert, line, lineOf} from "./fileEdits.ts";
import {all, lineFourGone, WIDTHS, fourthIsNoise, short, long, byTable, idColumn} from "./fileOutcomes.ts";
import type {FileAttack} from "./fileOutcomes.ts";

const half = (text: string): string => text.slice(0, text.length / 2);

/** Rows that do not fit, come twice or are not there. */
export const LINE_ATTACKS: readonly FileAttack[] = [
  // rows that do not fit
  [
    "has a row with a cell too few",
    line(4, (old) => old.slice(0, old.lastIndexOf(","))),
    byTable((table) => lineFourGone(short(WIDTHS[table]))[table])
  ],
  [
    "has a row with an empty cell too many",
    line(4, (old) => `${old},`),
    byTable((table) => lineFourGone(long(WIDTHS[table]))[table])
  ],
  [
    "has a row with an empty cell too many before the others",
    line(4, (old) => `,${old}`),
    byTable((table) => lineFourGone(long(WIDTHS[table]))[table])
  ],
  [
    "has rows that end in a comma",
    everyRow((cells, at) => (at === 0 ? cells : [...cells, ""])),
    byTable((table) => refused(long(WIDTHS[table]), 2))
  ],
  ["has a blank line", insert(4, ""), fourthIsNoise("is a blank line")],
  ["has a line of spaces", insert(4, "   "), fourthIsNoise("is a blank line")],
  [
    "has its header again in the middle",
    (text) => insert(4, lineOf(text, 1))(text),
    byTable((table) => fourthIsNoise(`${idColumn[table]} is not a whole number without leading zeros`)[table])
  ],
  ["has a quote before a row", line(4, (old) => `"${old}`), lineFourGone("a quote is not closed")],
  [
    "has a row in quotes as a whole",
    line(4, (old) => `"${old}"`),
    byTable((table) => lineFourGone(`has 1 cells where the header has ${WIDTHS[table]}`)[table])
  ],
  [
    "has a row that goes on after its quotes",
    line(4, (old) => old.replace(/^(\d+)/, '"$1"0')),
    lineFourGone("a quoted cell goes on after its closing quote")
  ],
  [
    "has a quote inside an id",
    line(4, (old) => old.replace(/^(\d+)/, '$1"')),
    lineFourGone("a quote stands inside an unquoted cell")
  ],
  [
    "has a zero byte in an id",
    line(4, (old) => `\u0000${old}`),
    byTable((table) => lineFourGone(`${idColumn[table]} is not a whole number without leading zeros`)[table])
  ],
  [
    "has an id of a megabyte",
    line(4, (old) => `${"9".repeat(1_000_000)}${old}`),
    byTable((table) => lineFourGone(`${idColumn[table]} is too large to be exact`)[table])
  ],
  [
    "has an id that is no text",
    (text) =>
      Buffer.concat(
        text
          .split(/(?<=\n)/)
          .map((old, at) => Buffer.concat([Buffer.from(at === 3 ? [0xe9] : []), Buffer.from(old)]))
      ),
    all(refused("is not UTF-8 text", 4), {
      orders: lineFourGone("order_id is not a whole number without leading zeros").orders,
      items: lineFourGone("order_id is not a whole number without leading zeros").items
    })
  ],
  [
    "has an id beyond 2^53",
    line(4, (old) => old.replace(/^\d+/, "9007199254740993")),
    byTable((table) => lineFourGone(`${idColumn[table]} is too large to be exact`)[table])
  ],
  [
    "has an id below zero",
    line(4, (old) => `-${old}`),
    byTable((table) => lineFourGone(`${idColumn[table]} is below 0`)[table])
  ],
  [
    "has an id with a decimal point",
    line(4, (old) => old.replace(/^\d+/, "$&.0")),
    byTable((table) => lineFourGone(`${idColumn[table]} is not a whole number without leading zeros`)[table])
  ],
  [
    "has an id in scientific notation",
    line(4, (old) => old.replace(/^\d+/, "3e0")),
    byTable((table) => lineFourGone(`${idColumn[table]} is not a whole number without leading zeros`)[table])
  ],
  [
    "has an id with zeros before it",
    line(4, (old) => `00${old}`),
    byTable((table) => lineFourGone(`${idColumn[table]} is not a whole number without leading zeros`)[table])
  ],
  [
    "has an id in Arabic digits",
    line(4, (old) => old.replace(/^\d+/, "٣")),
    byTable((table) => lineFourGone(`${idColumn[table]} is not a whole number without leading zeros`)[table])
  ],
  [
    "has a row without an id",
    line(4, (old) => old.replace(/^\d+/, "")),
    byTable((table) => lineFourGone(`${idColumn[table]} is empty`)[table])
  ],
  // too little, too much
  [
    "holds its header only",
    (text) => `${lineOf(text, 1)}\n`,
    {
      orders: refused("has no rows", undefined, "orders.csv"),
      items: refused("has no rows"),
      products: refused("is the file of products whole", 2, "order_products__prior.csv"),
      departments: refused("is the file of departments whole", 2, "products.csv"),
      aisles: refused("is the file of aisles whole", 2, "products.csv"),
      customers: refused("is the file of customers whole", 2, "orders.csv")
    }
  ],
  [
    "breaks off in the middle",
    half,
    {
      orders: refused("is the file of orders whole", undefined, "order_products__prior.csv"),
      items: refused("orders in use have no items", undefined, "order_products__prior.csv"),
      products: refused("has 2 cells where the header has 5: 1 row, on line 62", 62),
      departments: refused("names no department", undefined, "products.csv"),
      aisles: refused("names no aisle", undefined, "products.csv"),
      customers: refused("has 5 cells where the header has 10: 1 row, on line 61", 61)
    }
  ],
  [
    "stands twice in one file",
    (text) => text + text,
    {
      orders: refused("repeats an earlier order_id: 240 rows", 243),
      items: refused("repeats an earlier product of its order: 480 rows", 483),
      products: built(
        [
          "products: product_id is not a whole number without leading zeros: 1 on 122",
          "products: repeats an earlier row word for word: 120 on 123, 124, 125, 126, 127"
        ],
        CLEAN
      ),
      departments: refused("repeats an earlier row word for word: 4 rows", 7),
      aisles: refused("repeats an earlier row word for word: 3 rows", 6),
      customers: refused("repeats an earlier row word for word: 120 rows", 123)
    }
  ],
  [
    "has a row twice",
    (text) => append(lineOf(text, 4))(text),
    {
      orders: built(["orders: repeats an earlier order_id: 1 on 242"], CLEAN),
      items: built(["items: repeats an earlier product of its order: 1 on 482"], CLEAN),
      products: built(["products: repeats an earlier row word for word: 1 on 122"], CLEAN),
      departments: refused("repeats an earlier row word for word: 1 row, on line 6", 6),
      aisles: refused("repeats an earlier row word for word: 1 row, on line 5", 5),
      customers: built(["customers: repeats an earlier row word for word: 1 on 122"], CLEAN)
    }
  ]
];

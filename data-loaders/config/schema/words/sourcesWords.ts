import type {KeyWords} from "../described.ts";

/** What the editor and docs/reference.md say about `config/sources.yaml`. */
export const SOURCES_WORDS: KeyWords = {
  keys: {
    citation: [
      "Where the data comes from, printed at the end of every page.",
      'citation: "Our own orders, 2026"'
    ],
    notice: [
      "What a reader must know about the data, printed on every page.",
      "notice: Prices in this data are invented."
    ],
    day_zero: ["The weekday that the number 0 in the column day stands for.", "day_zero: Saturday"],
    tables: [
      "One contract for each CSV file: what it must hold and how its columns are called.",
      "tables: { orders: … }"
    ],
    "tables.orders": [
      "One row per order: who, when, and which of the customer's orders it is.",
      "file: orders.csv"
    ],
    "tables.items": ["One row per item line of an order.", "file: order_products__prior.csv"],
    "tables.products": ["One row per product, with its price if the data has prices.", "file: products.csv"],
    "tables.departments": [
      "One row per department; its name is what conditions and charts say.",
      "file: departments.csv"
    ],
    "tables.aisles": ["One row per aisle; its name is what conditions and charts say.", "file: aisles.csv"],
    "tables.customers": [
      "One row per customer; any columns may be added here and used in segments.",
      "file: customers.csv"
    ],
    "tables.*.file": [
      "The file's name in the data folder; a gzipped one (orders.csv.gz) is found too.",
      "file: orders.csv"
    ],
    "tables.*.optional": [
      "Whether the report is built without this file, saying what it cannot show.",
      "optional: true"
    ],
    "tables.*.layout": ["How the rows lie in the file.", "layout: wide_or_long"],
    "tables.*.key": ["The column, or columns, that no two rows share.", "key: [order_id, product_id]"],
    "tables.*.columns": ["Our name of each column, and how to read it.", "age: { column: Age, type: whole }"],
    "tables.*.columns.*": [
      "How this column is called in the file, and what stands in it.",
      "{ column: Age, type: whole, unit: years }"
    ],
    "tables.*.columns.*.column": ["The column's name in the first line of the file.", "column: user_id"],
    "tables.*.columns.*.type": ["What stands in the column.", "type: whole"],
    "tables.*.columns.*.unit": ["What the numbers are counted in, printed with them.", "unit: years"],
    "tables.*.columns.*.from": ["The smallest right value; a row below it is set aside.", "from: 16"],
    "tables.*.columns.*.up_to": ["The largest right value; a row above it is set aside.", "up_to: 110"],
    "tables.*.columns.*.values": ["The only right values of a category.", "values: [prior, train, test]"],
    "tables.*.columns.*.references": ["The table that these ids belong to.", "references: customers"],
    "tables.*.columns.*.missing": [
      "Says that an empty cell is a missing value and not a bad row.",
      "missing: allowed"
    ],
    "tables.*.columns.*.none": ["Texts that mean missing.", 'none: ["#NAME?"]'],
    "tables.*.columns.*.zero_padded": ["Whether 08 is a right way to write 8.", "zero_padded: true"],
    "tables.*.columns.*.written": [
      "Says that whole numbers stand with a decimal zero in the file.",
      'written: "7.0"'
    ],
    "tables.*.columns.*.optional": ["Whether the file may lack this column altogether.", "optional: true"],
    "tables.*.columns.*.missing_above": [
      "From where on a value is a typing error and taken as missing; the row still counts.",
      "missing_above: { bound: 100, because: typing errors }"
    ],
    "tables.*.columns.*.missing_above.bound": [
      "The largest value that is believed, in the unit of the file.",
      "bound: 100"
    ],
    "**.because": ["The reason, in words that the Methods page prints.", "because: names are never read"],
    "tables.*.ignore": [
      "Columns of the file that are read over and never kept.",
      "- { column: Surname, because: names are never read }"
    ],
    "tables.*.ignore[].column": [
      "The name, in the first line of the file, of a column that is not wanted.",
      "column: Surname"
    ],
    "tables.*.keep": [
      "Only rows with this value are used; the others are counted as set aside.",
      "keep: { column: order_set, value: prior, because: … }"
    ],
    "tables.*.keep.column": ["Our name of the column that decides.", "column: order_set"],
    "tables.*.keep.value": ["The value that rows need in order to be used.", "value: prior"],
    "tables.*.repeats": [
      "What happens to rows whose key stood before; without it they are bad rows.",
      "repeats: { same: …, different: … }"
    ],
    "tables.*.repeats.same": [
      "Rows that stand twice, word for word.",
      "same: { keep: one, because: it is one product }"
    ],
    "tables.*.repeats.same.keep": ["How many of them are kept.", "keep: one"],
    "tables.*.repeats.different": [
      "Different rows with the same key.",
      "different: { keep: last, because: … }"
    ],
    "tables.*.repeats.different.keep": ["Which of them is kept.", "keep: last"],
    "tables.*.bad_rows": [
      "How many bad rows are set aside before the build stops; without it one is enough.",
      "bad_rows: { stop_above: 1% }"
    ],
    "tables.*.bad_rows.stop_above": ["The share of bad rows above which the build stops.", "stop_above: 1%"]
  },
  values: {
    "tables.*.columns.*.type": {
      id: "a whole number that names something",
      whole: "a whole number",
      money: "an amount with at most two decimals",
      text: "any text",
      category: "a text from a small set, such as a state"
    },
    "tables.*.layout": {
      long: "a row for each",
      wide_or_long: "a row for each, or one wide row with the ids in its header"
    },
    "tables.*.columns.*.references": {
      orders: "the orders table",
      items: "the items table",
      products: "the products table",
      departments: "the departments table",
      aisles: "the aisles table",
      customers: "the customers table"
    },
    "tables.*.repeats.same.keep": {one: "one of them counts"},
    "tables.*.repeats.different.keep": {
      first: "the one that stands first in the file",
      last: "the one that stands last in the file"
    }
  }
};

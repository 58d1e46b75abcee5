import type {KeyWords} from "../described.ts";

/** What measures are made of. */
const PARTS = {
  customers: "customers with at least one order",
  orders: "orders",
  items: "item lines",
  priced_items: "item lines with a known price",
  spend: "prices of the items, added up",
  reordered_items: "item lines the customer had bought before",
  gaps: "orders after a customer's first",
  gap_days: "days since the prior order, added up"
};

/** What the editor and docs/reference.md say about `config/measures.yaml`. */
export const MEASURES_WORDS: KeyWords = {
  keys: {
    currency: ["The sign that is printed with money.", "currency: $"],
    measures: [
      "What is counted, by the name that figures on pages ask for.",
      "orders: { count: orders, unit: orders, … }"
    ],
    "measures.*": [
      "A number of a group of customers, orders or items.",
      "{ ratio: [items, orders], unit: items per order, … }"
    ],
    "measures.*.count": ["The number of these in the group.", "count: orders"],
    "measures.*.sum": ["The total of these in the group.", "sum: spend"],
    "measures.*.ratio": ["The first part divided by the second.", "ratio: [items, orders]"],
    "measures.*.median": ["The middle value, exact.", "median: gaps"],
    "measures.*.share": ["The group's part of the whole.", "share: orders"],
    "measures.*.penetration": [
      "Customers who bought, as a share of all customers of the group.",
      "penetration: customers"
    ],
    "measures.*.index": ["100 × the share in the group ÷ the share in all; 100 is average.", "index: items"],
    "measures.*.matters": [
      "Smallest difference from everyone's value that is worth acting on; 5% where nothing is written.",
      "matters: 5%"
    ],
    "measures.*.matters.points": [
      "Percentage points of a share, or points of an index.",
      "matters: { points: 2 }"
    ],
    "measures.*.unit": [
      "What the number is counted in; it decides how the number is printed.",
      "unit: items per order"
    ],
    "measures.*.base": ["What it is a number of, printed under each figure.", "base: all prior orders"],
    "measures.*.says": [
      "The definition in a few words, printed with each figure.",
      "says: item lines divided by orders"
    ]
  },
  values: {
    "measures.*.count": PARTS,
    "measures.*.sum": PARTS,
    "measures.*.ratio[]": PARTS,
    "measures.*.median": PARTS,
    "measures.*.share": PARTS,
    "measures.*.penetration": PARTS,
    "measures.*.index": PARTS
  }
};

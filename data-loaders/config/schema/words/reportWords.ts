import type {KeyWords} from "../described.ts";

/** What the editor and docs/reference.md say about `config/report.yaml`. */
export const REPORT_WORDS: KeyWords = {
  keys: {
    title: ["The title on the cover and on every page.", "title: Who shops when, and for what"],
    subtitle: ["The line under the title.", "subtitle: Final report on online grocery orders"],
    organisation: ["Whose report it is, printed on the cover.", "organisation: A grocer"],
    audience: ["Who it is written for, printed on the cover.", "audience: VP Marketing and SVP Sales"],
    version: ["Three numbers that name this version; its folder under dist/ is called so.", "version: 1.2.0"],
    date: ["The date on the cover, as year-month-day.", "date: 2026-11-22"],
    language: ["The language that the pages are written in.", "language: en"],
    paper: ["The paper of the PDFs.", "paper: A4"],
    summary: [
      "What summary.pdf shows, on at most four pages: pages of the report, whole or only what is named behind #.",
      "summary: [index, when#ad-schedule]"
    ],
    address: [
      "Where all versions are served, if anywhere; for canonical links and citations.",
      "address: https://reports.example.org/orders"
    ],
    privacy: ["What protects customers from being recognised.", "privacy: { customers_at_least: 10 }"],
    "privacy.customers_at_least": [
      "Nothing that describes fewer customers than this leaves the machine.",
      "customers_at_least: 10"
    ],
    "privacy.largest_customer_at_most": [
      "No sum of spend of which one customer makes up more than this leaves the machine; 50% unless it is said.",
      "largest_customer_at_most: 50%"
    ],
    "privacy.round_counts_to": [
      "Rounds every count to a multiple of 5 or 10, instead of hiding cells that protect others.",
      "round_counts_to: 5"
    ],
    segment_pages: [
      "Segmentations of customers that get a page for each segment.",
      "segment_pages: [profile]"
    ]
  },
  values: {
    paper: {A4: "210 × 297 mm", letter: "8.5 × 11 inches"}
  }
};

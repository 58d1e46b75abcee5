import {gzipSync} from "node:zlib";
import {FILES as FILE_NAMES} from "../baskets/shop.ts";
import {CLEAN} from "./cleanFiles.ts";
import {refused} from "./csvOutcome.ts";
import {everyRow, line, without} from "./fileEdits.ts";
import {all, SAME, NO_HEADER, byTable} from "./fileOutcomes.ts";
import type {FileAttack} from "./fileOutcomes.ts";

const utf16 = (text: string): Uint8Array => Buffer.from(text, "utf16le");
const utf16Big = (text: string): Uint8Array => Buffer.from(text, "utf16le").swap16();
const quoted = everyRow((cells) => cells.map((value) => `"${value}"`));
const PAGE =
  "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n<body>Your session has ended</body></html>\n";
const WORKBOOK = Buffer.from("504b0304140006000800000021009bd3ff8c0a0d0a", "hex");

/** Forms, encodings and headers of a whole file. */
export const FORM_ATTACKS: readonly FileAttack[] = [
  // what says the same in another way
  ["begins with a byte-order mark", (text) => `\uFEFF${text}`, all(SAME)],
  ["has Windows line ends", (text) => text.replaceAll("\n", "\r\n"), all(SAME)],
  [
    "has Windows line ends in every second line",
    (text) => text.replaceAll(/(\n[^\n]*)\n/g, "$1\r\n"),
    all(SAME)
  ],
  ["has quotes around every cell", quoted, all(SAME)],
  ["has no line end at its end", (text) => text.slice(0, -1), all(SAME)],
  ["has its columns in another order", everyRow((cells) => cells.toReversed()), all(SAME)],
  [
    "has spaces around its numbers",
    everyRow((cells, at) => cells.map((value) => (at > 0 && /^[\d.]+$/.test(value) ? ` ${value} ` : value))),
    all(SAME)
  ],
  // other encodings and other kinds of file
  [
    "is UTF-16 with a mark",
    (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(text)]),
    all(refused("is not UTF-8 text"))
  ],
  [
    "is big-endian UTF-16 with a mark",
    (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), utf16Big(text)]),
    all(refused("is not UTF-8 text"))
  ],
  ["is UTF-16 without a mark", utf16, all(NO_HEADER)],
  [
    "has Mac line ends",
    (text) => text.replaceAll("\n", "\r"),
    all(SAME, {
      orders: refused("its lines end in carriage returns alone", 1),
      items: refused("its lines end in carriage returns alone", 1)
    })
  ],
  ["is a web page", () => PAGE, all(NO_HEADER)],
  ["is a workbook", () => WORKBOOK, all(refused("it looks like a spreadsheet or a zip file"))],
  [
    "is gzipped, under the plain name",
    (text) => gzipSync(text),
    byTable((table) => refused(`is gzipped; call it ${FILE_NAMES[table]}.gz`))
  ],
  ["is empty", () => "", all(refused("is empty; a header line was expected"))],
  [
    "is two blank lines",
    () => "\n\n",
    byTable((table) =>
      refused(
        table === "orders" || table === "items" ? "the first line is blank" : "names none of the columns",
        1
      )
    )
  ],
  ["is a page of zero bytes", () => new Uint8Array(4096), all(NO_HEADER)],
  // another grammar
  ["has semicolons", (text) => text.replaceAll(",", ";"), all(refused("separated by semicolons", 1))],
  ["has tabs", (text) => text.replaceAll(",", "\t"), all(refused("separated by tabs", 1))],
  ["has bars", (text) => text.replaceAll(",", "|"), all(NO_HEADER)],
  ["begins with a line of its own about separators", (text) => `sep=,\n${text}`, all(NO_HEADER)],
  ["begins with a title", (text) => `Export of 2026-11-22\n\n${text}`, all(NO_HEADER)],
  // another header
  ["has no header", without(1), all(NO_HEADER)],
  ["has its first column twice", everyRow((cells) => [...cells, cells[0]!]), all(refused("twice", 1))],
  [
    "has a column without a name before the others",
    everyRow((cells, at) => [at === 0 ? "" : String(at - 1), ...cells]),
    all(refused('column "" is not declared', 1))
  ],
  [
    "has an empty column at its end",
    everyRow((cells) => [...cells, ""]),
    all(refused('column "" is not declared', 1))
  ],
  [
    "has a column that nobody declared",
    everyRow((cells, at) => [...cells, at === 0 ? "comment" : "fine"]),
    all(refused('column "comment" is not declared', 1))
  ],
  [
    "has a renamed first column",
    line(1, (old) => `x${old}`),
    byTable((table) => refused(`did you mean "x${CLEAN[table].split(",")[0]}"`, 1))
  ],
  ["has its header in capitals", line(1, (old) => old.toUpperCase()), all(refused("did you mean", 1))],
  [
    "lacks its first column",
    everyRow((cells) => cells.slice(1)),
    all(refused("no column", 1), {
      departments: refused('no column "department_id"', 1),
      aisles: refused('no column "aisle_id"', 1)
    })
  ]
];

import {problemLine} from "../../data-loaders/config/problem.ts";
import type {TableFlow} from "../../data-loaders/tables/populationFlow.ts";
import type {CheckedSegment, CheckedSegmentation, CheckResult} from "./checkResult.ts";
import {crossTable} from "./crossTable.ts";
import {inColumns} from "./inColumns.ts";
import {cut, heading} from "./terminalWords.ts";

/** Wide enough for two columns of segmentations, or one. */
const WIDTH = 100;
const GAP = 4;

/** For a terminal: rows of the tables, then the size of every segment in two columns, then warnings. */
export function checkText({flow, segmentations, unavailable, warnings}: CheckResult, width = WIDTH): string {
  const half = Math.floor((width - GAP) / 2);
  const lists = segmentations.filter(({cross}) => !cross).map((one) => segmentLines(one, half));
  const crosses = segmentations
    .filter(({cross}) => cross)
    .flatMap((one) => crossTable(one, width) ?? [segmentLines(one, width)]);
  return [
    ...flow.tables.flatMap(flowLines),
    "",
    ...(width < WIDTH ? lists.flatMap((block) => [...block, ""]) : [...inColumns(lists, half, GAP), ""]),
    ...crosses.flatMap((block) => [...block, ""]),
    ...unavailable.map(({name, because}) => `${name}: not in this report; ${because}`),
    ...warningLines(warnings)
  ]
    .join("\n")
    .trimEnd();
}

function warningLines(warnings: CheckResult["warnings"]): string[] {
  if (warnings.length === 0) return ["Nothing odd about the segmentations."];
  const head =
    warnings.length === 1
      ? "One warning (it stops nothing):"
      : `${warnings.length} warnings (they stop nothing):`;
  return [head, ...warnings.map((warning) => `  ${problemLine(warning)}`)];
}

function flowLines({file, rows_in, rows_used, set_aside}: TableFlow): string[] {
  return [
    `${file}: ${words(rows_in)} rows in, ${words(rows_used)} used`,
    ...set_aside.map(
      ({reason, rows, because, lines}) =>
        `  ${words(rows)} set aside: ${reason}${because ? ` (${because})` : ""}${lines.length > 0 ? `; first lines ${lines.slice(0, 3).join(", ")}` : ""}`
    )
  ];
}

const ROWS = {customer: "customers", order: "orders", item: "products"} as const;

const COUNT = 10;
const SHARE = 8;
const FLAG = 8;

/** `Loyalty, 2,000 customers` and a line for each segment. */
function segmentLines({name, title, grain, rows, segments}: CheckedSegmentation, width: number): string[] {
  const longest = Math.max(...segments.map(({label}) => label.length));
  const space = Math.min(longest, width - COUNT - SHARE - FLAG - 2);
  return [
    cut(`${heading(name, title)}, ${words(rows)} ${ROWS[grain]}`, width),
    ...segments.map((segment) => `  ${cut(segment.label, space).padEnd(space)}${sizeWords(segment)}`)
  ];
}

const sizeWords = ({count, share, flags}: CheckedSegment): string =>
  `${words(count).padStart(COUNT)}${percent(share).padStart(SHARE)}${flags.length > 0 ? `  ${flags.join(" ")}` : ""}`;

/** One decimal; a share that is not zero is not written as zero. */
function percent(share: number): string {
  const text = (100 * share).toFixed(1);
  return share > 0 && text === "0.0" ? "< 0.1 %" : `${text} %`;
}

const words = (value: number): string => value.toLocaleString("en-US");

import {cut, heading} from "./terminalWords.ts";
import type {CheckedSegment, CheckedSegmentation} from "./checkResult.ts";

const NARROWEST = 10;
const WIDEST = 20;

/** A cross as a table of customers; nothing where it is too wide for the terminal. */
export function crossTable(checked: CheckedSegmentation, width: number): string[][] | undefined {
  const {name, title, rows: all, segments, cross} = checked;
  if (!cross) return undefined;
  const [rows, columns] = cross;
  const head = 2 + Math.min(WIDEST + 4, Math.max(...rows.map((label) => label.length)));
  const space = Math.floor((width - head) / columns.length);
  if (space < NARROWEST + 2) return undefined;
  const wide = Math.min(
    space,
    WIDEST + 2,
    Math.max(NARROWEST + 2, ...columns.map((label) => label.length + 2))
  );
  return [
    [
      `${heading(name, title)}, ${all.toLocaleString("en-US")} customers`,
      `${" ".repeat(head)}${columns.map((label) => cut(label, wide - 2).padStart(wide)).join("")}`,
      ...rows.map(
        (label, row) =>
          `  ${cut(label, head - 2).padEnd(head - 2)}${segments
            .slice(row * columns.length, (row + 1) * columns.length)
            .map((segment) => size(segment).padStart(wide))
            .join("")}`
      )
    ]
  ];
}

const size = ({count, flags}: CheckedSegment): string =>
  flags.includes("empty")
    ? "–"
    : `${flags.includes("hidden") ? "hidden: " : ""}${count.toLocaleString("en-US")}`;

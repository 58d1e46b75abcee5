import type {FactDescription, Segmentation} from "../../data-loaders/config/segments.ts";
import type {
  ColumnContract,
  ColumnType,
  IgnoredColumn,
  TableContract
} from "../../data-loaders/config/sources.ts";
import {sentence} from "../figures/measureTitle.ts";
import {htmlTable} from "./htmlTable.ts";
import type {Report} from "./report.ts";

const typeWords: Readonly<Record<ColumnType, string>> = {
  id: "identifier",
  whole: "whole number",
  money: "amount of money",
  text: "text",
  category: "one of a few words"
};

/** What every table holds, column by column; then the facts and segmentations made of them. Markdown. */
export function dataDictionaryBlock({sources, segments}: Report): string {
  const tables = Object.values(sources.tables).flatMap((table) => [
    `### ${sentence(table.name)}`,
    tableHtml(table)
  ]);
  return [
    ...tables,
    "### Facts",
    factsHtml(segments.facts),
    "### Segmentations",
    segmentationsHtml(segments.segmentations)
  ].join("\n\n");
}

type Line = {readonly name: string; readonly file: string; readonly holds: string; readonly rules: string};

function tableHtml({name, file, columns, ignore}: TableContract): string {
  const lines: readonly Line[] = [...columns.map(columnLine), ...ignore.map(ignoredLine)];
  return htmlTable(
    `Columns of ${name}`,
    [
      {head: `Column of ${file}`, cell: (line: Line) => line.file},
      {head: "Called here", cell: (line: Line) => line.name},
      {head: "Holds", cell: (line: Line) => line.holds},
      {head: "What is done with it", cell: (line: Line) => line.rules}
    ],
    lines
  );
}

function columnLine(column: ColumnContract): Line {
  const {name, type, from, up_to, unit, values, references, missing, missing_above, optional} = column;
  const range = from === undefined && up_to === undefined ? "" : `${from ?? "…"} to ${up_to ?? "…"}`;
  const holds = [typeWords[type], range, unit ?? "", values ? values.join(", ") : ""]
    .filter(Boolean)
    .join("; ");
  const rules = [
    references ? `names a row of ${references}` : "",
    missing ? "may be empty: a missing value" : "",
    missing_above ? `above ${missing_above.bound} taken as missing: ${missing_above.because}` : "",
    optional ? "the file may lack it" : ""
  ];
  return {
    file: column.column,
    name: name.replaceAll("_", " "),
    holds,
    rules: sentence(rules.filter(Boolean).join("; "))
  };
}

function ignoredLine({column, because}: IgnoredColumn): Line {
  return {file: column, name: "–", holds: "not read", rules: sentence(because)};
}

function factsHtml(facts: readonly FactDescription[]): string {
  return htmlTable(
    "Facts",
    [
      {head: "Fact", cell: ({name}: FactDescription) => name.replaceAll("_", " ")},
      {head: "One value for each", cell: ({per}: FactDescription) => per},
      {head: "Says", cell: ({says}: FactDescription) => sentence(says)},
      {head: "Unit", cell: ({unit}: FactDescription) => unit}
    ],
    facts
  );
}

function segmentationsHtml(segmentations: readonly Segmentation[]): string {
  return htmlTable(
    "Segmentations",
    [
      {head: "Segmentation", cell: ({title}: Segmentation) => title},
      {head: "Splits", cell: ({grain}: Segmentation) => (grain === "item" ? "item lines" : `${grain}s`)},
      {head: "Segments", cell: ({segments}: Segmentation) => segments.map(({label}) => label).join("; ")}
    ],
    segmentations
  );
}

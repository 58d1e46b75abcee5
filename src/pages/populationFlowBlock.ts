import type {
  PopulationFlow,
  SetAside,
  TableFlow,
  ValueNote
} from "../../data-loaders/tables/populationFlow.ts";
import {sentence} from "../figures/measureTitle.ts";
import {htmlTable} from "./htmlTable.ts";

/** A step of the flow: a table's rows in, what was set aside and why, rows used. */
interface FlowStep {
  readonly words: string;
  readonly because: string;
  readonly rows: number;
  readonly sign: "" | "−" | "=";
}

/** The population flow as exact tables: what came in, what was set aside and why, what is used. */
export function populationFlowBlock({tables, values}: PopulationFlow): string {
  const notes = values.filter(({rows}) => rows > 0);
  const parts = tables.map(tableFlowHtml);
  if (notes.length > 0) parts.push(valueNotes(notes));
  return parts.join("\n\n");
}

function tableFlowHtml(flow: TableFlow): string {
  const steps: readonly FlowStep[] = [
    {words: "Rows in the file", because: "", rows: flow.rows_in, sign: ""},
    ...flow.set_aside.filter(({rows}) => rows > 0).map(stepOf),
    {words: "Rows used", because: "", rows: flow.rows_used, sign: "="}
  ];
  return `### ${sentence(flow.table)}\n\n${htmlTable(
    `Population flow of ${flow.table}`,
    [
      {head: flow.file, cell: ({words}: FlowStep) => words},
      {head: "Why", cell: ({because}: FlowStep) => because},
      {
        head: "Rows",
        cell: ({rows, sign}: FlowStep) => `${sign === "−" ? sign : ""}${rows.toLocaleString("en-US")}`,
        isNumber: true
      }
    ],
    steps,
    ({sign}) => sign === "="
  )}`;
}

function stepOf({reason, because, rows, kind}: SetAside): FlowStep {
  const why = sentence(because ?? (kind === "defect" ? "a defect of the data" : "a declared choice"));
  return {words: `Set aside: ${reason}`, because: why, rows, sign: "−"};
}

function valueNotes(notes: readonly ValueNote[]): string {
  return `### Values changed or missing in rows that are used\n\n${htmlTable(
    "Values changed or missing",
    [
      {head: "Column", cell: ({table, column}: ValueNote) => `${table}, ${column.replaceAll("_", " ")}`},
      {head: "What", cell: ({note}: ValueNote) => sentence(note)},
      {head: "Why", cell: ({because}: ValueNote) => sentence(because ?? "")},
      {head: "Rows", cell: ({rows}: ValueNote) => rows.toLocaleString("en-US"), isNumber: true}
    ],
    notes
  )}`;
}

import type {Measure, Measures} from "../../data-loaders/config/measures.ts";
import {unitWords} from "../figures/format.ts";
import {measureTitle, sentence} from "../figures/measureTitle.ts";
import {htmlTable} from "./htmlTable.ts";

/** Every measure with its definition, unit and base, as config/measures.yaml has them. */
export function definitionsBlock({measures, currency}: Measures): string {
  return htmlTable(
    "Definitions of the measures",
    [
      {head: "Measure", cell: (measure: Measure) => measureTitle(measure)},
      {head: "Definition", cell: ({says}: Measure) => sentence(says)},
      {head: "Unit", cell: (measure: Measure) => unitWords(measure, currency)},
      {head: "Base", cell: ({base}: Measure) => sentence(base)}
    ],
    measures
  );
}

import type {MadePublication} from "../../makePublication.ts";
import type {Sheet} from "./sheet.ts";

/** What is counted, and what is known of each customer, order or item. */
export function definitionSheets({config, segmented}: MadePublication): readonly Sheet[] {
  const {measures, currency} = config.measures;
  return [
    {
      name: "Measures",
      title: "Definitions: what is counted",
      lines: [],
      heads: ["Measure", "Definition", "Unit", "Base"],
      rows: measures.map(({name, says, unit, base}) => [name, says, unit.replace(/^money\b/, currency), base])
    },
    {
      name: "Facts",
      title: "Definitions: facts of customers and orders",
      lines: [],
      heads: ["Fact", "Definition", "Unit", "Of each"],
      rows: segmented.segments.facts.map(({name, says, unit, per}) => [name, says, unit, per])
    }
  ];
}

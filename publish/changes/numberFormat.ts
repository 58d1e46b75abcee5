import type {Measure, Measures} from "../../data-loaders/config/measures.ts";
import {formatOf} from "../../src/figures/format.ts";
import type {PublishedNumber} from "../../src/pages/publication.ts";

/** How a number of the report is written in tables, and a difference of two. */
export interface NumberFormat {
  readonly write: (value: number) => string;
  /** With its sign; of shares in points. */
  readonly difference: (value: number) => string;
}

/** The format of the number's measure; of what an analysis calls a value, the format of its unit. */
export function numberFormat(
  {measure, unit}: Pick<PublishedNumber, "measure" | "unit">,
  {measures, currency}: Measures
): NumberFormat {
  const known = measures.find(({name}) => name === measure);
  const {exact} = formatOf(known ?? byUnit(measure, unit), currency);
  return {
    write: exact,
    difference: (value) => {
      const sign = value < 0 ? "−" : "+";
      if (unit === "share") return `${sign}${(100 * Math.abs(value)).toFixed(2)} points`;
      return `${sign}${exact(Math.abs(value))}`;
    }
  };
}

/** Stands for a measure that is none of config/measures.yaml; only kind and unit decide how it is written. */
function byUnit(name: string, unit: string): Measure {
  return {kind: "ratio", over: ["items", "orders"], name, unit, base: "", says: ""};
}

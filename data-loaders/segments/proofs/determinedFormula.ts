import type {Segments} from "../../config/segments.ts";
import type {Sources} from "../../config/sources.ts";
import type {Band, Determination} from "./determinations.ts";
import {all, any, is} from "./formula.ts";
import type {Formula} from "./formula.ts";
import {segmentLogic} from "./logic.ts";
import type {Logic} from "./logic.ts";
import {classesWhere} from "./variable.ts";

/** A determination, and what it leaves possible. */
export interface Determined {
  readonly determination: Determination;
  readonly holds: Formula;
}

/** The rules as formulas, with the cut points of determinations among those of the rules. */
export function logicWith(
  found: readonly Determination[],
  segments: Segments,
  sources: Sources
): {readonly logic: Logic; readonly formulas: readonly Determined[]} {
  const named = new Map<string, (number | string)[]>();
  const name = (attribute: string, values: readonly (number | string | undefined)[]): void => {
    const list = named.get(subjectOf(attribute)) ?? [];
    list.push(...values.filter((value) => value !== undefined));
    named.set(subjectOf(attribute), list);
  };
  for (const {attribute, by, parts} of found)
    for (const {bands, value} of parts) {
      name(attribute, [value]);
      for (const [at, band] of bands.entries())
        name(by[at]!, "from" in band ? [band.from, band.to] : band.values);
    }
  const logic = segmentLogic(segments, sources, named);
  return {
    logic,
    formulas: found.map((determination) => ({determination, holds: formulaOf(determination, logic)}))
  };
}

const subjectOf = (attribute: string): string => `customer.${attribute}`;

function formulaOf({attribute, by, parts}: Determination, logic: Logic): Formula {
  const within = (name: string, band: Band): Formula => {
    const variable = logic.variable(subjectOf(name));
    return is(
      variable,
      classesWhere(variable, (value) =>
        "from" in band
          ? typeof value === "number" && value >= band.from && value <= band.to
          : band.values.includes(value)
      )
    );
  };
  return any(
    parts.map(({bands, value}) =>
      all([within(attribute, {values: [value]}), ...bands.map((band, at) => within(by[at]!, band))])
    )
  );
}

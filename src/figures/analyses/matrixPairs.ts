import type {PairMark} from "../../charts/triangleMatrix.ts";
import type {FigureContext} from "../figureContext.ts";
import type {FigureData} from "../figureData.ts";
import {figureMarks} from "../figureMarks.ts";
import {heatStep} from "../heatSteps.ts";

/** Effect sizes of association in words (Cohen 1988, section 7.2, for two by two and taken for all). */
const sizes = [
  [0.5, "strong"],
  [0.3, "medium"],
  [0.1, "weak"],
  [0, "hardly any"]
] as const;

/** Pairs of classifications, coloured by how strongly they go together. */
export function matrixPairs(
  data: FigureData,
  context: FigureContext
): {readonly names: readonly string[]; readonly pairs: readonly PairMark[]} {
  const names = [...new Set(data.rows.flatMap(({labels}) => labels.map(({name}) => name)))];
  const pairs = figureMarks(data, data.rows, context).map((mark, at): PairMark => {
    const [one, other] = data.rows[at]!.labels;
    const step = heatStep(mark.value, 1);
    const says = sizes.find(([from]) => mark.value >= from)?.[1];
    return {
      ...mark,
      pair: [names.indexOf(one!.name), names.indexOf(other!.name)],
      fill: `var(--${step})`,
      on: `var(--on-${step})`,
      ...(says && {says})
    };
  });
  return {names, pairs};
}

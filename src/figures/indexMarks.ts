import {colours} from "../charts/chartColours.ts";
import type {ChartMark} from "../charts/chartMark.ts";
import {VERDICT_WORDS} from "../../data-loaders/statistics/verdictWords.ts";
import type {FigureContext} from "./figureContext.ts";
import type {FigureData, FigureRow} from "./figureData.ts";
import {formatOf, tooFew} from "./format.ts";
import {measureTitle} from "./measureTitle.ts";

/** The measures of one row as indices against everyone; only what differs is coloured. */
export function indexMarks(data: FigureData, row: FigureRow, context: FigureContext): readonly ChartMark[] {
  return data.measures.map((measure, at) => {
    const value = (100 * row.values[at]!) / row.bases[at]!;
    const {exact} = formatOf(measure, context.measures.currency);
    const name = measureTitle(measure);
    const verdict = row.verdicts[at];
    const words = row.hidden
      ? `${tooFew} customers to show`
      : [
          exact(row.values[at]!),
          `all customers ${exact(row.bases[at]!)}`,
          verdict ? VERDICT_WORDS[verdict] : ""
        ]
          .filter(Boolean)
          .join(", ");
    const isPlain = verdict !== undefined && verdict !== "difference";
    return {
      name,
      short: name,
      value,
      label: row.hidden ? tooFew : Number.isFinite(value) ? value.toFixed(0) : "–",
      tip: `${row.labels[0]!.name}, ${name}: ${words}`,
      fill: isPlain ? colours.mark : value < 100 ? colours.under : colours.accent,
      on: colours.paper,
      hidden: row.hidden,
      labelled: false
    };
  });
}

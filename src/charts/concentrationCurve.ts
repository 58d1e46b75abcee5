import {areaY, axisX, axisY, dot, gridX, gridY, line, link, text} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {Drawing} from "./drawSvg.ts";
import {drawSvg} from "./drawSvg.ts";
import {fitText, textWidth} from "./textWidth.ts";
import {wrappedLines} from "./wrappedLines.ts";

/** Grain: one point of a curve. Shares from 0 to 1: of customers along, of what they bring upwards. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  /** What hover, touch and arrow keys show; points without are only drawn through. */
  readonly tip?: string;
  /** Written beside the point: `10% of customers place 33% of orders`. */
  readonly label?: string;
}

export interface ConcentrationOptions extends Drawing {
  /** Titles of the axes: `Share of customers, most orders first`. */
  readonly along: string;
  readonly upwards: string;
}

/** A concentration (Lorenz) curve from (0, 0) to (1, 1) against the line on which everyone brings the same. */
export function concentrationCurve(points: readonly CurvePoint[], options: ConcentrationOptions): string {
  const {size, along, upwards} = options;
  const height = size.name === "wide" ? 420 : 330;
  const left = Math.ceil(textWidth("100%", size.font)) + 10;
  const ticks = size.name === "wide" ? [0, 0.2, 0.4, 0.6, 0.8, 1] : [0, 0.25, 0.5, 0.75, 1];
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  const axis = {ticks, tickSize: 0, tickPadding: 6, tickFormat: percent, label: null, fill: colours.soft};
  const grid = {ticks, stroke: colours.rule, strokeOpacity: 1};
  const width = size.width - left - 18;
  const alongLines = wrappedLines(along, size.font, width);
  const labelled = points.filter(({label}) => label !== undefined);
  return drawSvg(options, height, {
    marginLeft: left,
    marginRight: 18,
    marginTop: size.font * 1.6 + 6,
    marginBottom: size.font * (1.4 + 1.2 * alongLines.length) + 8,
    x: {domain: [0, 1], axis: null},
    y: {domain: [0, 1], axis: null},
    marks: [
      gridX(grid),
      gridY(grid),
      axisX(axis),
      axisY(axis),
      areaY(points, {x: "x", y1: "x", y2: "y", fill: colours.accent, fillOpacity: 0.12}),
      link([0], {x1: 0, y1: 0, x2: 1, y2: 1, stroke: colours.soft, strokeDasharray: "4 3"}),
      line(points, {x: "x", y: "y", stroke: colours.accent, strokeWidth: 2.5}),
      dot(labelled, {x: "x", y: "y", r: 5, fill: colours.accent, stroke: colours.paper, strokeWidth: 1.5}),
      ...labelled.map((point) => callout(point, width, size.font)),
      axisTitle([fitText(upwards, size.font, size.width)], {
        frameAnchor: "top-left",
        dx: -left,
        dy: -size.font * 1.6
      }),
      axisTitle(alongLines, {
        frameAnchor: "bottom-left",
        dx: 0,
        dy: size.font * (1.2 + 1.2 * alongLines.length)
      }),
      dot(
        points.filter(({tip}) => tip !== undefined),
        {x: "x", y: "y", r: 9, fill: "transparent", ariaLabel: "tip"}
      )
    ]
  });
}

/** Words need this share of the width, else they stand on the other side of their point. */
const leastRoom = 0.3;

/** Beside its point, on the side where the curve is not: right of a curve above the diagonal, left of one below. */
function callout({x, y, label = ""}: CurvePoint, width: number, font: number) {
  const isAbove = y >= x;
  const isRight = isAbove ? 1 - x >= leastRoom : x < leastRoom;
  const room = (isRight ? 1 - x : x) * width - 14;
  const lines = wrappedLines(label, font, room);
  return text([{x, y}], {
    x: "x",
    y: "y",
    text: () => lines.join("\n"),
    textAnchor: isRight ? "start" : "end",
    lineAnchor: isAbove ? "top" : "bottom",
    dx: isRight ? 12 : -12,
    dy: isAbove ? 8 : -8,
    fill: colours.ink,
    stroke: colours.paper,
    strokeWidth: 4
  });
}

function axisTitle(
  lines: readonly string[],
  place: {readonly frameAnchor: "top-left" | "bottom-left"; readonly dx: number; readonly dy: number}
) {
  return text([lines.join("\n")], {
    ...place,
    textAnchor: "start",
    lineAnchor: place.frameAnchor === "top-left" ? "top" : "bottom",
    fill: colours.soft
  });
}

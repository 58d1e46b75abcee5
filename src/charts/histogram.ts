import {axisX, axisY, gridY, rect, ruleX, ruleY, text} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark} from "./chartMark.ts";
import {drawSvg, hatchFill} from "./drawSvg.ts";
import type {Drawing} from "./drawSvg.ts";
import {fitText, textWidth} from "./textWidth.ts";

/** Grain: one step of the scale; `value` is its amount. The end does not belong to it. */
export interface HistogramBin extends ChartMark {
  readonly from: number;
  readonly to: number;
}

/** Grain: one named range of the scale, such as a price range. Lines stand where two ranges meet. */
export interface HistogramBand {
  readonly name: string;
  /** Its amount in words: `31% of items`. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export interface HistogramOptions extends Drawing {
  readonly bands: readonly HistogramBand[];
  /** Writes places on the scale: `$5`. */
  readonly tick: (value: number) => string;
  /** Writes amounts. */
  readonly amount: (value: number) => string;
}

/** A distribution: bars without gaps on a scale of numbers, with the cut lines of named ranges. */
export function histogram(bins: readonly HistogramBin[], options: HistogramOptions): string {
  const {size, id, bands, tick, amount} = options;
  const [least, most] = [Math.min(...bins.map(({from}) => from)), Math.max(...bins.map(({to}) => to))];
  const highest = Math.max(Number.MIN_VALUE, ...bins.map(({value}) => value || 0));
  const left =
    Math.ceil(Math.max(...[0, highest / 2, highest].map((each) => textWidth(amount(each), size.font)))) + 8;
  const width = size.width - left - 8;
  const scale = (at: number) => ((at - least) / (most - least || 1)) * width;
  const placed = placedBands(bands, scale, size.font, width);
  const cuts = bands.map(({from}) => from).filter((from) => from > least && from < most);
  const lines = 1 + Math.max(0, ...placed.map(({line}) => line));
  const top = bands.length > 0 ? size.font * (2.9 * lines) + 4 : 6;
  const box = {x1: "from", x2: "to", y1: 0, insetLeft: 0.5, insetRight: 0.5} as const;
  const shown = bins.filter(({hidden}) => !hidden);
  return drawSvg(options, (size.name === "wide" ? 230 : 180) + top, {
    marginLeft: left,
    marginRight: 8,
    marginTop: top,
    marginBottom: size.font + 10,
    x: {domain: bins.length > 0 ? [least, most] : [0, 1], axis: null},
    y: {domain: [0, highest], axis: null},
    marks: [
      gridY({ticks: 3, stroke: colours.rule, strokeOpacity: 1}),
      axisY({ticks: 3, tickSize: 0, tickPadding: 6, tickFormat: amount, label: null, fill: colours.soft}),
      rect(shown, {...box, y2: ({value}: HistogramBin) => value || 0, fill: "fill"}),
      rect(
        bins.filter(({hidden}) => hidden),
        {...box, y2: highest * 0.06, fill: hatchFill(id)}
      ),
      ruleY([0], {stroke: colours.soft}),
      ruleX(cuts, {stroke: colours.ink, strokeDasharray: "3 3", insetTop: -6}),
      ...placed.flatMap(({band, line, x, room}) => bandName(band, x, room, {line, font: size.font})),
      axisX({
        ticks: size.name === "wide" ? 8 : 5,
        tickSize: 0,
        tickPadding: 6,
        label: null,
        tickFormat: tick,
        fill: colours.soft
      }),
      rect(bins, {x1: "from", x2: "to", y1: 0, y2: highest, fill: "transparent", ariaLabel: "tip"})
    ]
  });
}

interface PlacedBand {
  readonly band: HistogramBand;
  /** Lowest line of names is 0. */
  readonly line: number;
  /** Pixels from the left end of the scale to the middle of the words, and the room they have. */
  readonly x: number;
  readonly room: number;
}

/** Names over the middle of their ranges; a name that would touch the one before stands a line higher. */
function placedBands(
  bands: readonly HistogramBand[],
  scale: (at: number) => number,
  font: number,
  width: number
): PlacedBand[] {
  const ends: number[] = [];
  return bands.map((band) => {
    const words = Math.min(width, Math.max(textWidth(band.name, font), textWidth(band.label, font)));
    const middle = (scale(band.from) + scale(band.to)) / 2;
    const x = Math.min(width - words / 2, Math.max(words / 2, middle));
    const free = ends.findIndex((end) => end + 8 <= x - words / 2);
    const line = free < 0 ? ends.length : free;
    ends[line] = x + words / 2;
    return {band, line, x, room: words + 1};
  });
}

function bandName(
  {name, label}: HistogramBand,
  x: number,
  room: number,
  {line, font}: {readonly line: number; readonly font: number}
) {
  const top = -(line + 1) * font * 2.9 - 4;
  const place = {frameAnchor: "top-left", lineAnchor: "top", textAnchor: "middle", dx: x} as const;
  return [
    text([fitText(name, font, room)], {...place, dy: top, fill: colours.ink, fontWeight: 600}),
    text([fitText(label, font, room)], {...place, dy: top + font * 1.25, fill: colours.soft})
  ];
}

import type {ChartMark} from "../../../src/charts/chartMark.ts";
import {columns, mostOf} from "../../../src/charts/columns.ts";
import {concentrationCurve} from "../../../src/charts/concentrationCurve.ts";
import {decompositionBars} from "../../../src/charts/decompositionBars.ts";
import type {Drawing} from "../../../src/charts/drawSvg.ts";
import {heatmap} from "../../../src/charts/heatmap.ts";
import type {HeatmapRow} from "../../../src/charts/heatmap.ts";
import {histogram} from "../../../src/charts/histogram.ts";
import {indexBars} from "../../../src/charts/indexBars.ts";
import {intervalDots} from "../../../src/charts/intervalDots.ts";
import {pairedDots} from "../../../src/charts/pairedDots.ts";
import {rankedBars} from "../../../src/charts/rankedBars.ts";
import {stackedBars} from "../../../src/charts/stackedBars.ts";
import {triangleMatrix} from "../../../src/charts/triangleMatrix.ts";
import {weekSchedule} from "../../../src/charts/weekSchedule.ts";

/** Every chart form by its name, each drawn from plain marks. */
export const galleryForms: Readonly<
  Record<string, (marks: readonly ChartMark[], drawing: Drawing) => string>
> = {
  rankedBars,
  columns: (marks, drawing) => columns(marks, {...drawing, tick: compact}),
  indexBars,
  intervalDots: (marks, drawing) =>
    intervalDots(marks, {
      ...drawing,
      reference: 100,
      matters: {low: 95, high: 105},
      scale: "log",
      tick: compact
    }),
  pairedDots,
  stackedBars: (marks, drawing) => stackedBars([{name: "Share", marks: shares(marks)}], drawing),
  heatmap: (marks, drawing) => heatmap(weekRows(marks), drawing),
  weekSchedule: (marks, drawing) =>
    weekSchedule(
      weekRows(marks),
      marks.slice(0, 4).map(({name, label, tip}, at) => ({
        row: 0,
        from: at * 6,
        to: at * 6 + 3,
        label,
        tip: `${name}, ${tip}`,
        fill: "var(--accent)",
        on: "var(--paper)"
      })),
      drawing
    ),
  triangleMatrix: (marks, drawing) =>
    triangleMatrix(
      marks.map(({name}) => name),
      marks.flatMap((mark, row) =>
        marks
          .slice(0, row)
          .map((_, column) => ({...heated(mark, row + column), pair: [row, column] as const, says: "weak"}))
      ),
      drawing
    ),
  histogram: (marks, drawing) =>
    histogram(
      marks.map((mark, at) => ({...mark, from: at, to: at + 1})),
      {
        ...drawing,
        bands: marks.slice(0, 3).map(({name, label}, at, all) => ({
          name,
          label: `${label} of items`,
          from: at,
          to: at === all.length - 1 ? marks.length : at + 1
        })),
        tick: String,
        amount: compact
      }
    ),
  decompositionBars: (marks, drawing) =>
    decompositionBars(
      ["Buyers", "Orders of a buyer", "Items in an order"],
      marks.map((mark) => ({name: mark.name, factors: [mark, mark, mark]})),
      drawing
    ),
  concentrationCurve: (marks, drawing) =>
    concentrationCurve(curve(marks), {
      ...drawing,
      along: "Share of customers, most orders first",
      upwards: "Share of orders"
    })
};

function compact(value: number): string {
  return Math.abs(value) >= 1e6 ? value.toExponential(0) : String(Number(value.toPrecision(3)));
}

function shares(marks: readonly ChartMark[]): readonly ChartMark[] {
  const whole = marks.reduce((sum, {value}) => sum + (value || 0), 0) || 1;
  return marks.map((mark, at) => ({
    ...mark,
    value: mark.value / whole,
    fill: `var(--ramp-${(at % 6) + 1})`,
    on: `var(--on-ramp-${(at % 6) + 1})`
  }));
}

function weekRows(marks: readonly ChartMark[]): readonly HeatmapRow[] {
  const most = mostOf(marks);
  return marks.map(({name, short, value}, row) => ({
    name,
    short,
    marks: Array.from({length: 24}, (_, hour) => ({
      ...heated(marks[(row + hour) % marks.length]!, Math.round(((value || 0) / most) * 3) + (hour % 4)),
      short: String(hour)
    }))
  }));
}

function heated(mark: ChartMark, step: number): ChartMark {
  const name = `heat-${((step || 0) % 7) + 1}`;
  return {...mark, fill: `var(--${name})`, on: `var(--on-${name})`};
}

/** Each mark takes an equal part of the customers, and its part of the orders. */
function curve(marks: readonly ChartMark[]) {
  const values = marks.map(({value}) => value || 0).sort((a, b) => b - a);
  const whole = values.reduce((sum, value) => sum + value, 0) || 1;
  let y = 0;
  const points = values.map((value, at) => {
    y += value / whole;
    return {
      x: (at + 1) / values.length,
      y,
      tip: marks[at]!.tip,
      ...(at === 0 && {label: `${marks[0]!.name} place ${Math.round(100 * y)}% of orders`})
    };
  });
  return [{x: 0, y: 0}, ...points];
}

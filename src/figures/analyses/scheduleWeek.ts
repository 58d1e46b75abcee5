import type {WeekWindow} from "../../../data-loaders/analyses/windowPlan.ts";
import type {HeatmapRow} from "../../charts/heatmap.ts";
import {colours} from "../../charts/chartColours.ts";
import type {ScheduleWindow} from "../../charts/weekSchedule.ts";
import {chartKey} from "../chartKey.ts";
import type {AnalysisPicture} from "../figureData.ts";
import {hourName, tooFew} from "../format.ts";
import {codeAt} from "../aggregateCells.ts";
import {heatStep} from "../heatSteps.ts";
import {windowName} from "./scheduleData.ts";

/** The hours of the week as a heat map, and the proposed windows in it. */
export function scheduleWeek({
  plan: {busy, quiet},
  hours: cells
}: Extract<AnalysisPicture, {form: "schedule"}>): {
  readonly rows: readonly HeatmapRow[];
  readonly windows: readonly ScheduleWindow[];
  readonly key: string;
} {
  const days = cells.dimensions.find(({name}) => name === "day")!.labels;
  const orders = days.map(() => Array.from({length: 24}, () => Number.NaN));
  for (let cell = 0; cell < cells.cells; cell++)
    orders[codeAt(cells, cell, "day")]![codeAt(cells, cell, "hour")] = cells.parts.orders![cell]!;
  const most = Math.max(...orders.flat().filter(Number.isFinite), 0);
  const monday = Math.max(0, days.indexOf("Monday"));
  const shown = [...days.keys()].map((at) => (at + monday) % days.length);
  const windows = (kind: "busy" | "quiet", found: readonly WeekWindow[]) =>
    found.map((window, at) => windowMark(window, kind, at, shown.indexOf(window.day)));
  return {
    rows: shown.map((day) => dayRow(days[day]!, orders[day]!, most)),
    windows: [...windows("busy", busy), ...windows("quiet", quiet)],
    key: chartKey([
      {name: "busy windows", fill: colours.accent, hidden: false},
      {name: "quiet windows", fill: colours.under, hidden: false}
    ])
  };
}

function dayRow(name: string, orders: readonly number[], most: number): HeatmapRow {
  return {
    name,
    short: name.slice(0, 3),
    marks: orders.map((value, hour) => {
      const step = heatStep(value, most);
      const isHidden = Number.isNaN(value);
      const words = isHidden ? `${tooFew} customers to show` : `${value.toLocaleString("en-US")} orders`;
      return {
        name: hourName(hour),
        short: String(hour),
        value,
        label: "",
        tip: `${name}, ${hourName(hour)}: ${words}`,
        fill: `var(--${step})`,
        on: `var(--on-${step})`,
        hidden: isHidden,
        labelled: false
      };
    })
  };
}

function windowMark(window: WeekWindow, kind: "busy" | "quiet", at: number, row: number): ScheduleWindow {
  const perHour = Math.round(window.orders_per_hour).toLocaleString("en-US");
  return {
    row,
    from: window.from,
    to: window.to,
    label: `${at + 1}`,
    tip: `${windowName(window)}, ${kind}: ${perHour} orders per hour, ${(100 * window.week_share).toFixed(1)}% of the week`,
    fill: kind === "busy" ? colours.accent : colours.under,
    on: colours.paper
  };
}

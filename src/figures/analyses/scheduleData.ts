import type {Aggregate} from "../../../data-loaders/aggregates/aggregate.ts";
import type {WeekWindow} from "../../../data-loaders/analyses/windowPlan.ts";
import {windowPlan} from "../../../data-loaders/analyses/windowPlan.ts";
import type {AnalysisResult, AnalysisRow} from "./analysisRows.ts";

/** Windows of the week for advertisements: the busiest, and the quietest while people are awake. */
export function scheduleData(hours: Aggregate, whole: Aggregate): AnalysisResult {
  const plan = windowPlan(hours, whole);
  const customers = whole.parts.customers[0]!;
  const rowOf =
    (kind: string) =>
    (window: WeekWindow): AnalysisRow => ({
      labels: [kind, windowName(window)],
      values: [window.orders_per_hour, window.week_share, window.index, window.to - window.from],
      customers
    });
  return {
    titles: ["Kind", "Window"],
    rows: [...plan.busy.map(rowOf("Busy")), ...plan.quiet.map(rowOf("Quiet"))],
    customers,
    notes: ["Quiet windows are looked for between 7:00 and 23:00, when people can see an advertisement."],
    picture: {form: "schedule", plan, hours}
  };
}

/** `Sunday 10:00–13:59` */
export function windowName({day_label, from, to}: WeekWindow): string {
  return `${day_label} ${String(from).padStart(2, "0")}:00–${String(to - 1).padStart(2, "0")}:59`;
}

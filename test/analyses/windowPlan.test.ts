import {describe, expect, it} from "vitest";
import type {Aggregate} from "../../data-loaders/aggregates/aggregate.ts";
import {WINDOW_RULES, windowPlan} from "../../data-loaders/analyses/windowPlan.ts";

const DAYS = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const HOURS = Array.from({length: 24}, (_, hour) => String(hour));

/** A week of 100 orders an hour, other where said: [day, hour, orders]. */
function week(
  others: readonly (readonly [number, number, number])[],
  order: "day first" | "hour first" = "day first"
): [Aggregate, Aggregate] {
  const counts = new Float64Array(168).fill(100);
  const dayFirst = order === "day first";
  for (const [day, hour, orders] of others) counts[dayFirst ? day * 24 + hour : hour * 7 + day] = orders;
  const day = {name: "day", title: "Day", grain: "order", labels: DAYS, ordered: true} as const;
  const hour = {name: "hour", title: "Hour", grain: "order", labels: HOURS, ordered: true} as const;
  const hidden = Uint8Array.from(counts, (count) => (Number.isNaN(count) ? 1 : 0));
  const parts = {customers: counts, orders: counts};
  const total = Float64Array.of(counts.reduce((sum, count) => sum + (count || 0), 0));
  return [
    {dimensions: dayFirst ? [day, hour] : [hour, day], cells: 168, parts, hidden},
    {dimensions: [], cells: 1, parts: {customers: total, orders: total}, hidden: new Uint8Array(1)}
  ];
}

const told = ({busy, quiet}: ReturnType<typeof windowPlan>) =>
  [busy, quiet].map((kind) => kind.map(({day_label, from, to}) => `${day_label} ${from}-${to}`));

describe("a window plan", () => {
  it("names the busiest and quietest runs of hours, one a day, the strongest first", () => {
    const [hours, whole] = week([
      [1, 10, 300],
      [1, 11, 290],
      [1, 12, 280],
      [2, 9, 200],
      [2, 10, 250],
      [4, 20, 20],
      [4, 21, 20],
      [4, 22, 90]
    ]);
    const plan = windowPlan(hours, whole);
    expect(told(plan)[0]!.slice(0, 2)).toEqual(["Sunday 10-13", "Monday 9-11"]);
    expect(told(plan)[1]![0]).toBe("Wednesday 20-22");
    const [first] = plan.busy;
    expect(first).toMatchObject({day: 1, orders: 870, orders_per_hour: 290});
    expect(first!.week_share).toBeCloseTo(870 / whole.parts.orders![0]!, 12);
    expect(first!.index).toBeCloseTo((100 * 290) / plan.orders_per_hour, 9);
  });

  it("takes the earliest of equals, and stretches over hours that are alike, up to the most", () => {
    expect(told(windowPlan(...week([])))).toEqual([
      ["Saturday 7-11", "Sunday 7-11", "Monday 7-11"],
      ["Saturday 7-11", "Sunday 7-11", "Monday 7-11"]
    ]);
  });

  it("grows to the better side, and of equal ones to the earlier", () => {
    const peak = (before: number, after: number) =>
      told(
        windowPlan(
          ...week([
            [1, 9, before],
            [1, 10, 300],
            [1, 11, 300],
            [1, 12, after]
          ]),
          {...WINDOW_RULES, most: 3}
        )
      )[0]![0];
    expect(peak(290, 290)).toBe("Sunday 9-12");
    expect(peak(280, 290)).toBe("Sunday 10-13");
    expect(peak(269, 200)).toBe("Sunday 10-12");
  });

  it("does not depend on which dimension stands first", () => {
    const others = [
      [3, 15, 220],
      [3, 16, 230],
      [6, 8, 5]
    ] as const;
    expect(windowPlan(...week(others, "hour first"))).toEqual(windowPlan(...week(others)));
  });

  it("keeps to the hours in which people are awake, and to hours that are not hidden", () => {
    const night = [0, 1, 2, 3, 4, 5, 6].flatMap((hour) => [[2, hour, 1] as const]);
    expect(told(windowPlan(...week(night)))[1]).toEqual(["Saturday 7-11", "Sunday 7-11", "Monday 7-11"]);
    const all = windowPlan(...week(night), {...WINDOW_RULES, from: 0, to: 24});
    expect(told(all)[1]![0]).toBe("Monday 0-4");
    const hidden = Array.from({length: 24}, (_, hour) => [0, hour, Number.NaN] as const);
    expect(told(windowPlan(...week(hidden)))[0]).toEqual(["Sunday 7-11", "Monday 7-11", "Tuesday 7-11"]);
  });

  it("has no more windows than the week has days", () => {
    expect(windowPlan(...week([]), {...WINDOW_RULES, windows: 9}).busy.length).toBe(7);
  });
});

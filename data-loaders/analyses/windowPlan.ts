import type {Aggregate} from "../aggregates/aggregate.ts";

/** Windows of the week for advertisements: when the shop is busiest and when it is quiet. */
export interface WindowPlan {
  /** The busiest first. */
  readonly busy: readonly WeekWindow[];
  /** The quietest first. */
  readonly quiet: readonly WeekWindow[];
  /** Of the mean hour of the week. */
  readonly orders_per_hour: number;
}

/** Hours of one day, contiguous. */
export interface WeekWindow {
  /** Place of the day in the dimension `day`. */
  readonly day: number;
  readonly day_label: string;
  /** First hour, and the hour that it ends before: 9 and 12 are 9:00 to 12:00. */
  readonly from: number;
  readonly to: number;
  readonly orders: number;
  readonly orders_per_hour: number;
  /** Share of the orders of the whole week. */
  readonly week_share: number;
  /** 100 × orders per hour ÷ those of the mean hour of the week. */
  readonly index: number;
}

export interface WindowRules {
  /** So many of each kind, on different days. */
  readonly windows: number;
  /** Hours of a window. */
  readonly least: number;
  readonly most: number;
  /** Hours of the day in which a window may lie: when people are awake to see an advertisement. */
  readonly from: number;
  readonly to: number;
}

export const WINDOW_RULES: WindowRules = {windows: 3, least: 2, most: 4, from: 7, to: 23};

/** An hour joins a window as long as it differs from the window's mean by at most so much. */
const STRETCH = 0.1;

/**
 * Proposes windows: of all runs of `least` hours of a day the one with the most (fewest) orders, of equals the earliest
 * in the week. It grows by the better of the hours beside it, the earlier of equals, as long as that has at least 90 %
 * (at most 110 %) of the window's orders per hour. Then the same on the days that are left.
 * Hours that the gate hides are in no window.
 *
 * @param hours orders by `day` and `hour`, in either order
 * @param whole the one cell of everyone
 */
export function windowPlan(
  hours: Aggregate,
  whole: Aggregate,
  rules: WindowRules = WINDOW_RULES
): WindowPlan {
  const week = weekOf(hours);
  const total = whole.parts.orders![0]!;
  const orders_per_hour = total / 168;
  const described = (kind: Kind): WeekWindow[] =>
    windowsOf(week.orders, kind, rules).map(({day, from, to}) => {
      const orders = sum(week.orders[day]!, from, to);
      const perHour = orders / (to - from);
      const index = (100 * perHour) / orders_per_hour;
      const day_label = week.days[day]!;
      return {day, day_label, from, to, orders, orders_per_hour: perHour, week_share: orders / total, index};
    });
  return {busy: described(1), quiet: described(-1), orders_per_hour};
}

/** 1 for busy, −1 for quiet. */
type Kind = 1 | -1;

interface Run {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

function weekOf({dimensions, parts}: Aggregate): {
  days: readonly string[];
  orders: readonly (readonly number[])[];
} {
  const day = dimensions.findIndex(({name}) => name === "day");
  const hour = dimensions.findIndex(({name}) => name === "hour");
  if (day < 0 || hour < 0 || dimensions.length !== 2) throw new Error("windows need orders by day and hour");
  const [dayStep, hourStep] = day < hour ? [24, 1] : [1, 7];
  const days = dimensions[day]!.labels;
  const orders = days.map((_, at) =>
    Array.from({length: 24}, (_h, clock) => parts.orders![at * dayStep + clock * hourStep]!)
  );
  return {days, orders};
}

function windowsOf(orders: readonly (readonly number[])[], kind: Kind, rules: WindowRules): Run[] {
  const found: Run[] = [];
  while (found.length < rules.windows) {
    const left = [...orders.keys()].filter((day) => !found.some((window) => window.day === day));
    const runs = left.flatMap((day) => runsOf(day, rules));
    const best = bestRun(runs, orders, kind);
    if (!best) break;
    found.push(grown(best, orders[best.day]!, kind, rules));
  }
  return found;
}

function runsOf(day: number, {least, from, to}: WindowRules): Run[] {
  const starts = Array.from({length: Math.max(0, to - from - least + 1)}, (_, at) => from + at);
  return starts.map((start) => ({day, from: start, to: start + least}));
}

function bestRun(runs: readonly Run[], orders: readonly (readonly number[])[], kind: Kind): Run | undefined {
  const value = ({day, from, to}: Run): number => kind * sum(orders[day]!, from, to);
  const known = runs.filter((run) => !Number.isNaN(value(run)));
  return known.reduce<Run | undefined>(
    (best, run) => (best && value(best) >= value(run) ? best : run),
    undefined
  );
}

function grown(run: Run, orders: readonly number[], kind: Kind, rules: WindowRules): Run {
  const {from, to} = run;
  const limit = (1 - kind * STRETCH) * (sum(orders, from, to) / (to - from));
  const fits = (hour: number): boolean =>
    hour >= rules.from && hour < rules.to && kind * orders[hour]! >= kind * limit;
  if (to - from >= rules.most) return run;
  const [before, after] = [from - 1, to].map((hour) =>
    fits(hour) ? kind * orders[hour]! : Number.NEGATIVE_INFINITY
  );
  if (before === after && before === Number.NEGATIVE_INFINITY) return run;
  return grown(before! >= after! ? {...run, from: from - 1} : {...run, to: to + 1}, orders, kind, rules);
}

const sum = (orders: readonly number[], from: number, to: number): number =>
  orders.slice(from, to).reduce((total, count) => total + count, 0);

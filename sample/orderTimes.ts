import {AliasTable} from "./aliasTable.ts";
import type {Random} from "../data-loaders/statistics/random.ts";

/** Share of orders by day 0 to 6, in percent: the first two are the busiest. */
const DAYS: readonly number[] = [17.5, 17.2, 13.7, 12.8, 12.5, 13.2, 13.1];
/** Share of orders by hour, per mille: busy from 9 to 17, quiet at night. */
const HOURS: readonly number[] = [
  6.5, 3.5, 2, 1.5, 1.6, 2.8, 9, 27, 52, 76, 84, 83, 80, 81, 83, 83, 80, 67, 53, 41, 30, 23, 18, 11.7
];
/** Share of orders that a customer places at the usual hour. */
const USUAL_SHARE = 0.35;
/** By how many hours the early orders of the planted age band are earlier; hours before that become hour 0. */
export const EARLY_HOURS = 2;

/** Draws when an order is placed. */
export class OrderTimes {
  private readonly days = new AliasTable(DAYS);
  private readonly usual = new AliasTable(HOURS);
  private readonly hours: readonly AliasTable[];

  constructor() {
    const later = new AliasTable(HOURS.map((share, hour) => share * (hour < 12 ? 0.85 : 1.12)));
    const earlier = new AliasTable(HOURS.map((share, hour) => share * (hour < 12 ? 1.2 : 0.9)));
    this.hours = [later, earlier, ...Array.from({length: 5}, () => this.usual)];
  }

  usualHour(random: Random): number {
    return this.usual.draw(random);
  }

  day(random: Random): number {
    return this.days.draw(random);
  }

  hour(day: number, usualHour: number, earlyShare: number, random: Random): number {
    const hour = random.chance(USUAL_SHARE) ? usualHour : this.hours[day]!.draw(random);
    return random.chance(earlyShare) ? Math.max(0, hour - EARLY_HOURS) : hour;
  }
}

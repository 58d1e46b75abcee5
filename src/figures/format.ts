import type {FigureMeasure} from "./figureMeasure.ts";

/** Every way a number is written in the report, for one measure. Money comes in cents, shares from 0 to 1. */
export interface Format {
  /** In sentences and headlines: rounded, one decimal of a percent at most. Symbols, but no unit words. */
  readonly prose: (value: number) => string;
  /** On marks and axes: as short as can be. */
  readonly label: (value: number) => string;
  /** In tables: as exact as is worth reading. */
  readonly exact: (value: number) => string;
}

/** What stands for a cell that describes fewer customers than the threshold. */
export const tooFew = "too few";
/** What prose says in the place of a number of too few customers. */
export const tooFewToSay = `${tooFew} customers to say`;
/** What stands for a value that does not exist, such as a mean over nothing. */
export const noValue = "–";

/** `currency` is a symbol such as `$`, written before, or a code such as `EUR`, written before with a space. */
export function formatOf(measure: FigureMeasure, currency: string): Format {
  const {unit} = measure;
  if (unit === "money" || unit.startsWith("money ")) return guarded(moneyFormat(currency));
  if (unit === "share") return guarded(shareFormat);
  if (unit === "index") return guarded(indexFormat);
  if (measure.kind === "analysis") return guarded(decimalFormat(measure.decimals));
  if (measure.kind === "total") return guarded(countFormat);
  return guarded(measure.kind === "median" ? medianFormat : meanFormat);
}

/** How the difference of two values is written: that of shares in points, since a percent of percents misleads. */
export function differenceFormatOf(measure: FigureMeasure, currency: string): Format {
  return measure.unit === "share" ? guarded(pointsFormat) : formatOf(measure, currency);
}

/** `7.70 to 7.84`, as exact as in tables. */
export function intervalText(
  {low, high}: {readonly low: number; readonly high: number},
  {exact}: Pick<Format, "exact">
): string {
  return `${exact(low)} to ${exact(high)}`;
}

/** Writes the ticks of an axis that ends at `most`: all alike, without decimals that say nothing. */
export function axisFormat(
  measure: FigureMeasure,
  currency: string,
  most: number
): (value: number) => string {
  const {unit} = measure;
  if (unit === "share") return (share) => `${trimmed(100 * share, 2)}%`;
  const isMoney = unit === "money" || unit.startsWith("money ");
  const [divisor, suffix] = scaleOf(isMoney ? most / 100 : most);
  const before = isMoney ? symbolOf(currency) : "";
  return (value) => {
    if (value === 0) return `${before}0`;
    const amount = (isMoney ? value / 100 : value) / divisor;
    return `${before}${isMoney && suffix === "" && amount % 1 !== 0 ? grouped(amount, 2) : trimmed(amount, 2)}${suffix}`;
  };
}

function scaleOf(most: number): readonly [divisor: number, suffix: string] {
  if (most >= 1e9) return [1e9, "bn"];
  if (most >= 1e6) return [1e6, "M"];
  return most >= 2e4 ? [1e3, "k"] : [1, ""];
}

/** `items per order`, `$ per item`, `% of …`: the unit in the reader's words, for axes and table heads. */
export function unitWords({unit}: FigureMeasure, currency: string): string {
  if (unit === "share") return "%";
  if (unit === "index") return "everyone = 100";
  return unit.replace(/^money\b/, currency);
}

const countFormat: Format = {
  prose: (value) => (value >= 1e7 ? `${grouped(value / 1e6, 1)} million` : grouped(value, 0)),
  label: (value) => compact(value, 0),
  exact: (value) => grouped(value, 0)
};

const meanFormat: Format = {
  prose: (value) => grouped(value, 1),
  label: (value) => (value >= 1e4 ? compact(value, 0) : grouped(value, 1)),
  exact: (value) => grouped(value, 2)
};

function decimalFormat(decimals: number): Format {
  const write = (value: number) => grouped(value, decimals);
  return decimals === 0 ? countFormat : {prose: write, label: write, exact: write};
}

/** A median of whole numbers is whole, or a half. */
const medianFormat: Format = {
  prose: (value) => trimmed(value, 1),
  label: (value) => trimmed(value, 1),
  exact: (value) => trimmed(value, 1)
};

const indexFormat: Format = {
  prose: (value) => grouped(value, 0),
  label: (value) => grouped(value, 0),
  exact: (value) => grouped(value, 1)
};

const shareFormat: Format = {
  prose: (share) => percent(share, 1),
  label: (share) => percent(share, Math.abs(share) >= 0.0995 ? 0 : 1),
  exact: (share) => `${grouped(100 * share, 2)}%`
};

const pointsFormat: Format = {
  prose: (share) => `${grouped(100 * share, 1)} points`,
  label: (share) => `${grouped(100 * share, 1)} points`,
  exact: (share) => `${grouped(100 * share, 2)} points`
};

function moneyFormat(currency: string): Format {
  const symbol = symbolOf(currency);
  const signed = (cents: number, write: (amount: number) => string) =>
    `${cents < 0 ? "−" : ""}${symbol}${write(Math.abs(cents) / 100)}`;
  return {
    prose: (cents) =>
      signed(cents, (amount) => (amount >= 1e6 ? `${grouped(amount / 1e6, 2)} million` : amountText(amount))),
    label: (cents) => signed(cents, (amount) => (amount >= 1e4 ? compact(amount, 1) : amountText(amount))),
    exact: (cents) => signed(cents, (amount) => grouped(amount, 2))
  };
}

const symbolOf = (currency: string) => (/[A-Za-z]$/.test(currency) ? `${currency} ` : currency);
const amountText = (amount: number) => grouped(amount, amount >= 1000 ? 0 : 2);

/** No share but none is called 0%, and no share but all 100%. */
function percent(share: number, decimals: number): string {
  const least = 10 ** -decimals;
  const value = 100 * share;
  if (value > 0 && value < least / 2) return `<${least}%`;
  if (value < 100 && value >= 100 - least / 2) return `>${100 - least}%`;
  return value === 0 || value === 100 ? `${value}%` : `${grouped(value, decimals)}%`;
}

/** 12,345 → 12,345; 123,456 → 123k; 3,421,083 → 3.4M. */
function compact(value: number, decimals: number): string {
  if (value >= 1e9) return `${trimmed(value / 1e9, 1)}bn`;
  if (value >= 1e6) return `${trimmed(value / 1e6, 1)}M`;
  if (value >= 1e5) return `${grouped(value / 1e3, 0)}k`;
  return trimmed(value, decimals);
}

/** Without the decimals when they are all zero. */
function trimmed(value: number, decimals: number): string {
  const text = grouped(value, decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Fixed decimals, commas between thousands, a true minus: the same on every machine and locale. */
function grouped(value: number, decimals: number): string {
  const [whole = "", part] = Math.abs(value).toFixed(decimals).split(".");
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Not a number is written as no value, so that no NaN is ever read. */
function guarded({prose, label, exact}: Format): Format {
  const or = (write: (value: number) => string) => (value: number) =>
    Number.isFinite(value) ? write(value) : noValue;
  return {prose: or(prose), label: or(label), exact: or(exact)};
}

/**
 * A share in everyday words: 0.083 → `1 in 12`, 0.42 → `3 in 7`, 0.97 → `97 in 100`. The smallest numbers that come
 * within a twenty-fifth of it.
 */
export function oneIn(share: number): string {
  if (!(share > 0)) return Number.isFinite(share) ? "none" : noValue;
  if (share >= 1) return "all";
  if (share < 0.11) return `1 in ${grouped(1 / share, 0)}`;
  for (let of = 2; of <= 10; of++) {
    const some = Math.round(share * of);
    if (some > 0 && some < of && Math.abs(some / of - share) <= share / 25) return `${some} in ${of}`;
  }
  return `${Math.min(99, Math.round(share * 100))} in 100`;
}

/** How many times as much: 1.34 → `1.3 times`, 12.6 → `13 times`. */
export function times(ratio: number): string {
  return Number.isFinite(ratio) ? `${trimmed(ratio, ratio < 10 ? 1 : 0)} times` : noValue;
}

/** The hour of day 0 to 23 in prose and tables: 10 → `10:00–10:59`. */
export function hourName(hour: number): string {
  const start = String(hour).padStart(2, "0");
  return `${start}:00–${start}:59`;
}

/** File sizes beside download links; a file is never of 0 kB. */
export function fileSize(bytes: number): string {
  return bytes < 1e6 ? `${grouped(Math.max(1, bytes / 1000), 0)} kB` : `${grouped(bytes / 1e6, 1)} MB`;
}

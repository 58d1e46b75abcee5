import type {Take} from "../config/segments.ts";

/** The take over the values of the rows that pass; `rows` is the number of all rows, the base of a share. NaN for none. */
export function takenValue(take: Take, values: number[], rows: number): number {
  switch (take) {
    case "count":
      return values.length;
    case "share":
      return rows === 0 ? Number.NaN : values.length / rows;
    case "first":
      return values[0] ?? Number.NaN;
    case "last":
      return values.at(-1) ?? Number.NaN;
    case "median":
      return median(values);
    case "most_common":
      return mostCommon(values);
    default:
      return values.length === 0 ? Number.NaN : folded(take, values);
  }
}

function folded(take: "sum" | "mean" | "min" | "max", values: readonly number[]): number {
  let result = take === "sum" || take === "mean" ? 0 : values[0]!;
  for (const value of values)
    result =
      take === "min" ? Math.min(result, value) : take === "max" ? Math.max(result, value) : result + value;
  return take === "mean" ? result / values.length : result;
}

/** The middle value, or the mean of the two middle ones. */
function median(values: number[]): number {
  if (values.length === 0) return Number.NaN;
  sortAscending(values);
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
}

/** The value that stands most often; of several the smallest. */
function mostCommon(values: number[]): number {
  sortAscending(values);
  let best = Number.NaN;
  let most = 0;
  for (let from = 0, at = 1; at <= values.length; at++) {
    if (values[at] === values[from]) continue;
    if (at - from > most) {
      most = at - from;
      best = values[from]!;
    }
    from = at;
  }
  return best;
}

const FEW = 100;

/** A few values by insertion: calling the comparison of a sort takes longer than all the rest. */
function sortAscending(values: number[]): void {
  if (values.length > FEW) {
    values.sort((a, b) => a - b);
    return;
  }
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
}

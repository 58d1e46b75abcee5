import type {Take} from "../config/segments.ts";

/** The values of the rows that pass, none of them missing: the first `count`, in memory that is used again and again. */
export interface TakenValues {
  readonly values: Float64Array;
  count: number;
}

/** The take over the values of the rows that pass; `rows` is the number of all rows, the base of a share. NaN for none. */
export function takenValue(take: Take, {values, count}: TakenValues, rows: number): number {
  if (take === "count") return count;
  if (take === "share") return rows === 0 ? Number.NaN : count / rows;
  if (count === 0) return Number.NaN;
  switch (take) {
    case "first":
      return values[0]!;
    case "last":
      return values[count - 1]!;
    case "median":
      return median(values, count);
    case "most_common":
      return mostCommon(values, count);
    default:
      return folded(take, values, count);
  }
}

function folded(take: "sum" | "mean" | "min" | "max", values: Float64Array, count: number): number {
  let result = values[0]!;
  for (let at = 1; at < count; at++) {
    const value = values[at]!;
    if (take === "min") result = value < result ? value : result;
    else if (take === "max") result = value > result ? value : result;
    else result += value;
  }
  return take === "mean" ? result / count : result;
}

/** The middle value, or the mean of the two middle ones. */
function median(values: Float64Array, count: number): number {
  sortAscending(values, count);
  const middle = count >> 1;
  return count % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
}

/** The value that stands most often; of several the smallest. */
function mostCommon(values: Float64Array, count: number): number {
  sortAscending(values, count);
  let best = Number.NaN;
  let most = 0;
  for (let from = 0, at = 1; at <= count; at++) {
    if (at < count && values[at] === values[from]) continue;
    if (at - from > most) {
      most = at - from;
      best = values[from]!;
    }
    from = at;
  }
  return best;
}

const FEW = 100;

/** A few values by insertion: calling a sort takes longer than all the rest. */
function sortAscending(values: Float64Array, count: number): void {
  if (count > FEW) {
    values.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
}

/** Ranks from 1 for the least; equal values share their mean rank, NaN has none. `ties`: Σ(t³ − t) over groups of t equal ones. */
export function midRanks(values: Float64Array): {readonly ranks: Float64Array; readonly ties: number} {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const rankFrom = new Float64Array(sorted.length);
  let ties = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    rankFrom[from] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
  }
  return {ranks: values.map((value) => rankFrom[firstPlace(sorted, value)] ?? Number.NaN), ties};
}

/** Of the first of the values that are not less; all are less than NaN. */
function firstPlace(sorted: Float64Array, value: number): number {
  if (Number.isNaN(value)) return sorted.length;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

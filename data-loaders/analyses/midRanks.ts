/** Ranks from 1 for the least; equal values share their mean rank, NaN has none. `ties`: Σ(t³ − t) over groups of t equal ones. */
export function midRanks(values: Float64Array): {readonly ranks: Float64Array; readonly ties: number} {
  const order = ascending(values);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  let ties = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    const value = values[order[from]!]!;
    while (to < order.length && values[order[to]!] === value) to++;
    for (let place = from; place < to; place++) ranks[order[place]!] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
  }
  return {ranks, ties};
}

const DIGIT = 16;
const DIGITS = 2 ** DIGIT;

/**
 * Indices of the values, NaN aside, the least first: sorted digit by digit, the last first (Knuth 1998, "The Art of
 * Computer Programming" 3, section 5.2.5). To sort the values and to find each of them takes three times as long.
 */
function ascending(values: Float64Array): Uint32Array {
  const {indices, low, high} = sortable(values);
  let order: Uint32Array = indices;
  let next: Uint32Array = new Uint32Array(order.length);
  for (const word of [low, high]) {
    for (const shift of [0, DIGIT]) {
      if (sortDigit(word, shift, order, next)) [order, next] = [next, order];
    }
  }
  return order;
}

/** Of all that have a value: two whole numbers that, the high one first, compare as the values do. */
function sortable(values: Float64Array): {indices: Uint32Array; low: Uint32Array; high: Uint32Array} {
  const bits = new Uint32Array(values.slice().buffer); // little-endian, as all that Node runs on
  const [low, high] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  const indices = new Uint32Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    if (Number.isNaN(values[at])) continue;
    indices[count++] = at;
    if (values[at] === 0) {
      high[at] = 0x80000000; // both zeros
      continue;
    }
    const sign = -(bits[2 * at + 1]! >>> 31);
    high[at] = bits[2 * at + 1]! ^ (sign | 0x80000000);
    low[at] = bits[2 * at]! ^ sign;
  }
  return {indices: indices.slice(0, count), low, high};
}

/** Brings `order` into `next`, ordered by one digit; false where all have the same. */
function sortDigit(words: Uint32Array, shift: number, order: Uint32Array, next: Uint32Array): boolean {
  const starts = new Uint32Array(DIGITS + 1);
  for (let place = 0; place < order.length; place++)
    starts[((words[order[place]!]! >>> shift) & (DIGITS - 1)) + 1]!++;
  if (starts.includes(order.length)) return false;
  for (let digit = 1; digit < DIGITS; digit++) starts[digit]! += starts[digit - 1]!;
  for (let place = 0; place < order.length; place++) {
    const at = order[place]!;
    next[starts[(words[at]! >>> shift) & (DIGITS - 1)]!++] = at;
  }
  return true;
}

/** A digit has so many bits; 6 of them make a number of 64 bits. */
const DIGIT: u64 = 11;
const DIGITS: u64 = 1 << DIGIT;
const PASSES: u64 = 6;
const SIGN: u64 = 1 << 63;

/**
 * Places of `count` numbers, those that are none aside, the least first; both zeros are equal, and equal numbers stand as
 * they stood. Sorted digit by digit, the last first (Knuth 1998, "The Art of Computer Programming" 3, section 5.2.5).
 *
 * @param values f64; each is replaced by a whole number that compares as the value does
 * @param places u32 by number, gets the result; `other` likewise, for work
 * @param starts 6 × 2,048 u32, for work
 * @returns how many there are
 */
export function sortPlaces(values: usize, count: u32, places: usize, other: usize, starts: usize): u32 {
  memory.fill(starts, 0, ((PASSES * DIGITS) as usize) << 2);
  let found: u32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const place = values + ((at as usize) << 3);
    const value = load<f64>(place);
    if (Number.isNaN(value)) continue;
    const key = keyOf(value);
    store<u64>(place, key);
    store<u32>(places + ((found as usize) << 2), at);
    found++;
    for (let pass: u64 = 0; pass < PASSES; pass++) {
      const start = startOf(starts, pass, key);
      store<u32>(start, load<u32>(start) + 1);
    }
  }
  let from = places;
  let to = other;
  for (let pass: u64 = 0; pass < PASSES && found > 0; pass++) {
    const first = load<u64>(values + ((load<u32>(from) as usize) << 3));
    if (load<u32>(startOf(starts, pass, first)) === found) continue; // all have the same digit
    sumUp(starts + (((pass * DIGITS) as usize) << 2));
    for (let at: u32 = 0; at < found; at++) {
      const place = load<u32>(from + ((at as usize) << 2));
      const start = startOf(starts, pass, load<u64>(values + ((place as usize) << 3)));
      const next = load<u32>(start);
      store<u32>(start, next + 1);
      store<u32>(to + ((next as usize) << 2), place);
    }
    const filled = to;
    to = from;
    from = filled;
  }
  if (from !== places) memory.copy(places, from, (found as usize) << 2);
  return found;
}

/**
 * Ranks from 1 for the least; equal numbers share their mean rank, and those that are none have none.
 *
 * @param keys what `sortPlaces` left of the numbers; `places`, `found`: what it found
 * @param ranks f64 by number, `count` of them
 * @returns Σ(t³ − t) over groups of t equal ones
 */
export function rankPlaces(keys: usize, places: usize, found: u32, ranks: usize, count: u32): f64 {
  for (let at: u32 = 0; at < count; at++) store<f64>(ranks + ((at as usize) << 3), NaN);
  let ties: f64 = 0;
  let to: u32 = 0;
  for (let from: u32 = 0; from < found; from = to) {
    const key = keyAt(keys, places, from);
    do to++;
    while (to < found && keyAt(keys, places, to) === key);
    const rank = ((from as f64) + 1 + (to as f64)) / 2;
    for (let at = from; at < to; at++)
      store<f64>(ranks + ((load<u32>(places + ((at as usize) << 2)) as usize) << 3), rank);
    const equal = (to - from) as f64;
    ties += equal * equal * equal - equal;
  }
  return ties;
}

function keyAt(keys: usize, places: usize, at: u32): u64 {
  return load<u64>(keys + ((load<u32>(places + ((at as usize) << 2)) as usize) << 3));
}

function keyOf(value: f64): u64 {
  if (value === 0) return SIGN;
  const bits = reinterpret<u64>(value);
  return bits & SIGN ? ~bits : bits | SIGN;
}

/** Where a digit is counted, and later where the next number with it comes. */
function startOf(starts: usize, pass: u64, key: u64): usize {
  return starts + (((pass * DIGITS + ((key >> (pass * DIGIT)) & (DIGITS - 1))) as usize) << 2);
}

/** Counts of digits become the places of their first. */
function sumUp(starts: usize): void {
  let sum: u32 = 0;
  for (let digit: usize = 0; digit < (DIGITS as usize); digit++) {
    const at = starts + (digit << 2);
    const count = load<u32>(at);
    store<u32>(at, sum);
    sum += count;
  }
}

import {at4} from "./layouts/rows.ts";

/** A run whose order is not in the file. */
const NO_ROW: u32 = 0xffffffff;

/**
 * Sorts runs of items by the stretch of their order's row, `row >> bits`; those of a stretch stay in their order, those
 * without a row are left out.
 *
 * @param runStart u32, runs + 1, places in `item`, u32
 * @param runRow u32 by run, or NO_ROW
 * @param starts u32, stretches + 1: gets the first run of each stretch, then the number of runs
 * @param places u32, stretches: for work
 * @param toItem gets the items; `toRow`, `toStart` u32 their runs, each with its place in `toItem` plus `first`, and behind
 *   the last the end
 * @returns how many items there are
 */
export function gatherRuns(
  item: usize,
  runStart: usize,
  runRow: usize,
  runs: u32,
  bits: u32,
  stretches: u32,
  starts: usize,
  places: usize,
  toItem: usize,
  toRow: usize,
  toStart: usize,
  first: u32
): u32 {
  memory.fill(starts, 0, at4(stretches + 1));
  memory.fill(places, 0, at4(stretches));
  for (let run: u32 = 0; run < runs; run++) {
    const row = load<u32>(runRow + at4(run));
    if (row === NO_ROW) continue;
    const stretch = at4(row >> bits);
    const length = load<u32>(runStart + at4(run + 1)) - load<u32>(runStart + at4(run));
    store<u32>(starts + stretch, load<u32>(starts + stretch) + 1);
    store<u32>(places + stretch, load<u32>(places + stretch) + length);
  }
  const items = sumsBefore(places, stretches);
  const kept = sumsBefore(starts, stretches);
  store<u32>(starts + at4(stretches), kept);
  for (let run: u32 = 0; run < runs; run++) {
    const row = load<u32>(runRow + at4(run));
    if (row === NO_ROW) continue;
    const stretch = at4(row >> bits);
    const to = load<u32>(starts + stretch);
    const place = load<u32>(places + stretch);
    const from = load<u32>(runStart + at4(run));
    const length = load<u32>(runStart + at4(run + 1)) - from;
    store<u32>(toRow + at4(to), row);
    store<u32>(toStart + at4(to), first + place);
    copied(item + at4(from), toItem + at4(place), length);
    store<u32>(starts + stretch, to + 1);
    store<u32>(places + stretch, place + length);
  }
  // Each stretch's next run has become the first of the stretch after it.
  memory.copy(starts + 4, starts, at4(stretches - 1));
  store<u32>(starts, 0);
  store<u32>(toStart + at4(kept), first + items);
  return items;
}

/** In place of each number the sum of those before; returns the sum of all. */
function sumsBefore(numbers: usize, count: u32): u32 {
  let sum: u32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const number = load<u32>(numbers + at4(at));
    store<u32>(numbers + at4(at), sum);
    sum += number;
  }
  return sum;
}

function copied(from: usize, to: usize, length: u32): void {
  const end = from + at4(length);
  for (; from + 8 <= end; from += 8, to += 8) store<u64>(to, load<u64>(from));
  if (from < end) store<u32>(to, load<u32>(from));
}

/*
 * Sums of customers' values by the segments of several segmentations at once: one addition to a segment waits for the one
 * before, additions to segments of different segmentations do not. In the order of customers, so always the same.
 *
 * `values` and `ranks` f64 by customer, of which `count` are here; customers whose value is not a number are left out.
 * `codes` has u32 by segmentation and customer, `count` to a segmentation. `rows` u32 has for each segmentation the place
 * of its segments' sums: customers, mean (first sum), squares, ranks, f64 each.
 */
const SUMS: u32 = 5; // 32 bytes
const MEAN: usize = 8;
const SQUARES: usize = 16;
const RANKS: usize = 24;

/** Adds customers, values and ranks. */
export function addValues(
  values: usize,
  ranks: usize,
  count: u32,
  codes: usize,
  rows: usize,
  segmentations: u32
): void {
  for (let customer: u32 = 0; customer < count; customer++) {
    const value = load<f64>(values + ((customer as usize) << 3));
    if (Number.isNaN(value)) continue;
    const rank = load<f64>(ranks + ((customer as usize) << 3));
    let code = codes + ((customer as usize) << 2);
    for (let one: u32 = 0; one < segmentations; one++) {
      const row = rowOf(rows, one, code);
      store<f64>(row, load<f64>(row) + 1);
      store<f64>(row, load<f64>(row, MEAN) + value, MEAN);
      store<f64>(row, load<f64>(row, RANKS) + rank, RANKS);
      code += (count as usize) << 2;
    }
  }
}

/** Adds the squares of what values differ from their segment's mean. */
export function addSquares(values: usize, count: u32, codes: usize, rows: usize, segmentations: u32): void {
  for (let customer: u32 = 0; customer < count; customer++) {
    const value = load<f64>(values + ((customer as usize) << 3));
    if (Number.isNaN(value)) continue;
    let code = codes + ((customer as usize) << 2);
    for (let one: u32 = 0; one < segmentations; one++) {
      const row = rowOf(rows, one, code);
      const off = value - load<f64>(row, MEAN);
      store<f64>(row, load<f64>(row, SQUARES) + off * off, SQUARES);
      code += (count as usize) << 2;
    }
  }
}

function rowOf(rows: usize, segmentation: u32, code: usize): usize {
  return (load<u32>(rows + ((segmentation as usize) << 2)) as usize) + ((load<u32>(code) as usize) << SUMS);
}

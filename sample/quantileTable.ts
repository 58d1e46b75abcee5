/** Points of a distribution: [share of cases at or below, value], both rising, shares from 0 to 1. */
export type QuantileTable = readonly (readonly [number, number])[];

/**
 * The value at a share, on straight lines between the points. Tables rather than logarithms and powers:
 * plain arithmetic is the same in every engine.
 */
export function quantileAt(table: QuantileTable, share: number): number {
  let i = 1;
  while (i < table.length - 1 && table[i]![0] < share) i++;
  const [shareBefore, valueBefore] = table[i - 1]!;
  const [shareAfter, valueAfter] = table[i]!;
  return valueBefore + ((share - shareBefore) / (shareAfter - shareBefore)) * (valueAfter - valueBefore);
}

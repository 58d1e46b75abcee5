/** Rows of products.csv at full scale, and the customers that go with them. */
const FULL_ROWS = 49_693;
const FULL_CUSTOMERS = 206_209;
/** Three products an aisle and room for every defect. */
const FEWEST_ROWS = 700;

/**
 * How many rows products.csv has for so many customers: about their number to the power 0.64, on straight lines
 * between a few points, since powers are not the same in every engine. 2,000 customers see about 2,500 products.
 */
export function productRows(customers: number): number {
  const points = [
    [0, FEWEST_ROWS],
    [250, FEWEST_ROWS],
    [2_000, 2_500],
    [20_000, 11_000],
    [FULL_CUSTOMERS, FULL_ROWS]
  ] as const;
  for (let i = 1; i < points.length; i++) {
    const [before, rowsBefore] = points[i - 1]!;
    const [after, rowsAfter] = points[i]!;
    if (customers <= after)
      return Math.round(rowsBefore + ((rowsAfter - rowsBefore) * (customers - before)) / (after - before));
  }
  return FULL_ROWS;
}

/**
 * How strongly two classifications of the same customers go together, 0 (not at all) to 1 (one follows from the
 * other): Cramér's V with the bias correction of Bergsma (2013, Journal of the Korean Statistical Society 42, 323–328),
 * without which many small segments look related by chance alone. Empty rows and columns do not count. NaN where fewer
 * than two rows or columns are left.
 *
 * @param table customers by segment of the one (rows) and of the other (columns)
 */
export function cramersV(table: readonly ArrayLike<number>[]): number {
  const {chiSquared, ...sizes} = independence(table);
  return correctedV(chiSquared / sizes.customers, sizes);
}

/** The same from χ² ÷ customers, where the table's cells are not at hand. */
export function correctedV(
  phiSquaredThere: number,
  {customers, rows, columns}: {readonly customers: number; readonly rows: number; readonly columns: number}
): number {
  if (rows < 2 || columns < 2 || customers < 2) return Number.NaN;
  const byChance = ((rows - 1) * (columns - 1)) / (customers - 1);
  const phiSquared = Math.max(0, phiSquaredThere - byChance);
  const most = Math.min(
    rows - 1 - (rows - 1) ** 2 / (customers - 1),
    columns - 1 - (columns - 1) ** 2 / (customers - 1)
  );
  return most > 0 ? Math.min(1, Math.sqrt(phiSquared / most)) : Number.NaN;
}

/** Pearson's chi-squared of a table against independence, and what it was counted over. */
export function independence(table: readonly ArrayLike<number>[]): {
  readonly chiSquared: number;
  readonly customers: number;
  readonly rows: number;
  readonly columns: number;
} {
  const cells = table.map((row) => Array.from(row));
  const rowSums = cells.map(sum);
  const columnSums = (cells[0] ?? []).map((_, column) => sum(cells.map((row) => row[column]!)));
  const customers = sum(rowSums);
  let chiSquared = 0;
  for (const [row, counts] of cells.entries()) {
    for (const [column, count] of counts.entries()) {
      const expected = (rowSums[row]! * columnSums[column]!) / customers;
      if (expected > 0) chiSquared += (count - expected) ** 2 / expected;
    }
  }
  const used = (sums: readonly number[]): number => sums.filter((each) => each > 0).length;
  return {chiSquared, customers, rows: used(rowSums), columns: used(columnSums)};
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

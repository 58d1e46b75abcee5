import type {Crosstab} from "./crosstab.ts";

/**
 * √(χ² ÷ n), Pearson's χ² = n (Σ n_ij² ÷ (n_i. n_.j) − 1), over rows and columns with at least one customer.
 * (Cramér 1946, "Mathematical Methods of Statistics", § 21.9.)
 */
export function rootedContingency(
  counts: Float64Array,
  columns: number
): Pick<Crosstab, "customers" | "usedRows" | "usedColumns" | "phi"> {
  const rowTotals = new Float64Array(counts.length / columns);
  const columnTotals = new Float64Array(columns);
  for (const [cell, count] of counts.entries()) {
    rowTotals[Math.floor(cell / columns)]! += count;
    columnTotals[cell % columns]! += count;
  }
  let together = 0;
  for (const [cell, count] of counts.entries()) {
    if (count > 0)
      together += (count / rowTotals[Math.floor(cell / columns)]!) * (count / columnTotals[cell % columns]!);
  }
  const used = (totals: Float64Array): number => totals.filter((total) => total > 0).length;
  return {
    customers: rowTotals.reduce((sum, total) => sum + total, 0),
    usedRows: used(rowTotals),
    usedColumns: used(columnTotals),
    phi: Math.round(1e4 * Math.sqrt(Math.max(0, together - 1))) / 1e4
  };
}

import {hide} from "./gatedTables.ts";
import type {GatedTable} from "./gatedTables.ts";

/**
 * A step that hides what lies within hidden cells of coarser tables: together it would add up to them. What lies within
 * a small cell is small, and hidden for that.
 */
export function hideWithin(table: GatedTable, customersAtLeast: number): () => void {
  const {customers, hidden, sums} = table;
  const seen = sums.map(() => 0);
  return () => {
    for (const [at, {table: coarse, cells}] of sums.entries()) {
      for (; seen[at]! < coarse.hiddenCount; seen[at]!++) {
        const holder = coarse.hiddenCells[seen[at]!]!;
        if (coarse.customers[holder]! < customersAtLeast) continue;
        for (const cell of cells.within(holder))
          if (hidden[cell] === 0 && customers[cell]! > 0) hide(table, cell);
      }
    }
  };
}

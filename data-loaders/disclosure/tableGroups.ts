import type {GatedTable} from "./gatedTables.ts";

/**
 * Tables that hold each other's sums, such as hour × day and day × hour, in groups; mostly a table stands alone. Groups
 * that hold the sums of others come before them, and otherwise they stay in their order.
 */
export function tableGroups(all: readonly GatedTable[]): GatedTable[][] {
  const groups: GatedTable[][] = [];
  for (const table of all) {
    const group = groups.find(([first]) => holds(first!, table) && holds(table, first!));
    if (group) group.push(table);
    else groups.push([table]);
  }
  // A table has the sums of whatever holds its own, and one more.
  return groups.sort(([a], [b]) => a!.sums.length - b!.sums.length);
}

const holds = (coarse: GatedTable, {sums}: GatedTable): boolean => sums.some(({table}) => table === coarse);

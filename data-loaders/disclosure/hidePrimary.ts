import type {DisclosureRules} from "./disclosureRules.ts";
import {hide} from "./gatedTables.ts";
import type {GatedTable} from "./gatedTables.ts";
import {markedCells} from "./markedCells.ts";
import {secretCells} from "./secretCells.ts";

/** Hides the cells that are secret for their own sake, and those of exposed segments. */
export function hidePrimary(table: GatedTable, rules: DisclosureRules): void {
  const {customers, dimensions, hidden, hiddenCells, secret} = table;
  secretCells(table, rules, hidden);
  table.hiddenCount = markedCells(hidden, hiddenCells).length;
  for (const {dimension, code} of rules.exposed) {
    const at = dimensions.findIndex(({name}) => name === dimension);
    if (at < 0) continue;
    const within = dimensions.slice(at + 1).reduce((product, {labels}) => product * labels.length, 1);
    const apart = within * dimensions[at]!.labels.length;
    for (let from = code * within; from < customers.length; from += apart)
      for (let cell = from; cell < from + within; cell++)
        if (customers[cell]! > 0 && hidden[cell] === 0) hide(table, cell);
  }
  secret.set(hidden);
}

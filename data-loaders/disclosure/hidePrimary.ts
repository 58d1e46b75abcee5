import {hide} from "./gatedTables.ts";
import type {GatedTable} from "./gatedTables.ts";
import type {ExposedSegment} from "./smallDifferences.ts";

/** Hides the cells that are secret themselves: of fewer customers than the threshold, or of an exposed segment. */
export function hidePrimary(
  table: GatedTable,
  customersAtLeast: number,
  exposed: readonly ExposedSegment[]
): void {
  const {customers, dimensions, hidden, secret} = table;
  for (let cell = 0; cell < customers.length; cell++)
    if (customers[cell]! > 0 && customers[cell]! < customersAtLeast) hide(table, cell);
  for (const {dimension, code} of exposed) {
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

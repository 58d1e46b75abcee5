import {AliasTable} from "./aliasTable.ts";
import {Random} from "../data-loaders/statistics/random.ts";

const FEWEST = 3;
const MOST = 99;
/** Share of customers who stand at the cap of the data. */
const CAPPED_SHARE = 0.0056;

/**
 * Prior orders of each customer, 3 to 99: mean 15.6, 56 % at or below 10, 8 % above 40. Every customer has one order
 * more, in the train or the test set.
 */
export function priorOrderCounts(customers: number, seed: number): Uint8Array {
  const random = new Random(seed, "order counts");
  const table = new AliasTable(weights());
  return Uint8Array.from({length: customers}, () => FEWEST + table.draw(random));
}

/** (orders + 9) to the power -2.5, and a spike at the cap. */
function weights(): number[] {
  const falling = Array.from({length: MOST - FEWEST + 1}, (_, i) => {
    const shifted = FEWEST + i + 9;
    return 1 / (shifted * shifted * Math.sqrt(shifted));
  });
  const sum = falling.reduce((before, weight) => before + weight, 0);
  falling[falling.length - 1]! += (sum * CAPPED_SHARE) / (1 - CAPPED_SHARE);
  return falling;
}

import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {Baskets} from "../baskets/store.ts";
import {productOf} from "../baskets/store.ts";
import type {CountedTable} from "./tableLines.ts";

/** Distinct customers of the hidden cells of each line of a table: `lineOf` gives each cell's line. */
export type DistinctHidden = (
  table: CountedTable,
  hidden: Uint8Array,
  lineOf: Uint32Array,
  lines: number
) => Uint32Array;

/** Counts them in the baskets, customer by customer. */
export function distinctHidden(baskets: Baskets, dimensions: readonly CodedDimension[]): DistinctHidden {
  const {customers, orderStart, orderSlot, itemStart} = baskets;
  return (table, hidden, lineOf, lines) => {
    const by = table.dimensions.map(({name}) => dimensions.find((dimension) => dimension.name === name)!);
    const stepOf = steps(by);
    const keyed = (key: CodedDimension["keyedBy"]) =>
      by.flatMap(({keyedBy, codes}, at) => (keyedBy === key ? [{codes, step: stepOf[at]!}] : []));
    const [ofCustomer, ofSlot, ofOrder, ofProduct] = [
      keyed("customer"),
      keyed("slot"),
      keyed("order"),
      keyed("product")
    ];
    const item = ofProduct.length > 0 ? baskets.item : NONE; // reads them from the cache
    const counts = new Uint32Array(lines);
    const last = new Int32Array(lines).fill(-1);
    const meet = (cell: number, customer: number): void => {
      const line = lineOf[cell]!;
      if (hidden[cell] === 0 || last[line] === customer) return;
      last[line] = customer;
      counts[line]!++;
    };
    for (let customer = 0; customer < customers; customer++) {
      const base = cellOf(ofCustomer, customer);
      for (let order = orderStart[customer]!; order < orderStart[customer + 1]!; order++) {
        const when = base + cellOf(ofSlot, orderSlot[order]!) + cellOf(ofOrder, order);
        if (ofProduct.length === 0) meet(when, customer);
        else
          for (let i = itemStart[order]!; i < itemStart[order + 1]!; i++)
            meet(when + cellOf(ofProduct, productOf(item[i]!)), customer);
      }
    }
    return counts;
  };
}

const NONE = new Uint32Array(0);

interface Keyed {
  readonly codes: ArrayLike<number>;
  readonly step: number;
}

function cellOf(keyed: readonly Keyed[], key: number): number {
  let cell = 0;
  for (const {codes, step} of keyed) cell += codes[key]! * step;
  return cell;
}

/** How far apart neighbouring codes of each dimension stand in a row-major table. */
function steps(by: readonly CodedDimension[]): number[] {
  return by.map((_, at) => by.slice(at + 1).reduce((product, {labels}) => product * labels.length, 1));
}

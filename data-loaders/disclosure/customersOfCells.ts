import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {Baskets} from "../baskets/store.ts";
import {productOf} from "../baskets/store.ts";
import type {CountedTable} from "./tableLines.ts";

/** The customers of those cells of a table that are wanted, 1 or 0 per cell, by cell. */
export type CustomersOfCells = (
  table: Pick<CountedTable, "dimensions">,
  wanted: Uint8Array
) => ReadonlyMap<number, readonly number[]>;

/** Looks for them in the baskets, customer by customer. */
export function customersOfCells(baskets: Baskets, dimensions: readonly CodedDimension[]): CustomersOfCells {
  const {customers, orderStart, orderSlot, itemStart} = baskets;
  return (table, wanted) => {
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
    const found = new Map<number, number[]>();
    const meet = (cell: number, customer: number): void => {
      if (wanted[cell] === 0) return;
      const met = found.get(cell);
      if (!met) found.set(cell, [customer]);
      else if (met.at(-1) !== customer) met.push(customer);
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
    return found;
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

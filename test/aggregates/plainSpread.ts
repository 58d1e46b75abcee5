import type {CodedDimension} from "../../data-loaders/aggregates/dimensions.ts";
import type {SpreadOf} from "../../data-loaders/aggregates/spread.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {NO_GAP, NO_PRICE, productOf, reorderedOf} from "../../data-loaders/baskets/store.ts";
import type {Part} from "../../data-loaders/config/measures.ts";

type Row = Record<Part, bigint>;

/** Sums of squares by cell, from every customer's own counts, in whole numbers of any size. */
export function plainSpread(
  by: readonly string[],
  spread: SpreadOf,
  dimensions: readonly CodedDimension[],
  baskets: Baskets
): {nn: number[]; nd: number[]; dd: number[]} {
  const asked = by.map((name) => dimensions.find((dimension) => dimension.name === name)!);
  const cells = asked.reduce((product, {labels}) => product * labels.length, 1);
  const [nn, nd, dd] = [0, 1, 2].map(() => new Array<bigint>(cells).fill(0n)) as [
    bigint[],
    bigint[],
    bigint[]
  ];
  for (let customer = 0; customer < baskets.customers; customer++) {
    const rows = customerRows(customer, asked, baskets);
    if ("over" in spread) {
      for (const [cell, row] of rows) {
        const [n, d] = [row[spread.over[0]], row[spread.over[1]]];
        nn[cell]! += n * n;
        nd[cell]! += n * d;
        dd[cell]! += d * d;
      }
      continue;
    }
    const total = [...rows.values()].reduce((sum, row) => sum + row[spread.shareOf], 0n);
    for (let cell = 0; cell < cells; cell++) {
      if (!isOfGroup(cell, customer, asked)) continue;
      const n = rows.get(cell)?.[spread.shareOf] ?? 0n;
      nn[cell]! += n * n;
      nd[cell]! += n * total;
      dd[cell]! += total * total;
    }
  }
  return {nn: nn.map(Number), nd: nd.map(Number), dd: dd.map(Number)};
}

/** What one customer did in each cell where anything was done. */
function customerRows(
  customer: number,
  asked: readonly CodedDimension[],
  {orderStart, orderSlot, orderGap, itemStart, item, price}: Baskets
): Map<number, Row> {
  const rows = new Map<number, Row>();
  const rowAt = (order: number, product: number): Row => {
    const key = {customer, order, slot: orderSlot[order]!, product};
    const cell = asked.reduce(
      (sum, {labels, codes, keyedBy}) => sum * labels.length + codes[key[keyedBy]]!,
      0
    );
    const row = rows.get(cell) ?? nothing();
    rows.set(cell, row);
    return row;
  };
  const byItems = asked.some(({keyedBy}) => keyedBy === "product");
  for (let order = orderStart[customer]!; order < orderStart[customer + 1]!; order++) {
    const seen = new Set<Row>();
    if (!byItems) {
      const row = rowAt(order, 0);
      seen.add(row);
      if (orderGap[order] !== NO_GAP) {
        row.gaps++;
        row.gap_days += BigInt(orderGap[order]!);
      }
    }
    for (let i = itemStart[order]!; i < itemStart[order + 1]!; i++) {
      const product = productOf(item[i]!);
      const row = rowAt(order, product);
      seen.add(row);
      row.items++;
      row.reordered_items += BigInt(reorderedOf(item[i]!));
      if (price[product] === NO_PRICE) continue;
      row.priced_items++;
      row.spend += BigInt(price[product]!);
    }
    for (const row of seen) row.orders++;
  }
  return rows;
}

const nothing = (): Row => ({
  customers: 1n,
  orders: 0n,
  items: 0n,
  priced_items: 0n,
  spend: 0n,
  reordered_items: 0n,
  gaps: 0n,
  gap_days: 0n
});

/** Whether the cell's segments are the customer's. */
function isOfGroup(cell: number, customer: number, asked: readonly CodedDimension[]): boolean {
  let rest = cell;
  return [...asked].reverse().every(({labels, codes, keyedBy}) => {
    const code = rest % labels.length;
    rest = Math.floor(rest / labels.length);
    return keyedBy !== "customer" || codes[customer] === code;
  });
}

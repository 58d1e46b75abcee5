import type {Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import type {CellMoments, SpreadOf} from "../../data-loaders/aggregates/spread.ts";
import type {Part} from "../../data-loaders/config/measures.ts";
import type {Item} from "./tinyShop.ts";
import {shop} from "./tinyShop.ts";

/** Sums over customers of squares and products, by a plain loop for each customer. */
export function tinyMoments(spread: SpreadOf, dims: readonly Dimension[], cells: number): CellMoments {
  const sums = {nn: new Float64Array(cells), nd: new Float64Array(cells), dd: new Float64Array(cells)};
  const cellOf = (item: Item, over: readonly Dimension[]) =>
    over.reduce((index, {name, labels}) => index * labels.length + item[name as keyof Item], 0);
  for (let customer = 0; customer < 40; customer++) {
    const own = shop.filter((item) => item.customer === customer);
    for (let cell = 0; cell < cells; cell++) {
      const there = own.filter((item) => cellOf(item, dims) === cell);
      const isOfGroup = dims.every(({name, labels, grain}, at) => {
        const stride = dims.slice(at + 1).reduce((product, each) => product * each.labels.length, 1);
        return (
          grain !== "customer" || own[0]![name as keyof Item] === Math.floor(cell / stride) % labels.length
        );
      });
      if (!isOfGroup || (there.length === 0 && "over" in spread)) continue;
      const [n, d] =
        "over" in spread
          ? [partOf(there, spread.over[0]), partOf(there, spread.over[1])]
          : [partOf(there, spread.shareOf), partOf(own, spread.shareOf)];
      sums.nn[cell]! += n * n;
      sums.nd[cell]! += n * d;
      sums.dd[cell]! += d * d;
    }
  }
  return sums;
}

/** A part of some of one customer's items. */
function partOf(items: readonly Item[], part: Part): number {
  const orders = new Map(items.map((item) => [item.order, item]));
  switch (part) {
    case "customers":
      return items.length > 0 ? 1 : 0;
    case "orders":
      return orders.size;
    case "spend":
      return items.reduce((sum, {price}) => sum + price, 0);
    case "reordered_items":
      return items.reduce((sum, {reordered}) => sum + reordered, 0);
    case "gaps":
      return [...orders.values()].filter(({gap}) => gap >= 0).length;
    case "gap_days":
      return [...orders.values()].reduce((sum, {gap}) => sum + Math.max(0, gap), 0);
    default:
      return items.length;
  }
}

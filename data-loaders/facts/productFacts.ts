import {NO_PRICE, productOf} from "../baskets/store.ts";
import type {FactPlan} from "./factPlan.ts";
import type {FactTask} from "./factTask.ts";
import {pricedCodes} from "./pricedCodes.ts";

/** Counts, shares and prices of what a customer bought, whenever it was: the common case, all of them in one pass. */
export function isProductFact({per, of, column, take, slotMask, orderTest, itemTest}: FactPlan): boolean {
  if (per !== "customer" || of !== "item" || slotMask || orderTest || itemTest) return false;
  return take === "share" || take === "count" || (column === "price" && (take === "mean" || take === "sum"));
}

/**
 * Products that all facts see alike are one class. A customer's items and cents are added by class, and each fact is made
 * of the classes it is about: what is done per item does not grow with the number of facts.
 */
export function productFacts({baskets, plans, from, to, values}: FactTask): void {
  const asked = [...plans.keys()].filter((at) => isProductFact(plans[at]!));
  if (asked.length === 0) return;
  const {orderStart, itemStart, item, price} = baskets;
  const {classOf, masks, isPriced} = productClasses(
    asked.map((at) => plans[at]!),
    price
  );
  const coded = pricedCodes(
    classOf,
    price.map((cents) => (cents === NO_PRICE ? 0 : cents))
  );
  const items = new Int32Array(isPriced.length);
  const sums = new Float64Array(isPriced.length);
  for (let customer = from; customer < to; customer++) {
    const first = itemStart[orderStart[customer]!]!;
    const end = itemStart[orderStart[customer + 1]!]!;
    addItems(item, first, end, coded, items, sums);
    for (const [place, at] of asked.entries())
      values[at]![customer] = productFact(plans[at]!, masks[place]!, isPriced, items, sums, end - first);
    items.fill(0);
    sums.fill(0);
  }
}

function addItems(
  item: Uint32Array,
  first: number,
  end: number,
  coded: Int32Array,
  items: Int32Array,
  sums: Float64Array
): void {
  for (let i = first; i < end; i++) {
    const at = 2 * productOf(item[i]!);
    const place = coded[at]!;
    items[place]!++;
    sums[place]! += coded[at + 1]!;
  }
}

interface ProductClasses {
  /** By product. */
  readonly classOf: Uint32Array;
  /** For each fact, by class, 1 where the fact is about it. */
  readonly masks: readonly Uint8Array[];
  /** By class, 1 where prices are known. */
  readonly isPriced: Uint8Array;
}

function productClasses(facts: readonly FactPlan[], price: Int32Array): ProductClasses {
  const flags: ((product: number) => number)[] = [
    ...facts.map(
      ({productMask}) =>
        (product: number) =>
          productMask?.[product] ?? 1
    ),
    (product) => (price[product] === NO_PRICE ? 0 : 1)
  ];
  let classes = 1;
  let classOf = new Uint32Array(price.length);
  for (const flag of flags) {
    const ids = new Map<number, number>();
    classOf = classOf.map((known, product) => {
      const key = 2 * known + flag(product);
      const id = ids.get(key) ?? ids.size;
      ids.set(key, id);
      return id;
    });
    classes = Math.max(1, ids.size);
  }
  const byClass = flags.map((flag) => {
    const mask = new Uint8Array(classes);
    for (let product = 0; product < classOf.length; product++) mask[classOf[product]!] = flag(product);
    return mask;
  });
  const isPriced = byClass.pop()!;
  return {classOf, masks: byClass, isPriced};
}

/** Money in money, not cents. */
function productFact(
  {take}: FactPlan,
  mask: Uint8Array,
  isPriced: Uint8Array,
  items: Int32Array,
  sums: Float64Array,
  bought: number
): number {
  const ofPrice = take === "mean" || take === "sum";
  let count = 0;
  let cents = 0;
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0 || (ofPrice && isPriced[at] === 0)) continue;
    count += items[at]!;
    cents += sums[at]!;
  }
  if (take === "count") return count;
  if (take === "share") return bought > 0 ? count / bought : Number.NaN;
  return count === 0 ? Number.NaN : (take === "mean" ? cents / count : cents) / 100;
}

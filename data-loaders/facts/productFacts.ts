import {basketWindows} from "../baskets/basketWindows.ts";
import type {BasketWindow} from "../baskets/basketWindows.ts";
import {NO_PRICE} from "../baskets/store.ts";
import {classSums} from "../kernels/customerSums.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import type {FactPlan} from "./factPlan.ts";
import type {FactTask} from "./factTask.ts";

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
  const {orderStart, itemStart, price} = baskets;
  const {classOf, masks, isPriced} = productClasses(
    asked.map((at) => plans[at]!),
    price
  );
  const classes = isPriced.length;
  const facts = asked.map((at, place) => ({
    take: plans[at]!.take,
    about: classesOf(plans[at]!, masks[place]!, isPriced),
    into: values[at]!
  }));
  const add = classAdder(classOf, price, classes);
  for (const window of basketWindows(baskets, from, to)) {
    for (let first = window.from; first < window.to; first += AT_ONCE) {
      const end = Math.min(window.to, first + AT_ONCE);
      const sums = add(window, first, end);
      for (const {take, about, into} of facts) {
        for (let customer = first, row = 0; customer < end; customer++, row += 2 * classes) {
          const bought = itemStart[orderStart[customer + 1]!]! - itemStart[orderStart[customer]!]!;
          into[customer] = productFact(take, about, sums, row, bought);
        }
      }
    }
  }
}

/** Customers whose sums by class are in memory together. */
const AT_ONCE = 256;

/** Items of so many bits, and cents of so many, have room in one number of the kernel. */
const [COUNT_BITS, CENT_BITS] = [24, 40];

/** Adds up items and cents by customer and class: two numbers each. */
function classAdder(
  classOf: Uint32Array,
  price: Int32Array,
  classes: number
): (window: BasketWindow, from: number, to: number) => Float64Array {
  const about = kernelArray(Uint32Array, 2 * price.length);
  let dearest = 1;
  for (let product = 0; product < price.length; product++) {
    const cents = price[product] === NO_PRICE ? 0 : price[product]!;
    about[2 * product] = cents;
    about[2 * product + 1] = 8 * classOf[product]!;
    if (cents > dearest) dearest = cents;
  }
  const most = Math.min(2 ** COUNT_BITS - 1, Math.floor((2 ** CENT_BITS - 1) / dearest));
  const [odd, even] = [0, 1].map(() => kernelArray(BigUint64Array, classes).fill(0n)) as [
    BigUint64Array,
    BigUint64Array
  ];
  const sums = kernelArray(Float64Array, 2 * classes * AT_ONCE);
  return ({item, itemStart, orderStart}, from, to) => {
    classSums(
      item,
      itemStart,
      orderStart,
      from,
      to,
      about.byteOffset,
      most,
      classes,
      odd.byteOffset,
      even.byteOffset,
      sums.byteOffset
    );
    return sums;
  };
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

/** Classes that a fact is about; of prices, those whose products have one. */
function classesOf({take}: FactPlan, mask: Uint8Array, isPriced: Uint8Array): Uint32Array {
  const ofPrice = take === "mean" || take === "sum";
  const all = Uint32Array.from(mask.keys());
  return all.filter((at) => mask[at] === 1 && !(ofPrice && isPriced[at] === 0));
}

/** Money in money, not cents. */
function productFact(
  take: FactPlan["take"],
  about: Uint32Array,
  sums: Float64Array,
  row: number,
  bought: number
): number {
  let count = 0;
  let cents = 0;
  for (let at = 0; at < about.length; at++) {
    const place = row + 2 * about[at]!;
    count += sums[place]!;
    cents += sums[place + 1]!;
  }
  if (take === "count") return count;
  if (take === "share") return bought > 0 ? count / bought : Number.NaN;
  return count === 0 ? Number.NaN : (take === "mean" ? cents / count : cents) / 100;
}

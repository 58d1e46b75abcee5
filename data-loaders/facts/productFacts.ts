import type {BasketWindow} from "../baskets/basketWindows.ts";
import {NO_PRICE} from "../baskets/store.ts";
import {classSums} from "../kernels/customerSums.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {KERNEL_TAKES, takeClasses} from "../kernels/takenFacts.ts";
import type {FactPlan} from "./factPlan.ts";
import type {FactTask, WindowTaker} from "./factTask.ts";

/** Counts, shares and prices of what a customer bought, whenever it was: the common case, all of them in one pass. */
export function isProductFact({per, of, column, take, slotMask, orderTest, itemTest}: FactPlan): boolean {
  if (per !== "customer" || of !== "item" || slotMask || orderTest || itemTest) return false;
  return take === "share" || take === "count" || (column === "price" && (take === "mean" || take === "sum"));
}

/**
 * Products that all facts see alike are one class. A customer's items and cents are added by class, and each fact is made
 * of the classes it is about: what is done per item does not grow with the number of facts.
 */
export function productFacts({baskets, plans, values}: FactTask): WindowTaker[] {
  const asked = [...plans.keys()].filter((at) => isProductFact(plans[at]!));
  if (asked.length === 0) return [];
  const {classOf, masks, isPriced} = productClasses(
    asked.map((at) => plans[at]!),
    baskets.price
  );
  const width = SUM_BYTES * isPriced.length;
  const taken = kernelArray(Float64Array, AT_ONCE);
  const facts = asked.map((at, place) => ({
    take: KERNEL_TAKES.indexOf(plans[at]!.take),
    about: classesOf(plans[at]!, masks[place]!, isPriced),
    into: values[at]!
  }));
  const add = classAdder(classOf, baskets.price, isPriced.length);
  const takeAll = (window: BasketWindow, from: number, to: number): void => {
    const {byteOffset} = add(window, from, to);
    const {itemStart, orderStart} = window;
    for (const {take, about, into} of facts) {
      const place = taken.byteOffset;
      takeClasses(
        byteOffset,
        width,
        about.byteOffset,
        about.length,
        itemStart,
        orderStart,
        from,
        to,
        take,
        place
      );
      into.set(taken.subarray(0, to - from), from);
    }
  };
  return [
    (window) => {
      for (let first = window.from; first < window.to; first += AT_ONCE)
        takeAll(window, first, Math.min(window.to, first + AT_ONCE));
    }
  ];
}

/** Two numbers of a customer and class: items and cents. */
const SUM_BYTES = 16;

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
  const sums = kernelArray(Float64Array, (SUM_BYTES / 8) * classes * AT_ONCE);
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
  const priced = new Uint8Array(price.length);
  for (let product = 0; product < price.length; product++)
    priced[product] = price[product] === NO_PRICE ? 0 : 1;
  const all = new Uint8Array(price.length).fill(1);
  const flags = [...facts.map(({productMask}) => productMask ?? all), priced];
  let classes = 1;
  const classOf = new Uint32Array(price.length);
  for (const flag of flags) classes = splitClasses(classOf, classes, flag);
  const example = new Uint32Array(classes);
  for (let product = 0; product < classOf.length; product++) example[classOf[product]!] = product;
  const byClass = flags.map((flag) => Uint8Array.from(example, (product) => flag[product]!));
  const isPriced = byClass.pop()!;
  return {classOf, masks: byClass, isPriced};
}

/** Parts each class by a flag of its products. @returns how many classes there are then, one at least */
function splitClasses(classOf: Uint32Array, classes: number, flag: Uint8Array): number {
  const ids = new Int32Array(2 * classes).fill(-1);
  let found = 0;
  for (let product = 0; product < classOf.length; product++) {
    const key = 2 * classOf[product]! + flag[product]!;
    if (ids[key]! < 0) ids[key] = found++;
    classOf[product] = ids[key]!;
  }
  return Math.max(1, found);
}

/** Places of the classes that a fact is about, in bytes; of prices, those whose products have one. */
function classesOf({take}: FactPlan, mask: Uint8Array, isPriced: Uint8Array): Uint32Array {
  const ofPrice = take === "mean" || take === "sum";
  const about = [...mask.keys()].filter((at) => mask[at] === 1 && !(ofPrice && isPriced[at] === 0));
  const places = kernelArray(Uint32Array, about.length);
  places.set(about.map((at) => SUM_BYTES * at));
  return places;
}

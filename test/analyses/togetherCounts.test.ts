import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {MASKS, pairAt, pairsOf, togetherCounts} from "../../data-loaders/analyses/togetherCounts.ts";
import type {TogetherTask} from "../../data-loaders/analyses/togetherCounts.ts";
import {writeSections} from "../../data-loaders/baskets/sectionFile.ts";
import {withoutItems} from "../../data-loaders/baskets/store.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {handMade} from "../facts/handMade.ts";
import {seeded} from "../seeded.ts";
import {tempFolder} from "../tempFolder.ts";

const PRODUCTS = 200;
const GROUPS = 3;

/** Many small orders, so that they are read in several windows, and a few long ones. */
function shop(customers: number, seed: number): Baskets {
  const random = seeded(seed);
  const products = Object.fromEntries(
    Array.from({length: PRODUCTS}, (_, at) => [`p${at}`, {department: "all", aisle: "all", cents: 100}])
  );
  return handMade({
    products,
    customers: Array.from({length: customers}, () => ({
      state: "Maine",
      age: 30,
      orders: Array.from({length: 1 + random.below(5)}, () => ({
        day: 0,
        hour: 0,
        items: Array.from(
          {length: random.chance(0.02) ? 150 : random.below(12)},
          () => `p${random.below(PRODUCTS)}`
        )
      }))
    }))
  });
}

function shared<T extends {set: (from: readonly number[]) => void}>(
  type: new (buffer: SharedArrayBuffer) => T,
  bytes: number,
  values: readonly number[]
): T {
  const array = new type(new SharedArrayBuffer(bytes * values.length));
  array.set(values);
  return array;
}

/** Every third product has no place. */
function task(baskets: Baskets, places: number): TogetherTask {
  const placeOf = Array.from({length: baskets.products}, (_, at) => (at % 3 === 0 ? places : at % places));
  const groupOf = Array.from({length: baskets.customers}, (_, at) => (7 * at) % GROUPS);
  return {
    baskets,
    from: 0,
    to: baskets.customers,
    placeOf: shared(Uint16Array<SharedArrayBuffer>, 2, placeOf),
    places,
    groupOf: shared(Uint16Array<SharedArrayBuffer>, 2, groupOf),
    groups: GROUPS
  };
}

/** Set by set. */
function plainly({baskets, from, to, placeOf, places, groupOf, groups}: TogetherTask) {
  const orders = new Array<number>(groups * pairsOf(places)).fill(0);
  const customers = orders.map(() => new Set<number>());
  for (let customer = from; customer < to; customer++) {
    for (let order = baskets.orderStart[customer]!; order < baskets.orderStart[customer + 1]!; order++) {
      const items = [...baskets.item.subarray(baskets.itemStart[order], baskets.itemStart[order + 1])];
      const held = [...new Set(items.map((item) => placeOf[item % 2 ** 22]!))].filter((at) => at < places);
      for (const a of held)
        for (const b of held.filter((other) => other >= a)) {
          const cell = groupOf![customer]! * pairsOf(places) + pairAt(places, a, b);
          orders[cell]!++;
          customers[cell]!.add(customer);
        }
    }
  }
  return {orders: Float64Array.from(orders), customers: Float64Array.from(customers, ({size}) => size)};
}

describe("orders that hold two places, and their customers", () => {
  const baskets = shop(6000, 5);

  it.each([1, 7, 63, 64, 65, 128, 150])("of %i places are those found set by set", (places) => {
    const asked = task(baskets, places);
    expect(togetherCounts(asked)).toEqual(plainly(asked));
  });

  it("are the same by what was written of each order, for other groups of customers, unless it is damaged", () => {
    const half = {...task(baskets, 60), from: 1500, to: 4500};
    const orders = baskets.orderStart[half.to]! - baskets.orderStart[half.from]!;
    const into = new BigUint64Array(new SharedArrayBuffer(8 * orders));
    const first = togetherCounts({...half, masks: {into}});
    expect(first).toEqual(plainly(half));
    const kept = {path: join(tempFolder(), "masks"), key: "these"};
    writeSections(kept.path, kept.key, {}, [{name: MASKS, array: into}]);
    const everyone = {...half, groupOf: undefined, groups: 1};
    const asked = {...everyone, baskets: withoutItems(baskets), masks: {kept}};
    expect(togetherCounts(asked)).toEqual(togetherCounts(everyone));
    const bytes = readFileSync(kept.path);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(kept.path, bytes);
    expect(togetherCounts(asked)).toBeUndefined();
  });
});

import {AISLES} from "./aisles.ts";
import {DEPARTMENTS} from "./departments.ts";
import {productDefects} from "./productDefects.ts";
import type {ProductDefects} from "./productDefects.ts";
import {productName} from "./productNames.ts";
import {productShelves} from "./productShelves.ts";
import type {ProductShelves} from "./productShelves.ts";
import {PAIR_PRODUCTS} from "./plantedPair.ts";
import {Random} from "../data-loaders/statistics/random.ts";
import {shuffle} from "./shuffle.ts";

/** Grain: one entry per product, by product id; entry 0 stands for no product. */
export interface Catalogue {
  /** Highest product id; every id from 1 is a product that is bought. */
  readonly count: number;
  /** Index into `AISLES`. */
  readonly aisle: Uint8Array;
  /** Index into `DEPARTMENTS`. */
  readonly department: Uint8Array;
  readonly name: readonly string[];
  /** Tenths of a dollar. */
  readonly price: Uint32Array;
  /** Weight among the products of the department; zero for the planted pair, which is bought by its own rule. */
  readonly weight: Float64Array;
  readonly defects: ProductDefects;
}

/** Line shares which the defects have at full scale: some are bought often, others hardly. */
const MISNUMBERED_SHARES: readonly number[] = [0.0006, 0.0003];
const RARE_SHARE = 0.00001;
const ABSURD_SHARE = 0.00008;

export function catalogue(count: number, seed: number): Catalogue {
  const shelves = productShelves(count);
  const defects = productDefects(count);
  const entryOf = placedEntries(shelves, defects, new Random(seed, "product ids"));
  const aisle = Uint8Array.from(entryOf, (entry) => shelves.aisle[entry]!);
  const department = Uint8Array.from(aisle, (index) => AISLES[index]!.department);
  const weight = Float64Array.from(entryOf, (entry) => shelves.weight[entry]!);
  for (const id of defects.pair) weight[id] = 0;
  weight[0] = 0;
  return {
    count,
    aisle,
    department,
    weight,
    defects,
    name: names(
      aisle,
      Uint16Array.from(entryOf, (entry) => shelves.rank[entry]!),
      defects,
      new Random(seed, "product names")
    ),
    price: prices(department, defects, new Random(seed, "prices"))
  };
}

/** Which shelf entry each id gets: the fitting ones for the defects, the others in random order. */
function placedEntries(shelves: ProductShelves, defects: ProductDefects, random: Random): Uint16Array {
  const count = shelves.aisle.length;
  const entryOf = new Uint16Array(count + 1);
  const given = new Uint8Array(count);
  const give = (id: number, share: number, fits: (entry: number) => boolean) => {
    const entry = nearest(shelves.lineShare, share, (candidate) => given[candidate] === 0 && fits(candidate));
    given[entry] = 1;
    entryOf[id] = entry;
    return id;
  };
  const dairy = (entry: number) =>
    DEPARTMENTS[AISLES[shelves.aisle[entry]!]!.department]!.name === "dairy eggs";
  const taken = new Set([
    ...defects.pair.map((id, i) =>
      give(id, 0, (entry) => AISLES[shelves.aisle[entry]!]!.name === PAIR_PRODUCTS[i]!.aisle)
    ),
    ...defects.misnumbered.map((id, i) => give(id, MISNUMBERED_SHARES[i]!, () => true)),
    ...defects.misnumbered.map((id) => give(id + 1, RARE_SHARE, () => true)),
    ...defects.absurd.map(({id}) => give(id, ABSURD_SHARE, dairy)),
    ...defects.repeated.map((id) => give(id, RARE_SHARE, () => true))
  ]);
  const rest = Uint16Array.from(given.keys()).filter((entry) => given[entry] === 0);
  shuffle(rest, random);
  for (let id = 1, next = 0; id <= count; id++) if (!taken.has(id)) entryOf[id] = rest[next++]!;
  return entryOf;
}

function nearest(shares: Float64Array, wanted: number, free: (entry: number) => boolean): number {
  let best = -1;
  for (let entry = 0; entry < shares.length; entry++) {
    if (best >= 0 && Math.abs(shares[entry]! - wanted) >= Math.abs(shares[best]! - wanted)) continue;
    if (free(entry)) best = entry;
  }
  return best;
}

function names(aisle: Uint8Array, rank: Uint16Array, defects: ProductDefects, random: Random): string[] {
  const fixed = new Map<number, string>(defects.pair.map((id, i) => [id, PAIR_PRODUCTS[i]!.name]));
  for (const id of defects.nameless) fixed.set(id, "");
  fixed.set(defects.spoilt, "#NAME?");
  const taken = new Set(fixed.values());
  return Array.from(aisle, (index, id) => {
    if (id === 0) return "";
    return fixed.get(id) ?? productName({id, aisle: index, rank: rank[id]!}, random, taken);
  });
}

function prices(department: Uint8Array, defects: ProductDefects, random: Random): Uint32Array {
  const price = Uint32Array.from(department, (index) => {
    const [low, middle, high] = DEPARTMENTS[index]!.prices;
    const [from, to] = random.chance(0.45) ? [low, middle] : [middle, high];
    return Math.round(10 * from) + random.below(Math.round(10 * (to - from)) + 1);
  });
  for (const absurd of defects.absurd) price[absurd.id] = absurd.price * 10;
  return price;
}

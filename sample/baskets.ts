import {basketSizes} from "./basketSizes.ts";
import type {Catalogue} from "./catalogue.ts";
import type {Customers} from "./customers.ts";
import {NewProducts} from "./newProducts.ts";
import type {OrderLayout} from "./orderLayout.ts";
import {pairInOrder} from "./plantedPair.ts";
import type {Plants} from "./plants.ts";
import {Random} from "../data-loaders/statistics/random.ts";
import {RepeatChances, stickiness} from "./repeatChances.ts";

/** Grain: one entry per item, order by order in the layout's order. */
export interface Baskets {
  /** Index of each order's first item, and of the end. */
  readonly firstItem: Uint32Array;
  /** Product ids in the order they went into the basket. */
  readonly product: Uint16Array;
  /** One bit per item: the customer bought the product in an earlier prior order. */
  readonly reordered: Uint8Array;
}

/** Tries before a repeat becomes a new product, and before a new product may be a known one. */
const REPEAT_TRIES = 12;
const NEW_TRIES = 14;
/** Departments tried before a place in the basket stays empty. */
const DEPARTMENT_TRIES = 4;
const NONE = 0;

/** Fills every prior basket. Takes about 3 bytes an item. */
export function baskets(
  catalogue: Catalogue,
  customers: Customers,
  layout: OrderLayout,
  plants: Plants,
  seed: number,
  onCustomer: (customer: number) => void
): Baskets {
  const sizes = basketSizes(customers, layout, plants, seed);
  const filler = new BasketFiller(catalogue, customers, layout, plants, seed, sizes);
  for (let customer = 0; customer < customers.count; customer++) {
    filler.fillCustomer(customer);
    onCustomer(customer);
  }
  return filler.filled();
}

class BasketFiller {
  private readonly random: Random;
  private readonly pairRandom: Random;
  private readonly newProducts: NewProducts;
  private readonly repeats: RepeatChances;
  private readonly stickiness = stickiness();
  private readonly department: Uint8Array;
  private readonly pair: readonly [number, number];
  private readonly layout: OrderLayout;
  private readonly plants: Plants;
  private readonly sizes: Uint8Array;
  private readonly firstItem: Uint32Array;
  private readonly product: Uint16Array;
  private readonly reordered: Uint8Array;
  /** By product: 1 + the index of the last order it was put into. */
  private readonly lastOrder: Uint32Array;
  private at = 0;
  /** Index of the customer's first order, and of its first item. */
  private customerOrder = 0;
  private customerItem = 0;
  /** Index of the order being filled, and of its first item. */
  private order = 0;
  private orderItem = 0;

  constructor(
    catalogue: Catalogue,
    customers: Customers,
    layout: OrderLayout,
    plants: Plants,
    seed: number,
    sizes: Uint8Array
  ) {
    this.random = new Random(seed, "baskets");
    this.pairRandom = new Random(seed, "pair");
    this.newProducts = new NewProducts(catalogue, customers, plants, this.random);
    this.repeats = new RepeatChances(plants);
    this.department = catalogue.department;
    this.pair = catalogue.defects.pair;
    this.layout = layout;
    this.plants = plants;
    this.sizes = sizes;
    this.firstItem = new Uint32Array(layout.count + 1);
    const items = sizes.reduce((sum, size) => sum + Math.max(2, size), 0); // a single place makes room for the pair
    this.product = new Uint16Array(items);
    this.reordered = new Uint8Array((items + 7) >>> 3);
    this.lastOrder = new Uint32Array(catalogue.count + 1);
  }

  fillCustomer(customer: number): void {
    const end = this.layout.firstOrder[customer + 1]!;
    this.customerOrder = this.layout.firstOrder[customer]!;
    this.customerItem = this.at;
    this.newProducts.startCustomer(customer);
    this.repeats.startCustomer(end - 1 - this.customerOrder, this.random);
    for (this.order = this.customerOrder; this.order < end - 1; this.order++) this.fillOrder();
    this.firstItem[end] = this.at; // the last order, train or test, holds nothing here
  }

  filled(): Baskets {
    return {firstItem: this.firstItem, product: this.product.subarray(0, this.at), reordered: this.reordered};
  }

  private fillOrder(): void {
    const held = pairInOrder(this.pairRandom.fraction(), this.plants.pair_lift);
    const size = Math.max(this.sizes[this.order]!, held === 3 ? 2 : 1);
    const places = this.pairPlaces(held, size);
    const number = this.order - this.customerOrder + 1;
    this.orderItem = this.at;
    for (let place = 0; place < size; place++) {
      const chance = this.repeats.chance(number, (place + 0.5) / size);
      const product =
        place === places[0] ? this.pair[0] : place === places[1] ? this.pair[1] : this.nextProduct(chance);
      if (product !== NONE) this.put(product);
    }
    this.firstItem[this.order + 1] = this.at;
  }

  /** Places in the basket of the first and the second of the pair; -1 for none. */
  private pairPlaces(held: number, size: number): readonly [number, number] {
    if (held === 0) return NO_PLACES;
    const first = this.pairRandom.below(size);
    const second = held === 3 ? (first + 1 + this.pairRandom.below(size - 1)) % size : first;
    return [held & 1 ? first : -1, held & 2 ? second : -1];
  }

  private nextProduct(repeatChance: number): number {
    const repeated = this.random.chance(repeatChance) ? this.knownProduct() : NONE;
    return repeated === NONE ? this.newProduct() : repeated;
  }

  /** A product of an earlier order: what was bought often comes back often. */
  private knownProduct(): number {
    const earlier = this.orderItem - this.customerItem;
    for (let attempt = 0; attempt < REPEAT_TRIES && earlier > 0; attempt++) {
      const product = this.product[this.customerItem + this.random.below(earlier)]!;
      if (this.inBasket(product) || product === this.pair[0] || product === this.pair[1]) continue;
      if (this.random.chance(this.stickiness[this.department[product]!]!)) return product;
    }
    return NONE;
  }

  /** A product new to the customer, of a drawn department; a known one where the department is used up. */
  private newProduct(): number {
    for (let turn = 0; turn < DEPARTMENT_TRIES; turn++) {
      const department = this.newProducts.department();
      let product = NONE;
      for (let attempt = 0; attempt < NEW_TRIES; attempt++) {
        product = this.newProducts.product(department);
        if (!this.bought(product)) return product;
      }
      if (!this.inBasket(product)) return product;
    }
    return NONE;
  }

  private put(product: number): void {
    if (this.bought(product)) this.reordered[this.at >>> 3]! |= 1 << (this.at & 7);
    this.lastOrder[product] = this.order + 1;
    this.product[this.at++] = product;
  }

  private inBasket(product: number): boolean {
    return this.lastOrder[product] === this.order + 1;
  }

  /** Bought by the customer, in this order or an earlier one. */
  private bought(product: number): boolean {
    return this.lastOrder[product]! > this.customerOrder;
  }
}

const NO_PLACES = [-1, -1] as const;

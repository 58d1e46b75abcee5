import {AliasTable} from "./aliasTable.ts";
import type {Catalogue} from "./catalogue.ts";
import type {Customers} from "./customers.ts";
import {DEPARTMENTS, departmentIndex} from "./departments.ts";
import {isYoungFamily} from "./plantedGroups.ts";
import type {Plants} from "./plants.ts";
import type {Random} from "../data-loaders/statistics/random.ts";

/** Share of new products that all but young families take from babies. */
export const BABIES_SHARE = 0.007;
/** Share of customers who are drinks customers, whoever they are. */
export const DRINKS_CUSTOMERS_SHARE = 0.04;
/** Share of new products that all others take from alcohol. */
export const ALCOHOL_SHARE = 0.0005;
/** In every group a fifth of customers takes three times the group's share from babies, the others half of it. */
const BABY_BUYERS = {share: 0.2, times: 3, othersTimes: 0.5};
/** Share of new products that a customer takes from a few favourite departments. */
const FAVOURITE_SHARE = 0.35;
const FAVOURITES = 8;

/** Draws the departments and products that a customer has not bought before. */
export class NewProducts {
  private readonly babies = departmentIndex("babies");
  private readonly alcohol = departmentIndex("alcohol");
  private readonly ordinary = new AliasTable(DEPARTMENTS.map((_, index) => this.ordinaryWeight(index)));
  private readonly ids: readonly Uint16Array[];
  private readonly products: readonly AliasTable[];
  private readonly customers: Customers;
  private readonly plants: Plants;
  private readonly random: Random;
  private readonly favourites = new Uint8Array(FAVOURITES);
  private babiesShare = 0;
  private alcoholShare = 0;

  constructor(catalogue: Catalogue, customers: Customers, plants: Plants, random: Random) {
    this.customers = customers;
    this.plants = plants;
    this.random = random;
    const ids = DEPARTMENTS.map((_, index) =>
      [...catalogue.department.keys()].filter((id) => id > 0 && catalogue.department[id] === index)
    );
    this.ids = ids.map((list) => Uint16Array.from(list));
    this.products = this.ids.map((list) => new AliasTable(Array.from(list, (id) => catalogue.weight[id]!)));
  }

  /** Turns to a customer; to be called once each, in order. */
  startCustomer(customer: number): void {
    const {random, plants} = this;
    const times = isYoungFamily(this.customers, customer) ? plants.young_family_babies_times : 1;
    const buyer = random.chance(BABY_BUYERS.share) ? BABY_BUYERS.times : BABY_BUYERS.othersTimes;
    this.babiesShare = BABIES_SHARE * times * buyer;
    this.alcoholShare = random.chance(DRINKS_CUSTOMERS_SHARE) ? plants.drinks_alcohol_share : ALCOHOL_SHARE;
    for (let i = 0; i < FAVOURITES; i++) this.favourites[i] = this.ordinary.draw(random);
  }

  /** Index of a department. Favourites are drawn from the ordinary mix, so they change no department's share. */
  department(): number {
    const {random} = this;
    const fraction = random.fraction();
    if (fraction < this.babiesShare) return this.babies;
    if (fraction < this.babiesShare + this.alcoholShare) return this.alcohol;
    if (random.chance(FAVOURITE_SHARE)) return this.favourites[random.below(FAVOURITES)]!;
    return this.ordinary.draw(random);
  }

  /** Id of a product of the department. */
  product(department: number): number {
    return this.ids[department]![this.products[department]!.draw(this.random)]!;
  }

  /** Departments with many repeats need fewer new products for the same share of lines. */
  private ordinaryWeight(index: number): number {
    const {lineShare, reorderShare} = DEPARTMENTS[index]!;
    return index === this.babies || index === this.alcohol ? 0 : lineShare * (1 - reorderShare);
  }
}

import type {Test} from "../data-loaders/config/segments.ts";
import {ALCOHOL_SHARE, BABIES_SHARE, DRINKS_CUSTOMERS_SHARE} from "./newProducts.ts";
import {EARLY_HOURS} from "./orderTimes.ts";
import {PAIR_PRODUCTS} from "./plantedPair.ts";
import {PLANTS} from "./plants.ts";
import type {Plants} from "./plants.ts";

/** Tests on facts, columns or segments of a customer, in the words of `config/segments.yaml`. */
export type PlantedCondition = Readonly<Record<string, Test>>;

/** What is true of every sample by construction. Grain: one row per comparison. */
export interface PlantedTruth {
  readonly id: string;
  /** `null` says that whatever a sample shows is chance. */
  readonly kind: "difference" | "null";
  /** Whom the rule is about, in words. */
  readonly who: string;
  /** The same as conditions on facts; absent where the group shows in no fact, or where no group is compared. */
  readonly when?: PlantedCondition;
  /** Whom the group is compared with; absent: all customers outside it. */
  readonly against?: PlantedCondition;
  /** What is compared, in the report's words, with the rows it is counted over. */
  readonly measure: string;
  /**
   * Size of the difference in the limit of many customers. `times`: the group's value over that of all others;
   * `plus`: the group's value minus that of all others; `share`, `lift`: the value itself.
   */
  readonly effect: {
    readonly form: "times" | "plus" | "share" | "lift";
    readonly value: number;
    readonly unit: string;
  };
  /** By how much the limit may differ from `value` because repeats and small baskets blur it; same unit. */
  readonly within: number;
  /** How the generator makes it, and what follows from it elsewhere. */
  readonly how: string;
}

/**
 * What a report on a sample must find, and what it must deny, for these strengths. All of a customer's draws are
 * independent of all other customers, so the customer is the unit to resample.
 */
export function plantedTruths(strengths: Partial<Plants> = {}): readonly PlantedTruth[] {
  const plants = {...PLANTS, ...strengths};
  return [
    youngFamilies(plants),
    regions(plants),
    priceByHour(),
    loyalReorders(plants),
    seniorHours(plants),
    drinksCustomers(plants),
    drinksByDemographics(),
    pair(plants),
    basketByLoyalty()
  ];
}

function youngFamilies({young_family_babies_times: times}: Plants): PlantedTruth {
  return {
    id: "young-families-buy-for-babies",
    kind: times === 1 ? "null" : "difference",
    who: "Customers under 50 with dependants, three in eight of all",
    when: {"customer.dependants": {from: 1}, "customer.age": {below: 50}},
    measure: "share of item lines from babies",
    effect: {form: "times", value: times, unit: "times"},
    within: 0.02 * times,
    how: `Of the products new to a customer, ${BABIES_SHARE} come from babies, and ${times} times that in the group. In both, a fifth of customers take three times their group's share and the others half of it. All other departments shrink in proportion: the group's other shares are lower by about a hundredth of themselves.`
  };
}

function regions({south_basket_times: times}: Plants): PlantedTruth {
  return {
    id: "regions-are-alike",
    kind: times === 1 ? "null" : "difference",
    who: "Customers in the South (and in every other region, state and gender: nothing depends on them)",
    when: {region: {in: ["South"]}},
    measure: "every measure; items per order stands for all",
    effect: {form: "times", value: times, unit: "times"},
    within: times === 1 ? 0 : 0.03,
    how: "States are dealt out in equal numbers, in random order. Only `south_basket_times` can make a difference, and it is 1 by default."
  };
}

function priceByHour(): PlantedTruth {
  return {
    id: "price-is-the-same-at-every-hour",
    kind: "null",
    who: "All orders, by hour of the day and by day",
    measure: "mean price per item line",
    effect: {form: "plus", value: 0, unit: "dollars"},
    within: 0.01,
    how: "Products are drawn without looking at the hour. What little is left comes from who orders when: less than a cent."
  };
}

function loyalReorders({loyal_new_product_times: times}: Plants): PlantedTruth {
  return {
    id: "loyal-customers-repeat-more",
    kind: times === 1 ? "null" : "difference",
    who: "Customers with more than 40 prior orders, about one in twelve",
    when: {orders_placed: {above: 40}},
    against: {orders_placed: {from: 20, up_to: 40}},
    measure: "share of item lines that are new to the customer, in prior orders number 5 to 20",
    effect: {form: "times", value: times, unit: "times"},
    within: 0.02,
    how: "Repeats become likelier with every order of any customer, so the reorder share over all orders rises with loyalty even at strength 1: about 0.36 up to 10 orders, 0.57 up to 40, 0.70 above. In the group the chance of a new product is multiplied on top, at every order number, which makes the last 0.75. The comparison takes orders that both groups have placed, since it would otherwise compare early orders with late ones."
  };
}

function seniorHours({senior_early_share: share}: Plants): PlantedTruth {
  return {
    id: "seniors-order-earlier",
    kind: share === 0 ? "null" : "difference",
    who: "Customers aged 65 and over, 17 in 64 of all",
    when: {"customer.age": {from: 65}},
    measure: "mean hour of the day of an order",
    effect: {form: "plus", value: -EARLY_HOURS * share, unit: "hours"},
    within: 0.02,
    how: `A share of ${share} of the group's orders is placed ${EARLY_HOURS} hours earlier than drawn, though not before hour 0. Days are not touched.`
  };
}

function drinksCustomers({drinks_alcohol_share: share}: Plants): PlantedTruth {
  return {
    id: "drinks-customers-buy-alcohol",
    kind: share === ALCOHOL_SHARE ? "null" : "difference",
    who: `A share of ${DRINKS_CUSTOMERS_SHARE} of customers, drawn without looking at anything else`,
    measure: "share of item lines from alcohol among these customers, who show only by it",
    effect: {form: "share", value: share, unit: "share of lines"},
    within: 0.05 * share,
    how: `Of the products new to them a share of ${share} comes from alcohol, of those new to all others ${ALCOHOL_SHARE}.`
  };
}

function drinksByDemographics(): PlantedTruth {
  return {
    id: "alcohol-is-bought-at-every-age",
    kind: "null",
    who: "Customers by age, income, family status, dependants, gender or region",
    measure: "share of item lines from alcohol",
    effect: {form: "plus", value: 0, unit: "share of lines"},
    within: 0.0002,
    how: "Drinks customers are drawn without looking at who they are. Young families have a hundredth less of everything but babies."
  };
}

function pair({pair_lift: lift}: Plants): PlantedTruth {
  const [first, second] = PAIR_PRODUCTS;
  return {
    id: "two-products-go-together",
    kind: lift === 1 ? "null" : "difference",
    who: `${first.name} and ${second.name}`,
    measure: "lift of the two products over prior orders",
    effect: {form: "lift", value: lift, unit: "times"},
    within: 0,
    how: `Each prior order holds the first with chance ${first.orderShare}, the second with chance ${second.orderShare}, and both with ${lift} times the product of the two. Nothing else puts them into a basket, so the three rates are exact.`
  };
}

function basketByLoyalty(): PlantedTruth {
  return {
    id: "baskets-are-alike-at-every-loyalty",
    kind: "null",
    who: "Customers by the number of their prior orders, by age, income and dependants",
    measure: "items per order",
    effect: {form: "times", value: 1, unit: "times"},
    within: 0.01,
    how: "The size of a customer's baskets is drawn without looking at anything else."
  };
}

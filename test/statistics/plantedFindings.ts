import {smallestDifference} from "../../data-loaders/statistics/smallestDifference.ts";
import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import type {Comparison} from "../../data-loaders/statistics/comparison.ts";
import {differenceBetween} from "../../data-loaders/statistics/differenceBetween.ts";
import {differenceFromEveryone} from "../../data-loaders/statistics/differenceFromEveryone.ts";
import {indexInterval} from "../../data-loaders/statistics/indexInterval.ts";
import {liftInterval} from "../../data-loaders/statistics/liftInterval.ts";
import type {Moments} from "../../data-loaders/statistics/moments.ts";
import {momentsOf} from "../../data-loaders/statistics/moments.ts";
import {segmentationVerdict} from "../../data-loaders/statistics/segmentationVerdict.ts";
import {timesBetween} from "../../data-loaders/statistics/timesBetween.ts";
import type {Verdict} from "../../data-loaders/statistics/verdict.ts";
import type {Measure} from "../../data-loaders/config/measures.ts";
import {readMeasures} from "../../data-loaders/config/readMeasures.ts";
import {PAIR_PRODUCTS} from "../../sample/plantedPair.ts";
import type {PlantedShop, Ratio} from "./plantedShop.ts";
import {ratioAt, shareAt} from "./plantedShop.ts";

/** What the statistics say of one drawn sample. */
export interface PlantedFindings {
  /** By the planted truth's id. */
  readonly differences: Readonly<Record<string, Comparison>>;
  /** By measure and segmentation. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

const {measures} = readMeasures("config/measures.yaml");
const measure = (name: string): Measure => measures.find((each) => each.name === name)!;

const REGION = [
  "items_per_order",
  "spend_per_order",
  "price_per_item",
  "orders_per_customer",
  "spend_per_customer",
  "reorder_share"
];

/** Planted differences that a report can see; drinks customers show in no fact but what they buy. */
export const PLANTED = [
  "young-families-buy-for-babies",
  "loyal-customers-repeat-more",
  "seniors-order-earlier",
  "two-products-go-together"
];

/** Verdicts on what nothing was planted in. */
export const NOTHING_PLANTED = [
  ...REGION.map((name) => `${name} by region`),
  "items_per_order by loyalty",
  "items_per_order by age_group",
  "items_per_order by income_group",
  "price_per_item by hour",
  "share of alcohol by region",
  "share of alcohol by age_group",
  "share of babies by region"
];

const ITEMS = [{shareOf: "items"}] as const;
const ratios = (names: readonly string[]) => names.map((name) => ({over: ratioOf(measure(name))}));

/** All that the findings are made of, counted in one pass. */
export const QUERIES: readonly AggregateQuery[] = [
  {by: [], spreads: ratios(REGION)},
  {by: ["region"], spreads: ratios(REGION)},
  {by: ["loyalty"], spreads: ratios(["items_per_order"])},
  {by: ["age_group"], spreads: ratios(["items_per_order"])},
  {by: ["income_group"], spreads: ratios(["items_per_order"])},
  {by: ["hour"], spreads: ratios(["price_per_item"])},
  {by: ["department"], spreads: ITEMS},
  {by: ["region", "department"], spreads: ITEMS},
  {by: ["age_group", "department"], spreads: ITEMS},
  {by: ["young_families_buy_for_babies"]},
  {by: ["young_families_buy_for_babies", "department"], spreads: ITEMS},
  {by: ["loyal_customers_repeat_more", "midway"], spreads: [{over: ["reordered_items", "items"]}]}
];

export function plantedFindings(shop: PlantedShop): PlantedFindings {
  return {
    differences: {
      "young-families-buy-for-babies": babies(shop),
      "loyal-customers-repeat-more": newItems(shop),
      "seniors-order-earlier": orderHours(shop),
      "two-products-go-together": pair(shop)
    },
    verdicts: {
      "index of babies by young families": departmentIndex(shop),
      ...bySegments(shop, "region", REGION),
      ...bySegments(shop, "loyalty", ["items_per_order"]),
      ...bySegments(shop, "age_group", ["items_per_order"]),
      ...bySegments(shop, "income_group", ["items_per_order"]),
      "price_per_item by hour": byHour(shop),
      "share of alcohol by region": departmentShare(shop, "region", "alcohol"),
      "share of alcohol by age_group": departmentShare(shop, "age_group", "alcohol"),
      "share of babies by region": departmentShare(shop, "region", "babies")
    }
  };
}

interface DepartmentMoments {
  /** By segment. */
  readonly segments: readonly Moments[];
  readonly everyone: Moments;
}

function departmentMoments(shop: PlantedShop, segmentation: string, department: string): DepartmentMoments {
  const cells = shop.counted(segmentation, "department");
  const [all, group, everyone] = [shop.counted("department"), shop.counted(segmentation), shop.counted()];
  const [segments, departments] = cells.dimensions.map(({labels}) => labels) as [string[], string[]];
  const code = departments.indexOf(department);
  return {
    segments: segments.map((_, segment) =>
      shareAt(cells, segment * departments.length + code, group, segment)
    ),
    everyone: shareAt(all, code, everyone, 0)
  };
}

function babies(shop: PlantedShop): Comparison {
  const {segments} = departmentMoments(shop, "young_families_buy_for_babies", "babies");
  return timesBetween(segments[0]!, segments[1]!);
}

function departmentIndex(shop: PlantedShop): Verdict {
  const {segments, everyone} = departmentMoments(shop, "young_families_buy_for_babies", "babies");
  const indices = segments.map((each) => indexInterval(each, everyone));
  return segmentationVerdict(indices, smallestDifference(measure("index"), 100)).verdict;
}

function departmentShare(shop: PlantedShop, segmentation: string, department: string): Verdict {
  const {segments, everyone} = departmentMoments(shop, segmentation, department);
  return verdictOf(measure("item_share"), segments, everyone);
}

function verdictOf(of: Measure, segments: readonly Moments[], everyone: Moments): Verdict {
  const differences = segments.map((each) => differenceFromEveryone(each, everyone));
  return segmentationVerdict(differences, smallestDifference(of, everyone.n / everyone.d)).verdict;
}

function bySegments(
  shop: PlantedShop,
  segmentation: string,
  names: readonly string[]
): Record<string, Verdict> {
  const [cells, all] = [shop.counted(segmentation), shop.counted()];
  const found = names.map((name) => {
    const over = ratioOf(measure(name));
    const segments = Array.from({length: cells.cells}, (_, cell) => ratioAt(cells, cell, over));
    return [`${name} by ${segmentation}`, verdictOf(measure(name), segments, ratioAt(all, 0, over))];
  });
  return Object.fromEntries(found) as Record<string, Verdict>;
}

function ratioOf(of: Measure): Ratio {
  if (of.kind !== "ratio") throw new Error(`${of.name} is no ratio`);
  return of.over;
}

/** An hour is no group of customers; it is compared with all other hours as if their customers were others. */
function byHour(shop: PlantedShop): Verdict {
  const over = ratioOf(measure("price_per_item"));
  const cells = shop.counted("hour");
  const everyone = ratioAt(shop.counted(), 0, over);
  const differences = Array.from({length: cells.cells}, (_, hour) =>
    differenceBetween(ratioAt(cells, hour, over), everyone)
  );
  return segmentationVerdict(
    differences,
    smallestDifference(measure("price_per_item"), everyone.n / everyone.d)
  ).verdict;
}

/** Items that are new to the customer among all, in orders that both groups have placed. */
function newItems(shop: PlantedShop): Comparison {
  const over: Ratio = ["reordered_items", "items"];
  const cells = shop.counted("loyal_customers_repeat_more", "midway");
  const [loyal, nearly] = [0, 2].map((cell) => withoutPart(ratioAt(cells, cell, over)));
  return timesBetween(loyal!, nearly!);
}

/** Of a part of d, the moments of what is left of d. */
const withoutPart = ({customers, n, d, nn, nd, dd}: Moments): Moments => ({
  customers,
  n: d - n,
  d,
  nn: dd - 2 * nd + nn,
  nd: dd - nd,
  dd
});

/** The mean hour of an order is no measure: counted here by a plain loop, as are the products' orders. */
function orderHours({segmented: {baskets, segmentations}}: PlantedShop): Comparison {
  const {codes} = segmentations.find(({name}) => name === "seniors_order_earlier")!;
  const [hours, orders]: [number[][], number[][]] = [
    [[], []],
    [[], []]
  ];
  for (let customer = 0; customer < baskets.customers; customer++) {
    const [from, to] = [baskets.orderStart[customer]!, baskets.orderStart[customer + 1]!];
    let sum = 0;
    for (let order = from; order < to; order++) sum += baskets.orderSlot[order]! % 24;
    hours[codes[customer]!]!.push(sum);
    orders[codes[customer]!]!.push(to - from);
  }
  return differenceBetween(momentsOf(hours[0]!, orders[0]!), momentsOf(hours[1]!, orders[1]!));
}

/** The pair is drawn order by order, whoever the customer is, so here orders may be counted. */
function pair({segmented: {baskets}}: PlantedShop): Comparison {
  const [one, other] = PAIR_PRODUCTS.map(({name}) => baskets.words.productNames.indexOf(name));
  const counts = {both: 0, first: 0, second: 0, all: baskets.orders};
  for (let order = 0; order < baskets.orders; order++) {
    let [hasFirst, hasSecond] = [false, false];
    for (let at = baskets.itemStart[order]!; at < baskets.itemStart[order + 1]!; at++) {
      const product = baskets.item[at]! & PRODUCT;
      hasFirst ||= product === one;
      hasSecond ||= product === other;
    }
    counts.first += Number(hasFirst);
    counts.second += Number(hasSecond);
    counts.both += Number(hasFirst && hasSecond);
  }
  return liftInterval(counts);
}

const PRODUCT = 2 ** 22 - 1;

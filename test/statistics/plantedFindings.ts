import {smallestDifference} from "../../data-loaders/statistics/smallestDifference.ts";
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

export async function plantedFindings(shop: PlantedShop): Promise<PlantedFindings> {
  return {
    differences: {
      "young-families-buy-for-babies": await babies(shop),
      "loyal-customers-repeat-more": await newItems(shop),
      "seniors-order-earlier": orderHours(shop),
      "two-products-go-together": pair(shop)
    },
    verdicts: {
      "index of babies by young families": await departmentIndex(shop),
      ...(await bySegments(shop, "region", REGION)),
      ...(await bySegments(shop, "loyalty", ["items_per_order"])),
      ...(await bySegments(shop, "age_group", ["items_per_order"])),
      ...(await bySegments(shop, "income_group", ["items_per_order"])),
      "price_per_item by hour": await byHour(shop),
      "share of alcohol by region": await departmentShare(shop, "region", "alcohol"),
      "share of alcohol by age_group": await departmentShare(shop, "age_group", "alcohol"),
      "share of babies by region": await departmentShare(shop, "region", "babies")
    }
  };
}

interface DepartmentMoments {
  /** By segment. */
  readonly segments: readonly Moments[];
  readonly everyone: Moments;
}

async function departmentMoments(
  shop: PlantedShop,
  segmentation: string,
  department: string
): Promise<DepartmentMoments> {
  const spreads = [{shareOf: "items"}] as const;
  const cells = await shop.count([segmentation, "department"], spreads);
  const all = await shop.count(["department"], spreads);
  const [group, everyone] = [await shop.count([segmentation], []), await shop.count([], [])];
  const [segments, departments] = cells.dimensions.map(({labels}) => labels) as [string[], string[]];
  const code = departments.indexOf(department);
  return {
    segments: segments.map((_, segment) =>
      shareAt(cells, segment * departments.length + code, group, segment)
    ),
    everyone: shareAt(all, code, everyone, 0)
  };
}

async function babies(shop: PlantedShop): Promise<Comparison> {
  const {segments} = await departmentMoments(shop, "young_families_buy_for_babies", "babies");
  return timesBetween(segments[0]!, segments[1]!);
}

async function departmentIndex(shop: PlantedShop): Promise<Verdict> {
  const {segments, everyone} = await departmentMoments(shop, "young_families_buy_for_babies", "babies");
  const indices = segments.map((each) => indexInterval(each, everyone));
  return segmentationVerdict(indices, smallestDifference(measure("index"), 100)).verdict;
}

async function departmentShare(
  shop: PlantedShop,
  segmentation: string,
  department: string
): Promise<Verdict> {
  const {segments, everyone} = await departmentMoments(shop, segmentation, department);
  return verdictOf(measure("item_share"), segments, everyone);
}

function verdictOf(of: Measure, segments: readonly Moments[], everyone: Moments): Verdict {
  const differences = segments.map((each) => differenceFromEveryone(each, everyone));
  return segmentationVerdict(differences, smallestDifference(of, everyone.n / everyone.d)).verdict;
}

async function bySegments(
  shop: PlantedShop,
  segmentation: string,
  names: readonly string[]
): Promise<Record<string, Verdict>> {
  const ratios = names.map((name) => ratioOf(measure(name)));
  const spreads = ratios.map((over) => ({over}));
  const [cells, all] = [await shop.count([segmentation], spreads), await shop.count([], spreads)];
  const found = names.map((name, at) => {
    const segments = Array.from({length: cells.cells}, (_, cell) => ratioAt(cells, cell, ratios[at]!));
    return [`${name} by ${segmentation}`, verdictOf(measure(name), segments, ratioAt(all, 0, ratios[at]!))];
  });
  return Object.fromEntries(found) as Record<string, Verdict>;
}

function ratioOf(of: Measure): Ratio {
  if (of.kind !== "ratio") throw new Error(`${of.name} is no ratio`);
  return of.over;
}

/** An hour is no group of customers; it is compared with all other hours as if their customers were others. */
async function byHour(shop: PlantedShop): Promise<Verdict> {
  const over = ratioOf(measure("price_per_item"));
  const cells = await shop.count(["hour"], [{over}]);
  const everyone = ratioAt(await shop.count([], [{over}]), 0, over);
  const differences = Array.from({length: cells.cells}, (_, hour) =>
    differenceBetween(ratioAt(cells, hour, over), everyone)
  );
  return segmentationVerdict(
    differences,
    smallestDifference(measure("price_per_item"), everyone.n / everyone.d)
  ).verdict;
}

/** Items that are new to the customer among all, in orders that both groups have placed. */
async function newItems(shop: PlantedShop): Promise<Comparison> {
  const over: Ratio = ["reordered_items", "items"];
  const cells = await shop.count(["loyal_customers_repeat_more", "midway"], [{over}]);
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

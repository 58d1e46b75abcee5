import type {Aggregate, AggregateQuery, Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import type {CellMoments} from "../../data-loaders/aggregates/spread.ts";
import {spreadKey} from "../../data-loaders/aggregates/spread.ts";
import type {Part} from "../../data-loaders/config/measures.ts";
import type {ReportSettings} from "../../data-loaders/config/report.ts";
import type {Segments} from "../../data-loaders/config/segments.ts";
import type {Sources} from "../../data-loaders/config/sources.ts";
import type {PopulationFlow} from "../../data-loaders/tables/populationFlow.ts";
import type {PageContext} from "../../src/pages/pageSource.ts";
import {NO_ANALYSES} from "../../src/figures/analyses/countedAnalyses.ts";
import type {Report} from "../../src/pages/report.ts";
import {measures} from "./tinyMeasures.ts";
import {tinyMoments} from "./tinyMoments.ts";
import type {Item} from "./tinyShop.ts";
import {departments, products, shop} from "./tinyShop.ts";

const week = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

export const dimensions: readonly Dimension[] = [
  {name: "loyalty", title: "Loyalty", grain: "customer", labels: ["New", "Regular", "Loyal"], ordered: true},
  {
    name: "profile",
    title: "Profile",
    grain: "customer",
    labels: ["Pet <owner> & co", "Été 🐟", "Everyone else"],
    ordered: false
  },
  {
    name: "price_range",
    title: "Price range",
    grain: "item",
    labels: ["Low price", "Mid price", "High price"],
    ordered: true
  },
  {name: "day", title: "Day", grain: "order", labels: week, ordered: true},
  {
    name: "hour",
    title: "Hour",
    grain: "order",
    labels: Array.from({length: 24}, (_, hour) => String(hour)),
    ordered: true
  },
  {name: "department", title: "Department", grain: "item", labels: departments, ordered: false},
  {name: "product", title: "Product", grain: "item", labels: products, ordered: false}
];

/** Cells under this many customers are hidden. */
const atLeast = 3;

/** Counts a query by plain loops over the items, and hides small cells. */
export function aggregateOf({by, spreads = []}: AggregateQuery): Aggregate {
  const dims = by.map((name) => dimensions.find((dimension) => dimension.name === name)!);
  const cells = dims.reduce((product, {labels}) => product * labels.length, 1);
  const byItems = dims.some(({grain}) => grain === "item");
  const width = 31;
  const names: Part[] = [
    "customers",
    "items",
    "priced_items",
    "spend",
    "reordered_items",
    ...(byItems ? [] : (["orders", "gaps", "gap_days"] as const))
  ];
  const parts = Object.fromEntries(names.map((name) => [name, new Float64Array(cells)])) as Record<
    Part,
    Float64Array
  >;
  const counts = new Float64Array(cells * width);
  const seen = new Set<string>();
  const isNew = (key: string) => !seen.has(key) && seen.add(key);
  for (const item of shop) {
    const cell = dims.reduce((index, {name, labels}) => index * labels.length + item[name as keyof Item], 0);
    parts.items[cell]! += 1;
    parts.priced_items[cell]! += 1;
    parts.spend[cell]! += item.price;
    parts.reordered_items[cell]! += item.reordered;
    if (isNew(`customer ${cell} ${item.customer}`)) parts.customers[cell]! += 1;
    if (byItems || !isNew(`order ${cell} ${item.order}`)) continue;
    parts.orders[cell]! += 1;
    if (item.gap < 0) continue;
    parts.gaps[cell]! += 1;
    parts.gap_days[cell]! += item.gap;
    counts[cell * width + item.gap]! += 1;
  }
  const hidden = Uint8Array.from(parts.customers, (customers) =>
    customers > 0 && customers < atLeast ? 1 : 0
  );
  const veiled = (values: Float64Array, run = 1) =>
    values.map((value, at) => (hidden[Math.floor(at / run)] ? Number.NaN : value));
  const moments = spreads.map((spread): [string, CellMoments] => {
    const {nn, nd, dd} = tinyMoments(spread, dims, cells);
    return [spreadKey(spread), {nn: veiled(nn), nd: veiled(nd), dd: veiled(dd)}];
  });
  return {
    dimensions: dims,
    cells,
    parts: Object.fromEntries(names.map((name) => [name, veiled(parts[name])])) as Record<Part, Float64Array>,
    hidden,
    ...(spreads.length > 0 && {spreads: new Map(moments)}),
    ...(!byItems && {gap_histogram: {width, counts: veiled(counts, width)}})
  };
}

const labelled = (name: string) =>
  dimensions.find((dimension) => dimension.name === name)!.labels.map((label) => ({label}));

const segments: Segments = {
  facts: [
    {
      name: "orders_placed",
      per: "customer",
      of: "order",
      column: "order_number",
      take: "max",
      where: {all: []},
      unit: "orders",
      missing: "never",
      says: "highest prior order number"
    },
    {
      name: "pet_share",
      per: "customer",
      of: "item",
      take: "share",
      where: {subject: "item.department", test: {in: ["pets"]}},
      unit: "share",
      missing: "never",
      says: "share of the customer’s items from pets"
    }
  ],
  segmentations: [
    {
      kind: "bins",
      name: "loyalty",
      title: "Loyalty",
      grain: "customer",
      by: "orders_placed",
      segments: labelled("loyalty"),
      bins: [{label: "New", up_to: 5}, {label: "Regular", up_to: 15}, {label: "Loyal"}]
    },
    {
      kind: "rules",
      name: "profile",
      title: "Profile",
      grain: "customer",
      match: "first",
      else: "Everyone else",
      segments: [
        {label: "Pet <owner> & co", say: "Feeds a *pet*"},
        {label: "Été 🐟"},
        {label: "Everyone else"}
      ],
      rules: [
        {label: "Pet <owner> & co", when: {subject: "pet_share", test: {above: 0.02}}},
        {label: "Été 🐟", when: {subject: "customer.age", test: {from: 65}}}
      ]
    },
    {
      kind: "bins",
      name: "price_range",
      title: "Price range",
      grain: "item",
      by: "item.price",
      segments: labelled("price_range"),
      bins: [{label: "Low price", up_to: 5}, {label: "Mid price", up_to: 15}, {label: "High price"}]
    }
  ]
};

const settings: ReportSettings = {
  title: "Who shops & when",
  subtitle: "A tiny report",
  organisation: "Tiny",
  audience: "Tests",
  version: "1.2.3",
  date: "2026-11-22",
  language: "en",
  paper: "A4",
  summary: [],
  customersAtLeast: atLeast,
  largestCustomerAtMost: 0.5,
  segmentPages: ["profile"]
};

const sources: Sources = {
  citation: "“The Tiny Data Set”",
  notice: "Prices and customers are invented.",
  day_zero: "Saturday",
  tables: {} as Sources["tables"]
};

const flow: PopulationFlow = {
  tables: [
    {
      table: "items",
      file: "items.csv",
      rows_in: shop.length + 5,
      rows_used: shop.length,
      set_aside: [
        {reason: "names no product", rows: 3, kind: "defect", lines: [4, 9, 12]},
        {reason: "not asked for", because: "only prior orders <have> lines", rows: 2, kind: "rule", lines: []}
      ]
    }
  ],
  values: [
    {
      table: "products",
      column: "price",
      note: "above 100, taken as missing",
      because: "typing errors",
      rows: 2
    }
  ]
};

export function tinyContext(unavailable: ReadonlyMap<string, string> = new Map()): PageContext {
  const known = dimensions.filter(({name}) => !unavailable.has(name));
  return {settings, recommendations: [], measures, segments, dimensions: known, unavailable};
}

export const tinyReport: Report = {
  settings,
  recommendations: [],
  glossary: [{term: "Lift & co", says: "How many times as often."}],
  sources,
  segments,
  measures,
  dimensions,
  flow,
  analyses: NO_ANALYSES,
  aggregate: aggregateOf
};

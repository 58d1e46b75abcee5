import type {Aggregate, AggregateQuery, Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import type {CellMoments, SpreadOf} from "../../data-loaders/aggregates/spread.ts";
import {spreadKey} from "../../data-loaders/aggregates/spread.ts";
import type {Part} from "../../data-loaders/config/measures.ts";
import type {ReportSettings} from "../../data-loaders/config/report.ts";
import type {Segments} from "../../data-loaders/config/segments.ts";
import type {Sources} from "../../data-loaders/config/sources.ts";
import type {PopulationFlow} from "../../data-loaders/tables/populationFlow.ts";
import type {PageContext} from "../../src/pages/pageSource.ts";
import type {Report} from "../../src/pages/report.ts";
import {measures} from "./tinyMeasures.ts";

/** Grain: one row per item of a made-up shop with 40 customers, small enough to count by plain loops. */
interface Item {
  readonly customer: number;
  readonly order: number;
  readonly loyalty: number;
  readonly profile: number;
  readonly day: number;
  readonly hour: number;
  readonly gap: number;
  readonly department: number;
  readonly product: number;
  readonly price_range: number;
  readonly price: number;
  readonly reordered: number;
}

const departments = ["produce", "dairy eggs", "pets & <co>", "alcohol"];
const products = [
  "Banana",
  "Milk, whole",
  "$" + "{process.exit()} {{ report.version }}",
  'Wine "red" <b>|*_`',
  "Lemon",
  "Cheese"
];
const productDepartment = [0, 1, 2, 3, 0, 1];
const productPrice = [200, 650, 1200, 1800, 150, 900];

function items(): Item[] {
  const rows: Item[] = [];
  let seed = 42;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  let order = 0;
  for (let customer = 0; customer < 40; customer++) {
    const loyalty = customer < 24 ? 0 : customer < 36 ? 1 : 2;
    const profile = customer % 8 === 0 ? 0 : customer % 10 === 1 ? 1 : 2;
    const orders = [3, 8, 20][loyalty]! + next(4);
    for (let n = 0; n < orders; n++, order++) {
      const [day, hour] = [next(9) % 7, 8 + next(12)];
      const gap = n === 0 ? -1 : 3 + next(20);
      const size = 2 + next(4);
      for (let line = 0; line < size; line++) {
        const product =
          profile === 0 && line === 0 ? 2 : [0, 0, 0, 1, 1, 4, 4, 5, 3][next(customer === 7 ? 9 : 8)]!;
        const price = productPrice[product]!;
        rows.push({
          customer,
          order,
          loyalty,
          profile,
          day,
          hour,
          gap,
          product,
          price,
          department: productDepartment[product]!,
          price_range: price <= 500 ? 0 : price <= 1500 ? 1 : 2,
          reordered: next(2)
        });
      }
    }
  }
  return rows;
}

const shop = items();
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
    const {nn, nd, dd} = momentsOf(spread, dims, cells);
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

/** Sums over customers of squares and products, by a plain loop for each customer. */
function momentsOf(spread: SpreadOf, dims: readonly Dimension[], cells: number): CellMoments {
  const sums = {nn: new Float64Array(cells), nd: new Float64Array(cells), dd: new Float64Array(cells)};
  const cellOf = (item: Item, over: readonly Dimension[]) =>
    over.reduce((index, {name, labels}) => index * labels.length + item[name as keyof Item], 0);
  for (let customer = 0; customer < 40; customer++) {
    const own = shop.filter((item) => item.customer === customer);
    for (let cell = 0; cell < cells; cell++) {
      const there = own.filter((item) => cellOf(item, dims) === cell);
      const isOfGroup = dims.every(({name, labels, grain}, at) => {
        const stride = dims.slice(at + 1).reduce((product, each) => product * each.labels.length, 1);
        return (
          grain !== "customer" || own[0]![name as keyof Item] === Math.floor(cell / stride) % labels.length
        );
      });
      if (!isOfGroup || (there.length === 0 && "over" in spread)) continue;
      const [n, d] =
        "over" in spread
          ? [partOf(there, spread.over[0]), partOf(there, spread.over[1])]
          : [partOf(there, spread.shareOf), partOf(own, spread.shareOf)];
      sums.nn[cell]! += n * n;
      sums.nd[cell]! += n * d;
      sums.dd[cell]! += d * d;
    }
  }
  return sums;
}

/** A part of some of one customer's items. */
function partOf(items: readonly Item[], part: Part): number {
  const orders = new Map(items.map((item) => [item.order, item]));
  switch (part) {
    case "customers":
      return items.length > 0 ? 1 : 0;
    case "orders":
      return orders.size;
    case "spend":
      return items.reduce((sum, {price}) => sum + price, 0);
    case "reordered_items":
      return items.reduce((sum, {reordered}) => sum + reordered, 0);
    case "gaps":
      return [...orders.values()].filter(({gap}) => gap >= 0).length;
    case "gap_days":
      return [...orders.values()].reduce((sum, {gap}) => sum + Math.max(0, gap), 0);
    default:
      return items.length;
  }
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
  customersAtLeast: atLeast,
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
  return {settings, measures, segments, dimensions: known, unavailable};
}

export const tinyReport: Report = {
  settings,
  sources,
  segments,
  measures,
  dimensions,
  flow,
  aggregate: aggregateOf
};

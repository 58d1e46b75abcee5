import {distance} from "fastest-levenshtein";
import type {Part} from "../config/measures.ts";
import type {AggregateQuery} from "./aggregate.ts";
import {isOfCustomers} from "./dimensions.ts";
import type {CodedDimension} from "./dimensions.ts";
import type {SpreadOf} from "./spread.ts";

/** One factor of a cell's number: codes of dimensions that are keyed alike, folded into one. */
export interface Factor {
  /** Absent when no dimension of the query is keyed so. */
  readonly codes?: Uint16Array | Uint32Array;
  readonly size: number;
}

/** How one customer's orders and items are split: code = (slot × orderSize + order) × productSize + product. */
export interface Split {
  /** Keyed by day × 24 + hour. */
  readonly slot: Factor;
  readonly order: Factor;
  readonly product: Factor;
  readonly size: number;
  /** Whether the code is the product itself. */
  readonly isProduct: boolean;
}

/**
 * A query made ready for a pass: cell = customer × split size + code of the split.
 * Plain data; worker threads get it as it is.
 */
export interface CellPlan {
  readonly customer: Factor;
  /** Index into the splits. */
  readonly split: number;
  readonly cells: number;
  readonly spreads: readonly SpreadOf[];
}

/** Plans that are counted together: its customers' groups are all combinations of their segments, row-major. */
export interface CountedPlan extends Omit<CellPlan, "customer"> {
  readonly customers: readonly Factor[];
}

/** The group of each of `count` customers from `first` on, times `step`, in `groups`. */
export function fillGroups(
  {customers}: CountedPlan,
  step: number,
  first: number,
  count: number,
  groups: Uint32Array
): void {
  groups.fill(0, 0, count);
  let weight = step;
  for (const {codes, size} of [...customers].reverse()) {
    for (let at = 0; at < count; at++) groups[at]! += codes![first + at]! * weight;
    weight *= size;
  }
}

/** A query with its dimensions found. */
export interface AskedCells {
  readonly dimensions: readonly CodedDimension[];
  readonly spreads: readonly SpreadOf[];
}

/** All that is asked of one pass. Queries that differ only in the customers' segmentation have the same split. */
export interface CellPlans {
  readonly plans: readonly CellPlan[];
  readonly splits: readonly Split[];
}

/** @throws Error for a dimension nobody declared, and for spreads of parts that the grouping has not; pages are checked before. */
export function askedCells(
  {by, spreads = []}: AggregateQuery,
  dimensions: readonly CodedDimension[]
): AskedCells {
  const found = by.map((name) => dimensionNamed(name, dimensions));
  for (const spread of spreads) {
    const part = ("over" in spread ? spread.over : [spread.shareOf]).find((name) => !hasPart(found, name));
    if (part) throw new Error(`by ${by.join(" × ")} there is no telling ${part}`);
  }
  return {dimensions: found, spreads};
}

function dimensionNamed(name: string, dimensions: readonly CodedDimension[]): CodedDimension {
  const found = dimensions.find((dimension) => dimension.name === name);
  if (found) return found;
  const near = [...dimensions].sort((a, b) => distance(a.name, name) - distance(b.name, name))[0];
  throw new Error(`no dimension "${name}"; did you mean "${near?.name}"?`);
}

/** An order holds many products, so those alone do not split orders, nor the days before them. */
function hasPart(dimensions: readonly CodedDimension[], part: Part): boolean {
  const ofItems = dimensions.some(({keyedBy}) => keyedBy === "product");
  if (part === "gaps" || part === "gap_days") return !ofItems;
  return part !== "orders" || !ofItems || dimensions.some(({keyedBy}) => ["slot", "order"].includes(keyedBy));
}

/** With the dimensions that each split is made of. */
export function cellPlans(
  asked: readonly AskedCells[]
): CellPlans & {readonly splitDimensions: readonly (readonly CodedDimension[])[]} {
  const splits: Split[] = [];
  const splitDimensions: CodedDimension[][] = [];
  const places = new Map<string, number>();
  const plans = asked.map(({dimensions, spreads}): CellPlan => {
    const within = planOrder(dimensions).filter((dimension) => !isOfCustomers(dimension));
    const key = JSON.stringify(within.map(({name}) => name));
    const split = places.get(key) ?? splits.push(splitBy(within)) - 1;
    places.set(key, split);
    splitDimensions[split] = within;
    const customer = fold(dimensions.filter(isOfCustomers));
    return {customer, split, cells: customer.size * splits[split]!.size, spreads};
  });
  return {plans, splits, splitDimensions};
}

function splitBy(dimensions: readonly CodedDimension[]): Split {
  const [slot, order, product] = (["slot", "order", "product"] as const).map((key) =>
    fold(dimensions.filter(({keyedBy}) => keyedBy === key))
  ) as [Factor, Factor, Factor];
  const isProduct = !slot.codes && !order.codes && isIdentity(product);
  return {slot, order, product, size: slot.size * order.size * product.size, isProduct};
}

function isIdentity({codes, size}: Factor): boolean {
  return codes?.length === size && codes.every((code, at) => code === at);
}

/** Dimensions with the same key become one, row-major. */
function fold(dimensions: readonly CodedDimension[]): Factor {
  const [first, ...rest] = dimensions;
  if (!first) return {size: 1};
  let codes: Uint16Array | Uint32Array = first.codes;
  let size = first.labels.length;
  for (const next of rest) {
    const folded = new Uint32Array(codes.length);
    for (let at = 0; at < folded.length; at++) folded[at] = codes[at]! * next.labels.length + next.codes[at]!;
    codes = folded;
    size *= next.labels.length;
  }
  return {codes, size};
}

/** The dimensions in the order in which a plan numbers its cells. */
export function planOrder<D extends CodedDimension>(dimensions: readonly D[]): D[] {
  const keys = ["customer", "slot", "order", "product"] as const;
  return keys.flatMap((key) => dimensions.filter(({keyedBy}) => keyedBy === key));
}

/** For each cell in the order of the query's dimensions, its cell in the plan's order; undefined where both are one. */
export function planCellOf(dimensions: readonly CodedDimension[], cells: number): Uint32Array | undefined {
  const inPlan = planOrder(dimensions.map((dimension, at) => ({...dimension, at})));
  if (inPlan.every(({at}, place) => at === place)) return undefined;
  const stride = new Array<number>(dimensions.length).fill(0);
  let step = 1;
  for (const {labels, at} of [...inPlan].reverse()) {
    stride[at] = step;
    step *= labels.length;
  }
  return Uint32Array.from({length: cells}, (_, cell) => {
    let rest = cell;
    let planCell = 0;
    for (let at = dimensions.length - 1; at >= 0; at--) {
      const size = dimensions[at]!.labels.length;
      planCell += (rest % size) * stride[at]!;
      rest = Math.floor(rest / size);
    }
    return planCell;
  });
}

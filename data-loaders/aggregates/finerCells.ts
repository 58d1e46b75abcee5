import {planOrder} from "./cellPlan.ts";
import type {AskedCells} from "./cellPlan.ts";
import {isOfCustomers} from "./dimensions.ts";
import type {CodedDimension} from "./dimensions.ts";

/** The cells of a query by the groups that the segments of its segmentation of customers are made of. */
export interface FinerCells {
  /** In the order of a plan. */
  readonly asked: AskedCells;
  /** By group, the segment. */
  readonly groupOf: Uint32Array;
}

const MOST_CELLS = 20_000;

/** Undefined where there is no such segmentation, or there are too many cells. */
export function finerCells({dimensions, spreads}: AskedCells): FinerCells | undefined {
  const [by, ...others] = dimensions.filter(isOfCustomers);
  const finer = by && others.length === 0 ? finerDimension(by) : undefined;
  if (!finer) return undefined;
  const inOrder = planOrder(dimensions.map((each) => (each === by ? finer.dimension : each)));
  if (inOrder.reduce((cells, {labels}) => cells * labels.length, 1) > MOST_CELLS) return undefined;
  return {asked: {dimensions: inOrder, spreads}, groupOf: finer.groupOf};
}

interface FinerDimension {
  readonly dimension: CodedDimension;
  readonly groupOf: Uint32Array;
}

const known = new WeakMap<CodedDimension, FinerDimension | "none">();

/** A segmentation's groups as a dimension. */
export function finerDimension(by: CodedDimension): FinerDimension | undefined {
  const found = known.get(by) ?? madeDimension(by) ?? "none";
  known.set(by, found);
  return found === "none" ? undefined : found;
}

function madeDimension({valueGroups, ...by}: CodedDimension): FinerDimension | undefined {
  const groups = valueGroups?.();
  if (!groups) return undefined;
  const {codes, size} = groups;
  const groupOf = new Uint32Array(size);
  if (!findSegments(codes, by.codes, groupOf)) return undefined;
  const labels = Array.from({length: size}, (_, group) => `${by.name} ${group}`);
  return {dimension: {...by, labels, codes}, groupOf};
}

/** Writes the segment of each group; false where a segment would be cut, so that it is none of whole groups. */
function findSegments(
  groups: Uint16Array,
  segments: CodedDimension["codes"],
  segmentOf: Uint32Array
): boolean {
  for (let customer = 0; customer < groups.length; customer++)
    segmentOf[groups[customer]!] = segments[customer]!;
  return areWhole(groups, segments, segmentOf);
}

function areWhole(groups: Uint16Array, segments: CodedDimension["codes"], segmentOf: Uint32Array): boolean {
  for (let customer = 0; customer < groups.length; customer++)
    if (segmentOf[groups[customer]!] !== segments[customer]) return false;
  return true;
}

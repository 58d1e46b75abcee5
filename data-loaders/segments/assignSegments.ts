import type {FrozenCut} from "../config/frozenText.ts";
import {nowhere} from "../config/locatedProblem.ts";
import type {Where} from "../config/locatedProblem.ts";
import {UserError} from "../config/problem.ts";
import type {Problem} from "../config/problem.ts";
import type {Grain, Segmentation} from "../config/segments.ts";
import {whenSubjects} from "../config/whenSubjects.ts";
import {once} from "../baskets/once.ts";
import type {Baskets} from "../baskets/store.ts";
import type {Subject} from "../facts/subject.ts";
import type {FindSubject} from "../facts/whenMask.ts";
import {cutQuantiles} from "./cutQuantiles.ts";
import {unmetExpectations} from "./expectations.ts";
import {lostRows} from "./lostRows.ts";
import {overlapProblems} from "./overlaps.ts";
import {NONE, segmentCodes} from "./segmentCodes.ts";
import {findSubject, rowsOf} from "./subjects.ts";
import type {FactValues} from "./subjects.ts";
import {valueGroups} from "./valueGroups.ts";
import type {ValueGroups} from "./valueGroups.ts";

/** A segmentation carried out: every row of its grain has exactly one code. */
export interface Assigned {
  readonly name: string;
  readonly title: string;
  readonly grain: Grain;
  readonly labels: readonly string[];
  /** True where the order of segments has meaning (bins). */
  readonly ordered: boolean;
  /** Index into `labels`; one per customer, order, or product (of the item). */
  readonly codes: Uint16Array<SharedArrayBuffer>;
  /** Of customers, where they were put into segments now and by one value of few. */
  readonly valueGroups?: () => ValueGroups | undefined;
}

/** A segmentation as it was carried out, without any problem. */
export interface CarriedOut {
  /** Quantiles with the cut points of this data. */
  readonly segmentation: Segmentation;
  readonly assigned: Assigned;
  /** Cut points that were computed now and are to be kept. */
  readonly cut?: FrozenCut;
}

export interface AssignedSegments {
  readonly assigned: Assigned[];
  /** Segmentations that this data can't have, with the reason. */
  readonly unavailable: Map<string, string>;
  /** As they were carried out: quantiles with the cut points of this data. */
  readonly segmentations: readonly Segmentation[];
  /** Cut points that were computed now and are to be kept. */
  readonly cuts: readonly FrozenCut[];
}

/**
 * Puts every customer (order, product) into exactly one segment of every segmentation.
 * Segmentations whose subject the data has not (no customers file) are left out and named with the reason. Of those that
 * were `kept` from before, facts need not be there.
 * @throws UserError for rows that no segment takes (unmapped values, missing values without a `missing` segment) or
 * that two unique rules take, for quantiles that cannot be cut, and for sizes that are not as expected.
 */
export function assignSegments(
  segmentations: readonly Segmentation[],
  baskets: Baskets,
  facts: FactValues,
  where: Where = nowhere,
  kept: ReadonlyMap<string, CarriedOut> = new Map()
): AssignedSegments {
  const done = new Map<string, Assigned>();
  const unavailable = new Map<string, string>();
  const carriedOut: Segmentation[] = [];
  const cuts: FrozenCut[] = [];
  const problems: Problem[] = [];
  const failed = new Set<string>();
  const find = subjectFinder(baskets, facts, done);
  const carryOut = (outcome: Outcome): void => {
    problems.push(...outcome.problems);
    if (outcome.assigned) done.set(outcome.segmentation.name, outcome.assigned);
    if (outcome.cut) cuts.push(outcome.cut);
    carriedOut.push(outcome.segmentation);
  };
  for (const segmentation of segmentations) {
    const before = kept.get(segmentation.name);
    if (before) {
      carryOut({...before, problems: []});
      continue;
    }
    const names = subjectNames(segmentation);
    const lacking = lackingSubject(names, baskets, unavailable, (name) => find(name) !== undefined);
    if (names.some((name) => failed.has(name))) failed.add(segmentation.name);
    else if (lacking !== undefined) {
      unavailable.set(segmentation.name, lacking);
      carriedOut.push(segmentation);
    } else {
      const outcome = assign(segmentation, {baskets, find: find as FindSubject, done, where});
      if (outcome.problems.length > 0) failed.add(segmentation.name);
      carryOut(outcome);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return {assigned: [...done.values()], unavailable, segmentations: carriedOut, cuts};
}

/** Finds subjects, each once; the labels of segmentations are known as soon as they are carried out. */
function subjectFinder(
  baskets: Baskets,
  facts: FactValues,
  done: ReadonlyMap<string, Assigned>
): (name: string) => Subject | undefined {
  const found = new Map<string, Subject | undefined>();
  return (name) => {
    const other = done.get(name);
    if (other) return {name, kind: "codes", codes: other.codes, labels: other.labels};
    if (!found.has(name)) found.set(name, findSubject(name, baskets, facts));
    return found.get(name);
  };
}

/** Facts, columns and segmentations that a segmentation asks. */
export function subjectNames(segmentation: Segmentation): readonly string[] {
  if (segmentation.kind === "cross") return segmentation.of;
  if (segmentation.kind === "rules")
    return [...new Set(segmentation.rules.flatMap(({when}) => whenSubjects(when)))];
  return [segmentation.by];
}

function lackingSubject(
  names: readonly string[],
  {words}: Baskets,
  unavailable: ReadonlyMap<string, string>,
  isThere: (name: string) => boolean
): string | undefined {
  for (const name of names) {
    if (unavailable.has(name)) return unavailable.get(name)!;
    if (!isThere(name)) return lackingWords(name, words);
  }
  return undefined;
}

const PRICED = ["item.price", "order.spend"];

/** A fact is lacking for one reason only: it is taken of prices. */
function lackingWords(name: string, {hasCustomers}: Baskets["words"]): string {
  if (PRICED.includes(name) || !name.includes(".")) return "this data has no prices";
  return name.startsWith("customer.") && !hasCustomers
    ? "this data has no customers file"
    : `this data has no ${name}`;
}

interface AssignContext {
  readonly baskets: Baskets;
  readonly find: FindSubject;
  readonly done: ReadonlyMap<string, Assigned>;
  readonly where: Where;
}

interface Outcome extends Omit<CarriedOut, "assigned"> {
  readonly assigned?: Assigned;
  readonly problems: readonly Problem[];
}

export function assignedTo(
  {name, title, grain, segments, kind}: Segmentation,
  codes: Uint16Array<SharedArrayBuffer>
): Assigned {
  return {name, title, grain, labels: segments.map(({label}) => label), ordered: kind === "bins", codes};
}

function assign(written: Segmentation, {baskets, find, done, where}: AssignContext): Outcome {
  const bins = cutQuantiles(written, find, where);
  if ("problem" in bins) return {segmentation: written, problems: [bins.problem]};
  const {segmentation} = bins;
  const codes = new Uint16Array(new SharedArrayBuffer(2 * rowsOf(segmentation.grain, baskets)));
  const overlaps = segmentCodes(segmentation, {find, done, codes});
  const assigned = {...assignedTo(segmentation, codes), ...groupsBy(segmentation, find, codes.length)};
  const lost = rowsWithout(codes);
  const problems = [
    ...(lost.length > 0 ? lostRows(segmentation, lost, subjectNames(segmentation).map(find), where) : []),
    ...(segmentation.kind === "rules" ? overlapProblems(segmentation, overlaps, find, where) : [])
  ];
  if (problems.length === 0) problems.push(...unmetExpectations(segmentation, assigned, where));
  return {...bins, assigned, problems};
}

function groupsBy(
  segmentation: Segmentation,
  find: FindSubject,
  customers: number
): Pick<Assigned, "valueGroups"> {
  if (segmentation.grain !== "customer" || !("by" in segmentation)) return {};
  const subject = find(segmentation.by); // held instead of all facts
  return {valueGroups: once(() => valueGroups(subject, customers))};
}

function rowsWithout(codes: Uint16Array): readonly number[] {
  const lost: number[] = [];
  if (!codes.includes(NONE)) return lost;
  for (let row = 0; row < codes.length; row++) if (codes[row] === NONE) lost.push(row);
  return lost;
}

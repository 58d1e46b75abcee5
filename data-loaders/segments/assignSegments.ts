import {nowhere} from "../config/locatedProblem.ts";
import type {Where} from "../config/locatedProblem.ts";
import {UserError} from "../config/problem.ts";
import type {Problem} from "../config/problem.ts";
import type {Grain, Rule, Segmentation, When} from "../config/segments.ts";
import {whenSubjects} from "../config/whenSubjects.ts";
import type {Baskets} from "../baskets/store.ts";
import {testPasses} from "../facts/testPasses.ts";
import {lostRows} from "./lostRows.ts";
import {findSubject, rowsOf} from "./subjects.ts";
import type {FactValues, Subject} from "./subjects.ts";

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
}

/** No segment; never left in a result. */
const NONE = 65535;

/**
 * Puts every customer (order, product) into exactly one segment of every segmentation.
 * Segmentations whose subject the data has not (no customers file) are left out and named with the reason.
 * @throws UserError for rows that no segment takes: unmapped values, missing values without a `missing` segment.
 */
export function assignSegments(
  segmentations: readonly Segmentation[],
  baskets: Baskets,
  facts: FactValues,
  where: Where = nowhere
): {assigned: Assigned[]; unavailable: Map<string, string>} {
  const done = new Map<string, Assigned>();
  const unavailable = new Map<string, string>();
  const problems: Problem[] = [];
  const failed = new Set<string>();
  for (const segmentation of segmentations) {
    if (subjectNames(segmentation).some((name) => failed.has(name))) {
      failed.add(segmentation.name);
      continue;
    }
    const lacking = lackingSubject(segmentation, baskets, facts, done, unavailable);
    if (lacking !== undefined) unavailable.set(segmentation.name, lacking);
    else {
      const find = subjectFinder(baskets, facts, done);
      const {assigned, lost} = assign(segmentation, baskets, find, done);
      if (lost.length > 0) {
        failed.add(segmentation.name);
        problems.push(...lostRows(segmentation, lost, subjectNames(segmentation).map(find), where));
      }
      done.set(segmentation.name, assigned);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return {assigned: [...done.values()], unavailable};
}

type FindSubject = (name: string) => Subject;

function subjectFinder(
  baskets: Baskets,
  facts: FactValues,
  done: ReadonlyMap<string, Assigned>
): FindSubject {
  return (name) => {
    const other = done.get(name);
    if (other) return {name, valueAt: (row) => other.labels[other.codes[row]!]};
    const subject = findSubject(name, baskets, facts);
    if (!subject) throw new Error(`no subject ${name}`);
    return subject;
  };
}

function subjectNames(segmentation: Segmentation): readonly string[] {
  if (segmentation.kind === "cross") return segmentation.of;
  if (segmentation.kind === "rules")
    return [...new Set(segmentation.rules.flatMap(({when}) => whenSubjects(when)))];
  return [segmentation.by];
}

function lackingSubject(
  segmentation: Segmentation,
  baskets: Baskets,
  facts: FactValues,
  done: ReadonlyMap<string, Assigned>,
  unavailable: ReadonlyMap<string, string>
): string | undefined {
  for (const name of subjectNames(segmentation)) {
    if (unavailable.has(name)) return unavailable.get(name)!;
    const isAbsentPrice = name === "item.price" && !baskets.words.hasPrices;
    if (!isAbsentPrice && (done.has(name) || findSubject(name, baskets, facts))) continue;
    return lackingWords(name, baskets.words);
  }
  return undefined;
}

/** A fact is lacking for one reason only: it is taken of prices. */
function lackingWords(name: string, {hasCustomers}: Baskets["words"]): string {
  if (name === "item.price" || !name.includes(".")) return "this data has no prices";
  return name.startsWith("customer.") && !hasCustomers
    ? "this data has no customers file"
    : `this data has no ${name}`;
}

/** Codes of all rows, and the rows that no segment takes. */
function assign(
  segmentation: Segmentation,
  baskets: Baskets,
  find: FindSubject,
  done: ReadonlyMap<string, Assigned>
): {assigned: Assigned; lost: readonly number[]} {
  const {name, title, grain, segments} = segmentation;
  const labels = segments.map(({label}) => label);
  const codes = new Uint16Array(new SharedArrayBuffer(2 * rowsOf(grain, baskets)));
  const codeOf = codeFinder(segmentation, labels, find, done);
  const lost: number[] = [];
  for (let row = 0; row < codes.length; row++) {
    const code = codeOf(row);
    codes[row] = code;
    if (code === NONE) lost.push(row);
  }
  return {assigned: {name, title, grain, labels, ordered: segmentation.kind === "bins", codes}, lost};
}

function codeFinder(
  segmentation: Segmentation,
  labels: readonly string[],
  find: FindSubject,
  done: ReadonlyMap<string, Assigned>
): (row: number) => number {
  const code = (label: string | undefined): number => (label === undefined ? NONE : labels.indexOf(label));
  switch (segmentation.kind) {
    case "bins":
      return binFinder(segmentation, find(segmentation.by), code(segmentation.missing));
    case "map":
      return mapFinder(segmentation, find(segmentation.by), code(segmentation.missing));
    case "rules":
      return ruleFinder(segmentation.rules, find, code(segmentation.else));
    case "cross": {
      const [a, b] = segmentation.of.map((name) => done.get(name)!) as [Assigned, Assigned];
      return (row) => a.codes[row]! * b.labels.length + b.codes[row]!;
    }
  }
}

function binFinder(
  {bins}: Extract<Segmentation, {kind: "bins"}>,
  subject: Subject,
  missing: number
): (row: number) => number {
  const ends = bins.map(({up_to, below}) => ({
    end: up_to ?? below ?? Number.POSITIVE_INFINITY,
    inclusive: below === undefined
  }));
  return (row) => {
    const value = subject.valueAt(row);
    if (typeof value !== "number") return missing;
    let bin = 0;
    while (bin < ends.length && (ends[bin]!.inclusive ? value > ends[bin]!.end : value >= ends[bin]!.end))
      bin++;
    return bin < ends.length ? bin : NONE;
  };
}

function mapFinder(
  {map}: Extract<Segmentation, {kind: "map"}>,
  subject: Subject,
  missing: number
): (row: number) => number {
  const codes = new Map(map.flatMap(({values}, code) => values.map((value) => [value, code] as const)));
  return (row) => {
    const value = subject.valueAt(row);
    return value === undefined ? missing : (codes.get(value) ?? NONE);
  };
}

function ruleFinder(rules: readonly Rule[], find: FindSubject, otherwise: number): (row: number) => number {
  const bound = rules.map(({when}) => holds(when, find));
  return (row) => {
    const code = bound.findIndex((condition) => condition(row));
    return code >= 0 ? code : otherwise;
  };
}

function holds(when: When, find: FindSubject): (row: number) => boolean {
  if ("subject" in when) {
    const {valueAt} = find(when.subject);
    return (row) => testPasses(when.test, valueAt(row));
  }
  if ("not" in when) {
    const inner = holds(when.not, find);
    return (row) => !inner(row);
  }
  const parts = ("all" in when ? when.all : when.any).map((part) => holds(part, find));
  return "all" in when ? (row) => parts.every((part) => part(row)) : (row) => parts.some((part) => part(row));
}

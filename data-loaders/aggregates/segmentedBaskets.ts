import type {FrozenCut} from "../config/frozenText.ts";
import type {Where} from "../config/locatedProblem.ts";
import {UserError} from "../config/problem.ts";
import type {Config} from "../config/readConfig.ts";
import type {FactDescription, Segments} from "../config/segments.ts";
import type {OnProgress} from "../baskets/onProgress.ts";
import {openBaskets} from "../baskets/openBaskets.ts";
import type {OpenedBaskets} from "../baskets/openBaskets.ts";
import {basketArrays} from "../baskets/store.ts";
import type {Baskets} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {FactTask} from "../facts/factTask.ts";
import {factProblems} from "../facts/factProblems.ts";
import {factPlans} from "../facts/factPlan.ts";
import type {FactPlan} from "../facts/factPlan.ts";
import {assignAhead} from "../segments/assignAhead.ts";
import {assignSegments, subjectNames} from "../segments/assignSegments.ts";
import type {Assigned, CarriedOut} from "../segments/assignSegments.ts";
import {factRule, keepSegments, keptSegments, segmentRules} from "../segments/keptSegments.ts";
import {customerRanges} from "./customerRanges.ts";
import {codedDimensions} from "./dimensions.ts";
import type {CodedDimension} from "./dimensions.ts";

/** Baskets with every customer in its segments: ready to be asked for aggregates. */
export interface SegmentedBaskets extends OpenedBaskets {
  readonly segmentations: readonly Assigned[];
  /** The rules as they were carried out: quantiles with the cut points of this data. */
  readonly segments: Segments;
  /** Cut points that were computed now and are to be kept. */
  readonly cuts: readonly FrozenCut[];
  readonly dimensions: readonly CodedDimension[];
  /** Segmentations that this data can't have, with the reason. */
  readonly unavailable: ReadonlyMap<string, string>;
}

/** The rules that baskets are segmented by, and where they stand. */
export type Rules = Pick<Config, "sources" | "segments"> & Partial<Pick<Config, "where">>;

/** What is begun beside. */
export interface BesideSegments {
  /** The baskets, where somebody opens them already. */
  readonly opening?: Promise<OpenedBaskets>;
  /** Asks the threads for what they may do beside the facts, and while rows get their segments. */
  readonly alongside?: (opened: OpenedBaskets) => void;
}

/**
 * Tables → baskets → facts → segments.
 * @throws UserError for data or rules that do not fit
 */
export async function segmentedBaskets(
  rules: Rules,
  folder: string,
  cacheFolder: string,
  pool: WorkerPool,
  onProgress: OnProgress,
  {opening, alongside}: BesideSegments = {}
): Promise<SegmentedBaskets> {
  const opened = await (opening ?? openBaskets(rules.sources, folder, cacheFolder, pool, onProgress));
  onProgress("assigning segments", 0, 1);
  const segmented = await resegmented(rules, opened, pool, alongside);
  onProgress("assigning segments", 1, 1);
  return segmented;
}

/** Open baskets by other rules, such as those of an older version. @throws UserError for rules that do not fit. */
export async function resegmented(
  {sources, segments, where}: Rules,
  opened: OpenedBaskets,
  pool: WorkerPool,
  alongside?: (opened: OpenedBaskets) => void
): Promise<SegmentedBaskets> {
  const rules = segmentRules(segments);
  const kept = keptSegments(rules, opened.memo);
  const taking = allFacts(segments, kept, opened, pool, where);
  alongside?.(opened);
  const ahead = assignAhead(segments, opened.baskets, kept, where);
  const done = assignSegments(segments.segmentations, opened.baskets, await taking, where, ahead);
  keepSegments(done, rules, kept, opened.memo);
  const {assigned, unavailable, segmentations, cuts} = done;
  return {
    ...opened,
    segmentations: assigned,
    segments: {...segments, segmentations},
    cuts,
    unavailable,
    dimensions: codedDimensions(sources, opened.baskets, assigned)
  };
}

/** The facts that segmentations are still to be carried out with; in a first run all, since each may have a fault. */
async function allFacts(
  {facts, segmentations}: Segments,
  kept: ReadonlyMap<string, CarriedOut>,
  opened: OpenedBaskets,
  pool: WorkerPool,
  where?: Where
): Promise<Map<string, Float64Array>> {
  const {memo} = opened;
  const faultless = {faultless: facts.map(factRule)};
  if (!memo.get(faultless)) {
    const all = await takenFacts(facts, opened, pool, where);
    memo.put(faultless, {}, []);
    return all;
  }
  const names = segmentations.filter(({name}) => !kept.has(name)).flatMap(subjectNames);
  for (const fact of facts) memo.place(factRule(fact)); // also those that nobody asks for now are to stay
  return takenFacts(
    facts.filter(({name}) => names.includes(name)),
    opened,
    pool,
    where
  );
}

async function takenFacts(
  facts: readonly FactDescription[],
  {baskets, memo}: OpenedBaskets,
  pool: WorkerPool,
  where?: Where
): Promise<Map<string, Float64Array>> {
  const known = new Map(facts.map((fact) => [fact.name, memo.get(factRule(fact))?.arrays.get("values")]));
  const plans = factPlans(
    facts.filter(({name}) => !known.get(name)),
    baskets,
    where
  );
  const values = plans.map(
    ({per}) =>
      new Float64Array(new SharedArrayBuffer(8 * (per === "order" ? baskets.orders : baskets.customers)))
  );
  await takeFacts(plans, values, baskets, pool);
  const taken = new Map<string, Float64Array>();
  for (const fact of facts) {
    const buffer = known.get(fact.name);
    const array = buffer ? new Float64Array(buffer) : values[plans.findIndex(({name}) => name === fact.name)];
    if (!array) continue;
    taken.set(fact.name, array);
    if (!buffer) memo.put(factRule(fact), {}, [{name: "values", array}]);
  }
  const isNew = facts.filter(({name}) => !known.get(name)); // kept ones were without fault
  const problems = factProblems(isNew, taken, where);
  if (problems.length > 0) throw new UserError(problems);
  return taken;
}

async function takeFacts(
  plans: readonly FactPlan[],
  values: readonly Float64Array<SharedArrayBuffer>[],
  baskets: Baskets,
  pool: WorkerPool
): Promise<void> {
  if (plans.length === 0) return;
  const arrays = basketArrays(baskets);
  const tasks = customerRanges(baskets, pool.size).map(
    ([from, to]): FactTask => ({baskets: arrays, plans, from, to, values})
  );
  await Promise.all(tasks.map((task) => pool.run("customerFacts", task)));
}

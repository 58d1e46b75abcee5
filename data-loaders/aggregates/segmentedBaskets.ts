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
import {assignSegments} from "../segments/assignSegments.ts";
import type {Assigned} from "../segments/assignSegments.ts";
import {customerRanges} from "./aggregates.ts";
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

/** Tables → baskets → facts → segments. @throws UserError for data or rules that do not fit. */
export async function segmentedBaskets(
  rules: Rules,
  folder: string,
  cacheFolder: string,
  pool: WorkerPool,
  onProgress: OnProgress
): Promise<SegmentedBaskets> {
  const opened = await openBaskets(rules.sources, folder, cacheFolder, pool, onProgress);
  onProgress("assigning segments", 0, 1);
  const segmented = await resegmented(rules, opened, pool);
  onProgress("assigning segments", 1, 1);
  return segmented;
}

/** Open baskets by other rules, such as those of an older version. @throws UserError for rules that do not fit. */
export async function resegmented(
  {sources, segments, where}: Rules,
  opened: OpenedBaskets,
  pool: WorkerPool
): Promise<SegmentedBaskets> {
  const facts = await allFacts(segments, opened, pool, where);
  const {assigned, unavailable, segmentations, cuts} = assignSegments(
    segments.segmentations,
    opened.baskets,
    facts,
    where
  );
  return {
    ...opened,
    segmentations: assigned,
    segments: {...segments, segmentations},
    cuts,
    unavailable,
    dimensions: codedDimensions(sources, opened.baskets, assigned)
  };
}

async function allFacts(
  {facts}: Segments,
  {baskets, memo}: OpenedBaskets,
  pool: WorkerPool,
  where?: Where
): Promise<Map<string, Float64Array>> {
  const describe = ({says: _, unit: __, ...fact}: FactDescription): unknown => ({fact});
  const known = new Map(facts.map((fact) => [fact.name, memo.get(describe(fact))?.arrays.get("values")]));
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
    if (!buffer) memo.put(describe(fact), {}, [{name: "values", array}]);
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

import {customerRanges} from "../aggregates/customerRanges.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import {finerDimension} from "../aggregates/finerCells.ts";
import {codesDigest} from "../aggregates/keptAggregates.ts";
import {folded} from "../aggregates/rollUp.ts";
import {basketArrays, withoutItems} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";
import {keptPlace} from "./keptPlace.ts";
import {isRemembered, remembered} from "./remembered.ts";
import {IN_A_MASK, MASKS, pairsOf} from "./togetherCounts.ts";
import type {OrderMasks, TogetherCounts, TogetherTask} from "./togetherCounts.ts";

/**
 * Orders that hold two of some codes of a dimension of products, by groups of customers: as they were remembered, or
 * counted now. Few codes are looked up in the items once and remembered by order; other groups need no items then.
 */
export async function countedTogether(
  dimension: CodedDimension,
  codes: readonly number[],
  by: CodedDimension | undefined,
  analysed: AnalysedBaskets,
  pool: WorkerPool
): Promise<TogetherCounts> {
  const {baskets, memo} = analysed;
  const placeOf = productPlaces(dimension, codes, baskets.products);
  const question = {placeOf, places: codes.length};
  const finer = by && finerGroups(by, codes.length);
  const [orders, customers] = await remembered(memo, describedBy(question, by), async () => {
    if (finer && isRemembered(memo, describedBy(question, finer.dimension))) {
      const lists = await rememberedBy(question, finer.dimension, analysed, pool);
      return lists.map((list) => folded(list, finer.groupOf, by.labels.length));
    }
    if (finer) memo.later(async () => void (await rememberedBy(question, finer.dimension, analysed, pool)));
    return countBy(question, by, analysed, pool);
  });
  return {orders: orders!, customers: customers!};
}

/** Codes of products by place, and the number of places. */
interface Question {
  readonly placeOf: Uint16Array<SharedArrayBuffer>;
  readonly places: number;
}

type Groups = Pick<CodedDimension, "codes" | "labels">;

const describedBy = ({placeOf, places}: Question, by: Groups | undefined): unknown => ({
  together: codesDigest(placeOf),
  places,
  by: by && [codesDigest(by.codes), by.labels.length]
});

const MOST_FINER_CELLS = 400_000;

/** The groups that segments are made of, unless there are too many: cells of other bins are added up from theirs. */
function finerGroups(by: CodedDimension, places: number): ReturnType<typeof finerDimension> {
  const finer = finerDimension(by);
  return finer && finer.dimension.labels.length * pairsOf(places) <= MOST_FINER_CELLS ? finer : undefined;
}

const rememberedBy = (
  question: Question,
  by: Groups | undefined,
  analysed: AnalysedBaskets,
  pool: WorkerPool
): Promise<readonly Float64Array[]> =>
  remembered(analysed.memo, describedBy(question, by), () => countBy(question, by, analysed, pool));

/** Orders, then customers. */
async function countBy(
  {placeOf, places}: Question,
  by: Groups | undefined,
  analysed: AnalysedBaskets,
  pool: WorkerPool
): Promise<Float64Array[]> {
  const counted = await countRanges(placeOf, places, by, analysed, pool);
  const cells = (by?.labels.length ?? 1) * pairsOf(places);
  return (["orders", "customers"] as const).map((part) =>
    added(
      counted.map((each) => each[part]),
      cells
    )
  );
}

async function countRanges(
  placeOf: Uint16Array<SharedArrayBuffer>,
  places: number,
  by: Groups | undefined,
  analysed: AnalysedBaskets,
  pool: WorkerPool
): Promise<TogetherCounts[]> {
  const {baskets} = analysed;
  const heldOf = codesDigest(placeOf);
  return Promise.all(
    customerRanges(baskets, pool.size).map(([from, to]) => {
      const groups = by?.labels.length ?? 1;
      const task = {baskets: withoutItems(baskets), from, to, placeOf, places, groupOf: by?.codes, groups};
      return by && places <= IN_A_MASK
        ? countKept(task, {held: heldOf, from, to}, analysed, pool)
        : countItems(task, undefined, analysed, pool);
    })
  );
}

/** Groups of customers change with every edit of a segmentation, what their orders hold does not. */
async function countKept(
  task: TogetherTask,
  description: unknown,
  analysed: AnalysedBaskets,
  pool: WorkerPool
): Promise<TogetherCounts> {
  const kept = keptPlace(analysed.memo, description);
  const told = kept && (await pool.run<TogetherCounts | undefined>(JOB, {...task, masks: {kept}}, "short"));
  if (told) return told;
  const {orderStart} = analysed.baskets;
  const orders = orderStart[task.to]! - orderStart[task.from]!;
  const into = new BigUint64Array(new SharedArrayBuffer(orders * BigUint64Array.BYTES_PER_ELEMENT));
  const counted = await countItems(task, {into}, analysed, pool);
  analysed.memo.putApart(description, {}, [{name: MASKS, array: into}]);
  return counted;
}

function countItems(
  task: TogetherTask,
  masks: OrderMasks | undefined,
  {baskets}: AnalysedBaskets,
  pool: WorkerPool
): Promise<TogetherCounts> {
  return pool.run(JOB, {...task, baskets: basketArrays(baskets), masks} satisfies TogetherTask, "short");
}

const JOB = "togetherCounts";

function productPlaces(
  dimension: CodedDimension,
  codes: readonly number[],
  products: number
): Uint16Array<SharedArrayBuffer> {
  const places = new Uint16Array(dimension.labels.length).fill(codes.length);
  for (const [place, code] of codes.entries()) places[code] = place;
  const placeOf = new Uint16Array(new SharedArrayBuffer(2 * products));
  for (let product = 0; product < products; product++) placeOf[product] = places[dimension.codes[product]!]!;
  return placeOf;
}

function added(lists: readonly Float64Array[], length: number): Float64Array {
  const all = new Float64Array(length);
  for (const list of lists) for (let at = 0; at < length; at++) all[at]! += list[at]!;
  return all;
}

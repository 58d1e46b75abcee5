import {askedCells} from "../aggregates/cellPlan.ts";
import {plainDimensions} from "../aggregates/dimensions.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import {codesDigest} from "../aggregates/keptAggregates.ts";
import type {Affinity, AffinityQuery} from "./affinity.ts";
import {affinityGroups, groupSizes} from "./affinityGroups.ts";
import type {AnalysedBaskets, Counting} from "./analysedBaskets.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import {boughtProducts} from "./countedTotals.ts";
import {countedTogether} from "./countedTogether.ts";
import {togetherOf} from "./togetherCounts.ts";
import {remembered} from "./remembered.ts";

const PRODUCTS = 60;
const MOST_PAIRED = 1000;

/**
 * What goes together in one order.
 * @param countedBy a customer segmentation that another question about the same codes is counted by: everyone is the sum
 * @throws Error for a dimension nobody declared; pages are checked before
 */
export async function affinityOf(
  query: AffinityQuery,
  analysed: AnalysedBaskets,
  {pool, gate}: Omit<Counting, "ask">,
  countedBy: string | undefined = query.by
): Promise<Affinity> {
  const names = countedBy === undefined ? [query.of] : [query.of, countedBy];
  const asked = askedCells({by: names}, analysed.dimensions);
  const [dimension, groups] = asked.dimensions as [CodedDimension, CodedDimension | undefined];
  const by = query.by === undefined ? undefined : groups;
  const most = mostPaired(query);
  const frequent = frequentCodes(dimension, most, analysed, pool);
  // All of few labels are counted at once, and found by how frequent they are when that is known.
  const counted = dimension.labels.length <= most ? [...dimension.labels.keys()] : await frequent;
  const counting = countedTogether(dimension, counted, groups, analysed, pool);
  const sizes = [undefined, ...(by ? [by] : [])].map((one) => groupSizes(one, analysed.baskets)); // while threads count
  const [codes, together] = await Promise.all([frequent, counting]);
  const ofCodes = togetherOf(
    together,
    counted.length,
    codes.map((code) => counted.indexOf(code))
  );
  return {
    query,
    dimension: plainDimensions([dimension])[0]!,
    codes,
    groups: await affinityGroups(query, dimension, codes, by, sizes, ofCodes, gate)
  };
}

/** How many codes a question pairs at most. */
export function mostPaired({of, most}: AffinityQuery): number {
  return Math.min(most ?? (of === "product" ? PRODUCTS : MOST_PAIRED), MOST_PAIRED);
}

/** Codes in most item lines first; of equals the first code. Those in none are left out. */
async function frequentCodes(
  {codes, labels}: CodedDimension,
  most: number,
  analysed: AnalysedBaskets,
  pool: WorkerPool
): Promise<number[]> {
  const description = {frequent: codesDigest(codes), of: labels.length, most};
  const [frequent] = await remembered(analysed.memo, description, async () => {
    const items = foldedBy(codes, await boughtProducts(analysed, pool), labels.length);
    return [Float64Array.from(mostFrequent(items, most))];
  });
  return [...frequent!];
}

function foldedBy(codes: CodedDimension["codes"], ofProducts: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let product = 0; product < ofProducts.length; product++)
    sums[codes[product]!]! += ofProducts[product]!;
  return sums;
}

function mostFrequent(items: Float64Array, most: number): number[] {
  const found: number[] = [];
  for (let code = 0; code < items.length; code++) {
    const times = items[code]!;
    let place = found.length;
    if (times === 0 || (place === most && times <= items[found[most - 1]!]!)) continue;
    while (place > 0 && items[found[place - 1]!]! < times) place--;
    found.splice(place, 0, code);
    if (found.length > most) found.pop();
  }
  return found;
}

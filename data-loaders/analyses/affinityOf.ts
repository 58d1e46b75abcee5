import {askedCells} from "../aggregates/cellPlan.ts";
import {plainDimensions} from "../aggregates/dimensions.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {Affinity, AffinityQuery} from "./affinity.ts";
import {affinityGroups} from "./affinityGroups.ts";
import type {AnalysedBaskets, Counting} from "./analysedBaskets.ts";
import {countedTogether} from "./countedTogether.ts";
import type {AskAggregates} from "./jointAggregates.ts";

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
  {pool, ask, gate}: Counting,
  countedBy: string | undefined = query.by
): Promise<Affinity> {
  const names = countedBy === undefined ? [query.of] : [query.of, countedBy];
  const asked = askedCells({by: names}, analysed.dimensions);
  const [dimension, groups] = asked.dimensions as [CodedDimension, CodedDimension | undefined];
  const by = query.by === undefined ? undefined : groups;
  const codes = await frequentCodes(dimension, mostPaired(query), ask);
  const counted = await countedTogether(dimension, codes, groups, analysed, pool);
  return {
    query,
    dimension: plainDimensions([dimension])[0]!,
    codes,
    groups: await affinityGroups(query, dimension, codes, by, analysed.baskets, counted, gate)
  };
}

/** How many codes a question pairs at most. */
export function mostPaired({of, most}: AffinityQuery): number {
  return Math.min(most ?? (of === "product" ? PRODUCTS : MOST_PAIRED), MOST_PAIRED);
}

/** Codes in most item lines first; of equals the first code. Those in none are left out. */
async function frequentCodes({name}: CodedDimension, most: number, ask: AskAggregates): Promise<number[]> {
  const [counted] = await ask([{by: [name]}]);
  const items = counted!.parts.items!;
  const atLeast = Math.max(1, items.toSorted().at(-most) ?? 1);
  const found = [...items.keys()].filter((code) => items[code]! >= atLeast);
  return found.sort((a, b) => items[b]! - items[a]! || a - b).slice(0, most);
}

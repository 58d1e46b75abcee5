import type {Aggregate, AggregateQuery} from "../aggregates/aggregate.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {AnalysedBaskets, Counting} from "./analysedBaskets.ts";
import type {AskAggregates} from "./jointAggregates.ts";
import type {PriceLadder, PriceLadderGroup, PriceLadderQuery, PriceStep} from "./priceLadder.ts";
import {joinedSteps, priceStepEnds, priceSteps} from "./priceSteps.ts";

/**
 * The price ladder. Steps at which some customers bought, but too few, are joined with the step below.
 * @throws Error for a dimension nobody declared; pages are checked before
 */
export async function priceLadderOf(
  {step = 100, cap = 2500, by}: PriceLadderQuery,
  analysed: AnalysedBaskets,
  {ask, gate}: Counting
): Promise<PriceLadder> {
  const {ends, made, raw} = await disclosableSteps(priceStepEnds(step, cap), by, analysed, ask, gate.atLeast);
  const [steps, whole, groupSteps, groupWhole] = await gate.disclose(raw, [made]);
  return {
    groups: [
      group(undefined, whole!, steps!, 0, ends),
      ...(groupWhole?.dimensions[0]?.labels ?? []).map((label, at) =>
        group(label, groupWhole!, groupSteps!, at, ends)
      )
    ]
  };
}

interface CountedSteps {
  readonly ends: readonly number[];
  readonly made: CodedDimension;
  /** By step, of everyone, and where asked by `by` and step, by `by`. */
  readonly raw: readonly RawAggregate[];
}

async function disclosableSteps(
  ends: readonly number[],
  by: string | undefined,
  analysed: Pick<AnalysedBaskets, "baskets">,
  ask: AskAggregates,
  atLeast: number
): Promise<CountedSteps> {
  const steps = priceSteps(ends, analysed.baskets.price);
  const groupings = [[steps.name], [], ...(by === undefined ? [] : [[by, steps.name], [by]])];
  const queries = groupings.map((names): AggregateQuery => ({by: names}));
  const raw = await ask(queries, [steps]);
  const joined = joinedSteps(ends, raw[0]!.parts.customers, atLeast);
  return joined.length === ends.length
    ? {ends, made: steps, raw}
    : disclosableSteps(joined, by, analysed, ask, atLeast);
}

function group(
  label: string | undefined,
  whole: Aggregate,
  cells: Aggregate,
  at: number,
  ends: readonly number[]
): PriceLadderGroup {
  const priced_items = whole.parts.priced_items![at]!;
  const spend = whole.parts.spend![at]!;
  let [itemsBelow, spendBelow] = [0, 0];
  const steps = ends.map((up_to, step): PriceStep => {
    const cell = at * (ends.length + 1) + step;
    const {items, spend: cents, customers} = cells.parts;
    itemsBelow += items![cell]!;
    spendBelow += cents![cell]!;
    return {
      above: ends[step - 1] ?? -1,
      up_to,
      items: items![cell]!,
      spend: cents![cell]!,
      customers: customers[cell]!,
      item_share_up_to: itemsBelow / priced_items,
      spend_share_up_to: spendBelow / spend
    };
  });
  return {label, priced_items, spend, steps};
}

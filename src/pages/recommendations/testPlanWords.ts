import type {Aggregate} from "../../../data-loaders/aggregates/aggregate.ts";
import type {Measure, Measures} from "../../../data-loaders/config/measures.ts";
import {customerSpread} from "../../../data-loaders/statistics/meanTest.ts";
import {smallestDifference} from "../../../data-loaders/statistics/smallestDifference.ts";
import {meanTestPlan} from "../../../data-loaders/statistics/testPlan.ts";
import {ratioMoments} from "../../figures/cellComparisons.ts";
import {formatOf} from "../../figures/format.ts";
import {inSentence, measureTitle} from "../../figures/measureTitle.ts";

type Ratio = Extract<Measure, {kind: "ratio"}>;

/**
 * How to find out whether an action worked: whom to hold out, what to measure, and the smallest change that would be
 * seen, in sentences of plain text.
 * @param cells the audience is one of its cells
 */
export function testPlanWords(
  measure: Ratio,
  holdOut: number,
  cells: Aggregate,
  cell: number,
  {currency}: Pick<Measures, "currency">
): string {
  const moments = ratioMoments(cells, cell, measure.over);
  const value = moments.n / moments.d;
  const worthwhile = smallestDifference(measure, value);
  const spread = customerSpread(moments);
  const plan = meanTestPlan(spread, worthwhile, {audience: moments.customers, holdOut});
  const {prose, exact} = formatOf(measure, currency);
  const name = inSentence(measureTitle(measure));
  const hold = `Hold out ${count(plan.heldOut)} of the ${count(moments.customers)} customers at random, and compare ${name} (now ${prose(value)}) after the same weeks.`;
  if (!Number.isFinite(plan.detectable)) return `Too small to test: ${count(moments.customers)} customers.`;
  const seen = `a change of ${exact(plan.detectable)} (${((100 * plan.detectable) / value).toFixed(0)}%)`;
  if (plan.outcome === "too small to test")
    return `Too small to test: with these customers only ${seen} would be seen (80% power); one worth acting on is ${exact(worthwhile)}, for which ${count(plan.needed)} customers are needed.`;
  return `${hold} This shows ${seen} with 80% power; one worth acting on is ${exact(worthwhile)}.`;
}

const count = (value: number) => value.toLocaleString("en-US");

import {UserError} from "../config/problem.ts";
import type {Where} from "../config/locatedProblem.ts";
import type {Segmentation, Segments} from "../config/segments.ts";
import type {Baskets} from "../baskets/store.ts";
import {assignSegments, subjectNames} from "./assignSegments.ts";
import type {AssignedSegments, CarriedOut} from "./assignSegments.ts";

/**
 * The segmentations that ask for no fact, carried out while threads take the facts, beside those `kept` from before. What
 * is wrong is told when all are carried out.
 */
export function assignAhead(
  {facts, segmentations}: Segments,
  baskets: Baskets,
  kept: ReadonlyMap<string, CarriedOut>,
  where?: Where
): ReadonlyMap<string, CarriedOut> {
  const later = new Set(facts.map(({name}) => name));
  const now: Segmentation[] = [];
  for (const segmentation of segmentations) {
    if (subjectNames(segmentation).some((name) => later.has(name))) later.add(segmentation.name);
    else now.push(segmentation);
  }
  try {
    return new Map([...kept, ...carriedOut(assignSegments(now, baskets, new Map(), where, kept))]);
  } catch (error) {
    if (error instanceof UserError) return kept;
    throw error;
  }
}

function carriedOut({assigned, segmentations, cuts}: AssignedSegments): [string, CarriedOut][] {
  return assigned.map((each) => {
    const segmentation = segmentations.find(({name}) => name === each.name)!;
    const cut = cuts.find(({name}) => name === each.name);
    return [each.name, {segmentation, assigned: each, ...(cut && {cut})}];
  });
}

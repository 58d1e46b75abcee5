import {createHash} from "node:crypto";
import type {Memo} from "../baskets/memo.ts";
import type {FrozenCut} from "../config/frozenText.ts";
import type {FactDescription, Segmentation, Segments} from "../config/segments.ts";
import {assignedTo, subjectNames} from "./assignSegments.ts";
import type {AssignedSegments, CarriedOut} from "./assignSegments.ts";

const CODES = "codes";

/** What is kept beside the codes. */
interface About {
  readonly segmentation: Segmentation;
  readonly cut?: FrozenCut;
}

/** What a fact is taken by; its words change nothing. */
export function factRule({says: _, unit: __, ...fact}: FactDescription): unknown {
  return {fact};
}

/** By segmentation, what it is carried out by: its own rule, and those of all facts and segmentations that it uses. */
export function segmentRules({facts, segmentations}: Segments): ReadonlyMap<string, unknown> {
  const factRules = new Map(facts.map((fact) => [fact.name, factRule(fact)]));
  const digests = new Map<string, string>();
  const rules = segmentations.map((segmentation) => {
    const used = subjectNames(segmentation).map((name) => [name, digests.get(name), factRules.get(name)]);
    const rule = {segmentation, used};
    digests.set(segmentation.name, createHash("sha256").update(JSON.stringify(rule)).digest("hex"));
    return [segmentation.name, rule] as const;
  });
  return new Map(rules);
}

/** Segmentations that were carried out on these baskets before, by the very same rules and without any problem. */
export function keptSegments(
  rules: ReadonlyMap<string, unknown>,
  memo: Memo
): ReadonlyMap<string, CarriedOut> {
  const kept = new Map<string, CarriedOut>();
  for (const [name, rule] of rules) {
    const found = memo.get(rule);
    const codes = found?.arrays.get(CODES);
    if (!found || !codes) continue;
    const {segmentation, cut} = found.about as About;
    const assigned = assignedTo(segmentation, new Uint16Array(codes));
    kept.set(name, {segmentation, assigned, ...(cut && {cut})});
  }
  return kept;
}

/** Keeps what was carried out now. */
export function keepSegments(
  {assigned, segmentations, cuts}: AssignedSegments,
  rules: ReadonlyMap<string, unknown>,
  kept: ReadonlyMap<string, CarriedOut>,
  memo: Memo
): void {
  for (const {name, codes} of assigned) {
    if (kept.has(name)) continue;
    const cut = cuts.find((one) => one.name === name);
    const segmentation = segmentations.find((one) => one.name === name)!;
    const about: About = {segmentation, ...(cut && {cut})};
    memo.put(rules.get(name), about, [{name: CODES, array: codes}]);
  }
}

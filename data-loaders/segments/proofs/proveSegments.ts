import {knowsPass, learnPass, passKey} from "../../config/knownTexts.ts";
import {locatedProblem} from "../../config/locatedProblem.ts";
import type {Where} from "../../config/locatedProblem.ts";
import type {Problem} from "../../config/problem.ts";
import type {Segmentation, Segments} from "../../config/segments.ts";
import type {Sources} from "../../config/sources.ts";
import {segmentRules} from "../keptSegments.ts";
import {stops} from "./finding.ts";
import type {Finding} from "./finding.ts";
import {segmentLogic} from "./logic.ts";
import {proveBins, proveMap} from "./proveBy.ts";
import {proveCross} from "./proveCross.ts";
import {proveRules} from "./proveRules.ts";
import {proving} from "./proving.ts";
import type {Proving} from "./proving.ts";

/** What proofs find: problems stop a build, warnings are told. */
export interface Proofs {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Proves the rules before any data is read: every value that the sources allow is in exactly one segment, and every
 * rule, bin and else is for somebody. Each finding has an example of values. What takes too much work to prove is told
 * as a warning and left to the data.
 */
export function proveSegments(segments: Segments, sources: Sources, where: Where): Proofs {
  const findings = segmentFindings(segments, sources);
  const located = ({path, message}: Finding): Problem =>
    locatedProblem(where, "segments.yaml", path, message);
  return {
    problems: findings.filter(stops).map(located),
    warnings: findings.filter((finding) => !stops(finding)).map(located)
  };
}

/**
 * The same without their places in the file, in the order of the segmentations. What nothing was found out about is not
 * proved again as long as it, what it uses, the facts and the sources stay as they are.
 */
export function segmentFindings(segments: Segments, sources: Sources): Finding[] {
  const ground = passKey("ground of proofs", [segments.facts, sources.tables, sources.day_zero]);
  const keys = new Map(
    [...segmentRules(segments)].map(([name, rule]) => [name, passKey(`proofs on ${ground}`, rule)])
  );
  const unproved = segments.segmentations.filter(({name}) => !knowsPass(keys.get(name)!));
  if (unproved.length === 0) return [];
  const proofs = proving(segmentLogic(segments, sources));
  return unproved.flatMap((segmentation) => {
    const findings = proveOne(segmentation, proofs);
    if (findings.length === 0) learnPass(keys.get(segmentation.name)!);
    return findings;
  });
}

function proveOne(segmentation: Segmentation, proofs: Proving): Finding[] {
  switch (segmentation.kind) {
    case "bins":
      return proveBins(segmentation, proofs);
    case "map":
      return proveMap(segmentation, proofs);
    case "rules":
      return proveRules(segmentation, proofs);
    case "cross":
      return proveCross(segmentation, proofs);
  }
}

import {locatedProblem} from "../config/locatedProblem.ts";
import type {Where} from "../config/locatedProblem.ts";
import type {Problem} from "../config/problem.ts";
import type {Segmentation} from "../config/segments.ts";
import type {Assigned} from "./assignSegments.ts";
import {rowName} from "./rowsWords.ts";
import type {SegmentSize} from "./segmentSizes.ts";
import {segmentSizes} from "./segmentSizes.ts";

/** A share is compared with what a person wrote; the last bits of a division are not meant. */
const NEARLY = 1e-12;

/** Sizes that are not as `expect:` says, each with its figures, at the line of the expectation. */
export function unmetExpectations(segmentation: Segmentation, assigned: Assigned, where: Where): Problem[] {
  const {name, expect} = segmentation;
  if (!expect || assigned.codes.length === 0) return [];
  const sizes = segmentSizes(assigned);
  const problem = (key: readonly string[], message: string): Problem =>
    locatedProblem(where, "segments.yaml", ["segmentations", name, "expect", ...key], message);
  const words = ({label, rows, share}: SegmentSize): string =>
    `"${label}" has ${percent(share)} of the ${rowName(assigned.grain)} (${count(rows)} of ${count(assigned.codes.length)})`;
  const above = (label: string, most: number, key: readonly string[]): Problem[] =>
    sizes
      .filter((size) => size.label === label && size.share > most + NEARLY)
      .map((size) => problem(key, `${words(size)}, and at most ${percent(most)} is expected`));
  const {else_at_most, each_at_least, at_most = {}} = expect;
  const rest = restOf(segmentation);
  return [
    ...(else_at_most !== undefined && rest !== undefined ? above(rest, else_at_most, ["else_at_most"]) : []),
    ...sizes
      .filter(({label, share}) => label !== rest && share < (each_at_least ?? 0) - NEARLY)
      .map((size) =>
        problem(["each_at_least"], `${words(size)}, and at least ${percent(each_at_least!)} is expected`)
      ),
    ...Object.entries(at_most).flatMap(([label, most]) => above(label, most, ["at_most", label]))
  ];
}

/** The else or the missing segment. */
function restOf(segmentation: Segmentation): string | undefined {
  if (segmentation.kind === "cross") return undefined;
  return segmentation.kind === "rules" ? segmentation.else : segmentation.missing;
}

/** As many decimals as tell it from what is near: `1%`, `52.31%`. */
const percent = (share: number): string => `${Number((100 * share).toFixed(2))}%`;
const count = (value: number): string => value.toLocaleString("en-US");

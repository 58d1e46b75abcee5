import type {Baskets} from "../../baskets/store.ts";
import {locatedProblem} from "../../config/locatedProblem.ts";
import type {Where} from "../../config/locatedProblem.ts";
import type {Problem} from "../../config/problem.ts";
import type {Segments} from "../../config/segments.ts";
import type {Sources} from "../../config/sources.ts";
import type {Assigned} from "../assignSegments.ts";
import {determinations} from "./determinations.ts";
import {determinationWords} from "./determinationWords.ts";
import {emptyPairs} from "./emptyPairs.ts";
import {proving} from "./proving.ts";
import {logicWith} from "./determinedFormula.ts";
import {sizeFindings} from "./sizeFindings.ts";

/** The rules, and the rows they were carried out on. */
export interface Checked {
  readonly segments: Segments;
  readonly sources: Sources;
  readonly where: Where;
  readonly assigned: readonly Assigned[];
  readonly baskets: Pick<Baskets, "customers" | "orderStart"> & {
    readonly words: Pick<Baskets["words"], "attributes">;
  };
  /** `privacy.customers_at_least` */
  readonly atLeast: number;
}

/**
 * What only the data shows and what stops nothing: segments without rows or with too few customers to be shown, crosses
 * with pairs that can't occur, attributes that say nothing new.
 */
export function checkAssigned(checked: Checked): Problem[] {
  const {segments, sources, where, assigned, baskets} = checked;
  const determined = determinations(baskets.words.attributes);
  const {logic, formulas} = logicWith(determined, segments, sources);
  const proofs = proving(logic);
  const follows = determined.map((one) =>
    locatedProblem(
      where,
      "sources.yaml",
      ["tables", "customers", "columns", one.attribute],
      `${determinationWords(one)}; a split by it says nothing that ${one.by.join(" and ")} ${one.by.length > 1 ? "do" : "does"} not`
    )
  );
  const findings = segments.segmentations.flatMap((segmentation) => {
    const done = assigned.find(({name}) => name === segmentation.name);
    if (!done) return [];
    const sizes = sizeFindings(segmentation, done, checked, proofs);
    return segmentation.kind === "cross"
      ? [...emptyPairs(segmentation, assigned, formulas, proofs), ...sizes]
      : sizes;
  });
  return [
    ...follows,
    ...findings.map(({path, message}) => locatedProblem(where, "segments.yaml", path, message))
  ];
}

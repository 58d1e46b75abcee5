import type {Evidence} from "../../../data-loaders/config/recommendations.ts";
import type {Step} from "../bindingPath.ts";

/** The way to what an evidence is about: figure, measure, row. */
export function evidencePath({figure, measure, row}: Evidence): readonly Step[] {
  return [
    {kind: "name", name: figure},
    ...(measure === undefined ? [] : [{kind: "name", name: measure} as const]),
    ...row.map((label) => ({kind: "label", label}) as const)
  ];
}

/** A value of what an evidence is about, such as its `verdict`. */
export function evidenceStep(evidence: Evidence, name: string): readonly Step[] {
  return [...evidencePath(evidence), {kind: "name", name}];
}

import {percentNumber} from "./conditions.ts";
import type {Matters} from "./measures.ts";
import type {WrittenMatters} from "./shapes/matters.ts";

/** Of a measure that does not say what matters: an effect below it is rarely worth a campaign. */
const USUAL: Matters = {kind: "relative", share: 0.05};

/** `5%` → 0.05 of everyone's value, `{ points: 2 }` → two points, nothing written → 5 %. */
export function exactMatters(written: WrittenMatters | undefined): Matters {
  if (written === undefined) return USUAL;
  return typeof written === "string"
    ? {kind: "relative", share: percentNumber(written)}
    : {kind: "points", points: written.points};
}

import type {Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import {plainText} from "../charts/escapeText.ts";
import {hourName} from "./format.ts";

/** A label as printed: whole, and short for axes of small charts. */
export interface LabelName {
  readonly name: string;
  readonly short: string;
}

const known = new WeakMap<Dimension, readonly LabelName[]>();

/** Names of a dimension's labels in order of code. Hours are named as spans of time, whatever the source calls them. */
export function labelNames(dimension: Dimension): readonly LabelName[] {
  const names =
    known.get(dimension) ?? dimension.labels.map((label, code) => labelName(dimension.name, label, code));
  known.set(dimension, names);
  return names;
}

function labelName(dimension: string, label: string, code: number): LabelName {
  if (dimension === "hour") return {name: hourName(code), short: String(code)};
  const name = plainText(label) || "(no name)";
  return {name, short: dimension === "day" ? name.slice(0, 3) : name};
}

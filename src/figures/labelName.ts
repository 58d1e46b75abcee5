import type {Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import {plainText} from "../charts/escapeText.ts";
import {hourName} from "./format.ts";

/** A label as printed: whole, and short for axes of small charts. */
export interface LabelName {
  readonly name: string;
  readonly short: string;
}

/** The name of a dimension's label. Hours are named as spans of time, whatever the source calls them. */
export function labelName({name: dimension, labels}: Dimension, code: number): LabelName {
  if (dimension === "hour") return {name: hourName(code), short: String(code)};
  const name = plainText(labels[code] ?? "") || "(no name)";
  return {name, short: dimension === "day" ? name.slice(0, 3) : name};
}

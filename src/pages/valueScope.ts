import {figureMeasures} from "../figures/figureMeasure.ts";
import {differenceFormatOf, formatOf, intervalText, oneIn, times, tooFewToSay} from "../figures/format.ts";
import type {FigureSource} from "./figureScope.ts";
import type {ScopeNode} from "./scope.ts";
import {branch, leaf} from "./scope.ts";

/** A value of a measure, and whether the disclosure gate hides it. */
export interface FoundValue {
  readonly value: number;
  readonly hidden: boolean;
}

/**
 * A number, rounded for prose; `exact`, `one_in` and `label` write it otherwise. It may be a `share` of what its measure
 * adds up, or the `difference` of two values.
 */
export function valueNode(
  {spec, context}: FigureSource,
  measure: number,
  get: () => FoundValue,
  as?: "share" | "difference"
): ScopeNode {
  const found = figureMeasures(spec, context)[measure]!;
  const {currency} = context.measures;
  const format =
    as === "difference"
      ? differenceFormatOf(found, currency)
      : formatOf(as ? {...found, unit: as} : found, currency);
  const isShare = as === "share" || found.unit === "share";
  const isMoney = as !== "share" && (found.unit === "money" || found.unit.startsWith("money "));
  const written = (write: (value: number) => string) => () => {
    const {value, hidden} = get();
    return hidden ? tooFewToSay : write(value);
  };
  const text = written(format.prose);
  const value = () => (get().hidden ? Number.NaN : get().value);
  const amount = {unit: isShare ? "share" : isMoney ? "money" : "number", value} as const;
  const otherwise = (write: (value: number) => string) => () => leaf(written(write), {amount});
  return branch(
    {
      exact: otherwise(format.exact),
      label: otherwise(format.label),
      ...(isShare && as !== "difference" && {one_in: otherwise(oneIn)}),
      ...(found.kind === "index" && !as && {times: otherwise((index) => times(index / 100))})
    },
    {write: () => ({text: text()}), amount}
  );
}

/** `7.70 to 7.84`: both ends as exact as in tables; of a value, or of a `difference`. */
export function intervalNode(
  {spec, context}: FigureSource,
  measure: number,
  get: () => {readonly low: number; readonly high: number} | undefined,
  as?: "difference"
): ScopeNode {
  const format = (as ? differenceFormatOf : formatOf)(
    figureMeasures(spec, context)[measure]!,
    context.measures.currency
  );
  return leaf(() => {
    const found = get();
    return found && Number.isFinite(found.low) ? intervalText(found, format) : tooFewToSay;
  });
}

import type {JsonSchema} from "./jsonSchema.ts";
import type {ProjectWords} from "./projectWords.ts";
import {offered} from "./valueSchema.ts";

const PRINTED: Readonly<Record<string, string>> = {
  share: "a part of the whole, printed as a percent",
  index: "100 is average",
  money: "an amount, printed with the currency sign"
};

/** Units that are printed in a way of their own, and those in use; any other words are possible. */
export function offeredUnits({units}: ProjectWords): JsonSchema {
  const others = [...new Set(units)].filter((unit) => !Object.hasOwn(PRINTED, unit)).sort();
  return offered([
    ...Object.entries(PRINTED).map(([word, says]) => ({word, says})),
    ...others.map((word) => ({word, says: "in use in this project"}))
  ]);
}

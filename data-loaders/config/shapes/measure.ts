import * as z from "zod";
import {matters} from "./matters.ts";
import {name, sentence, text} from "./words.ts";

export const PARTS = [
  "customers",
  "orders",
  "items",
  "priced_items",
  "spend",
  "reordered_items",
  "gaps",
  "gap_days"
] as const;

const part = z.enum(PARTS);
const words = {unit: text, base: text, says: sentence};
/** Of what is compared between groups; a total is not. */
const compared = {matters: matters.optional(), ...words};

/** Which of these keys a measure has decides how it is computed. */
export const measureShapes = {
  count: z.strictObject({
    count: z.enum(["customers", "orders", "items", "priced_items", "reordered_items", "gaps"]),
    ...words
  }),
  sum: z.strictObject({sum: z.enum(["spend", "gap_days"]), ...words}),
  ratio: z.strictObject({
    ratio: z.array(part).length(2, {error: "two parts are needed, such as [items, orders]"}),
    ...compared
  }),
  median: z.strictObject({median: z.enum(["gaps"]), ...compared}),
  share: z.strictObject({share: part, ...compared}),
  penetration: z.strictObject({penetration: z.enum(["customers"]), ...compared}),
  index: z.strictObject({index: part, ...compared})
};

/** The file as a whole. */
export const measures = z.strictObject({
  currency: text.max(5, {error: "is too long for a currency sign"}),
  measures: z.record(name, z.unknown())
});

type MeasureShapes = typeof measureShapes;
export type WrittenMeasure = {
  [Kind in keyof MeasureShapes]: {readonly kind: Kind} & z.infer<MeasureShapes[Kind]>;
}[keyof MeasureShapes];

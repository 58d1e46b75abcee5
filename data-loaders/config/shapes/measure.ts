import {z} from "zod";
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

/** Which of these keys a measure has decides how it is computed. */
export const measureShapes = {
  count: z.strictObject({
    count: z.enum(["customers", "orders", "items", "priced_items", "reordered_items", "gaps"]),
    ...words
  }),
  sum: z.strictObject({sum: z.enum(["spend", "gap_days"]), ...words}),
  ratio: z.strictObject({
    ratio: z.array(part).length(2, {error: "two parts are needed, such as [items, orders]"}),
    ...words
  }),
  median: z.strictObject({median: z.enum(["gaps"]), ...words}),
  share: z.strictObject({share: part, ...words}),
  penetration: z.strictObject({penetration: z.enum(["customers"]), ...words}),
  index: z.strictObject({index: part, ...words})
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

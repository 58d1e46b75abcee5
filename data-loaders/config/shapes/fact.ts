import {z} from "zod";
import {condition} from "./condition.ts";
import {allowed, sentence, text} from "./words.ts";

export const TAKES = ["count", "sum", "mean", "median", "min", "max", "share"] as const;

export const fact = z.strictObject({
  /** `item`, or a column: `item.price`. */
  of: z.string(),
  take: z.enum(TAKES),
  where: condition.optional(),
  unit: text.optional(),
  missing: allowed.optional(),
  says: sentence
});

export type WrittenFact = z.infer<typeof fact>;

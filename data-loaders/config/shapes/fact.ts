import * as z from "zod";
import {bound, condition} from "./condition.ts";
import {sentence, text} from "./words.ts";

export const TAKES = [
  "count",
  "sum",
  "mean",
  "median",
  "min",
  "max",
  "share",
  "first",
  "last",
  "most_common"
] as const;

/** `missing: 0` means what is written `{ as: 0 }`. */
const insteadOfNumber = ({input}: {input?: unknown}) =>
  typeof input === "number" ? `to let ${input} stand for missing values, write { as: ${input} }` : undefined;

export const fact = z.strictObject({
  /** Whose value it is. */
  per: z.enum(["customer", "order"]).optional(),
  /** `item`, or a column: `item.price`. */
  of: z.string(),
  take: z.enum(TAKES),
  where: condition.optional(),
  unit: text.optional(),
  /** The only right values. */
  range: z.strictObject({from: bound.optional(), up_to: bound.optional()}).optional(),
  missing: z
    .union([z.enum(["never", "allowed"], {error: insteadOfNumber}), z.strictObject({as: bound})])
    .optional(),
  says: sentence
});

export type WrittenFact = z.infer<typeof fact>;

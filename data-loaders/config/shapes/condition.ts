import * as z from "zod";
import {notNumber} from "./notNumber.ts";

/** A value to compare with: a label, a category, a number. */
export const value = z.union([z.string(), z.number()]);

/** One end of a range. Shares may be written as a percent. */
export const bound = z.union([
  z.number(),
  z.string().regex(/^\d+(\.\d+)?\s?%$/, {error: (issue) => notNumber(String(issue.input))})
]);

const values = z.array(value).min(1);

/** `from` and `up_to` include their value, `above` and `below` do not. */
const range = z.strictObject({
  from: bound.optional(),
  above: bound.optional(),
  up_to: bound.optional(),
  below: bound.optional(),
  in: values.optional(),
  missing: z.boolean().optional()
});

/** `married`, `[meat seafood, dairy eggs]` or `{ from: 1, below: 50 }`. */
export const test = z.union([value, values, range]);

/** Every entry has to hold; `all`, `any` and `not` hold conditions themselves. */
export const condition: z.ZodType<WrittenCondition> = z.lazy(() =>
  z
    .object({
      all: z.array(condition).min(1).optional(),
      any: z.array(condition).min(1).optional(),
      not: condition.optional()
    })
    .catchall(test)
    .refine((entries) => Object.keys(entries).length > 0, {
      error: "is empty; at least one condition is needed"
    })
);

export type WrittenBound = z.infer<typeof bound>;
export type WrittenTest = z.infer<typeof test>;

export interface WrittenCondition {
  readonly all?: readonly WrittenCondition[] | undefined;
  readonly any?: readonly WrittenCondition[] | undefined;
  readonly not?: WrittenCondition | undefined;
  readonly [word: string]: WrittenTest | WrittenCondition | readonly WrittenCondition[] | undefined;
}

import * as z from "zod";
import {allowed, because, name, percent, sentence, text, yes} from "./words.ts";

export const TABLES = ["orders", "items", "products", "departments", "aisles", "customers"] as const;
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday"
] as const;

const column = z.strictObject({
  /** The name in the file's header. */
  column: text,
  type: z.enum(["id", "whole", "money", "text", "category"]),
  unit: text.optional(),
  from: z.number().optional(),
  up_to: z.number().optional(),
  values: z.array(text).min(1).optional(),
  references: z.enum(TABLES).optional(),
  missing: allowed.optional(),
  /** Texts that mean missing. */
  none: z.array(text).min(1).optional(),
  zero_padded: yes.optional(),
  /** Whole numbers that stand as "7.0". */
  written: z.literal("7.0").optional(),
  optional: yes.optional(),
  missing_above: z.strictObject({bound: z.number(), because}).optional()
});

const table = z.strictObject({
  file: text.regex(/^(?!.*\.\.)[^/\\:*?"<>|][^\\:*?"<>|]*\.csv$/, {
    error: "the name of a .csv file in the data folder is needed, such as orders.csv"
  }),
  optional: yes.optional(),
  layout: z.enum(["long", "wide_or_long"]).optional(),
  key: z.union([name, z.array(name).min(1)]),
  columns: z.record(name, column),
  ignore: z.array(z.strictObject({column: text, because})).optional(),
  keep: z.strictObject({column: name, value: text, because}).optional(),
  repeats: z
    .strictObject({
      same: z.strictObject({keep: z.enum(["one"]), because}),
      different: z.strictObject({keep: z.enum(["first", "last"]), because})
    })
    .optional(),
  bad_rows: z.strictObject({stop_above: percent}).optional()
});

export const sources = z.strictObject({
  citation: sentence,
  notice: sentence,
  day_zero: z.enum(WEEKDAYS),
  tables: z.strictObject({
    orders: table,
    items: table,
    products: table,
    departments: table,
    aisles: table,
    customers: table
  })
});

export type WrittenColumn = z.infer<typeof column>;
export type WrittenTable = z.infer<typeof table>;
export type WrittenSources = z.infer<typeof sources>;

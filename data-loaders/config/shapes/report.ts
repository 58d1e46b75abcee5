import * as z from "zod";
import {name, percent, text} from "./words.ts";

const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/;
const versionMessage = {error: "a version of three numbers is needed, such as 1.2.0"};
const roundingMessage = {error: "5 or 10 is needed, or no rounding at all"};
const dateMessage = {error: "a date is needed as year-month-day, such as 2026-11-22"};

export const report = z.strictObject({
  title: text,
  subtitle: text,
  organisation: text,
  audience: text,
  version: z.string(versionMessage).regex(SEMVER, versionMessage),
  date: z.iso.date(dateMessage),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, {error: "a language code is needed, such as en or en-GB"}),
  paper: z.enum(["A4", "letter"]),
  summary: z
    .array(
      z.string().regex(/^[a-z\d/-]+(#[a-z\d-]+)*$/, {
        error: "a page is needed, or a page and what to show of it, such as when#ad-schedule"
      })
    )
    .max(4, {error: "at most 4 are possible: the summary has four pages"})
    .optional(),
  address: z
    .string()
    .regex(/^https?:\/\/[^\s?#"<>]+[^\s?#"<>/]$/, {
      error: "a web address without a slash at its end is needed, such as https://reports.example.org/orders"
    })
    .optional(),
  privacy: z.strictObject({
    customers_at_least: z
      .int({error: "a whole number of customers is needed, such as 10"})
      .min(1, {error: "at least 1 is needed; 10 is usual"})
      .max(100000, {error: "at most 100000 is possible; 10 is usual"}),
    largest_customer_at_most: percent.optional(),
    round_counts_to: z
      .int(roundingMessage)
      .min(5, roundingMessage)
      .max(10, roundingMessage)
      .multipleOf(5, roundingMessage)
      .optional()
  }),
  segment_pages: z.array(name).optional()
});

export type WrittenReport = z.infer<typeof report>;

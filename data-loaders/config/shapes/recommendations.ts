import * as z from "zod";
import {name, percent, sentence, text} from "./words.ts";

const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: "an id has small letters, digits and single hyphens: protect-the-loyal"
});

const evidence = z.strictObject({
  figure: id,
  measure: name.optional(),
  row: z.union([text, z.array(text).min(1).max(2)]).optional(),
  verdict: z.enum(["difference", "no difference"]).optional(),
  expect: text.optional()
});

export const recommendation = z.strictObject({
  title: text,
  question: z
    .int({error: "a question from 1 to 10 is needed"})
    .min(1, {error: "a question from 1 to 10 is needed"})
    .max(10, {error: "a question from 1 to 10 is needed"}),
  decider: text.optional(),
  audience: z.record(name, text),
  action: sentence,
  channel: sentence.optional(),
  timing: sentence.optional(),
  unless: sentence.optional(),
  rests_on: z.array(evidence).min(1, {error: "at least one finding is needed, or nothing speaks for it"}),
  test: z.strictObject({measure: name, hold_out: percent.optional()}).optional()
});

/** The file as a whole; each recommendation has a shape of its own. */
export const recommendations = z.strictObject({recommendations: z.record(id, z.unknown())});

export type WrittenRecommendation = z.infer<typeof recommendation>;
export type WrittenEvidence = z.infer<typeof evidence>;

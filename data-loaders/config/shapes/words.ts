import * as z from "zod";

/**
 * The smallest shapes. Shapes only describe (they change nothing), so that the editor's JSON Schema
 * can be made from them; their messages complete `path: …`.
 */

// Letters and signs of any script, no control characters and nothing that turns the direction of the text around it.
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;
const LINES = /^(?:[\n\t]|[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069])*$/u;
const UNSEEN = "holds a character that cannot be seen; write it again";
const tooLong = (most: number) => (issue: {input?: unknown}) =>
  `is ${String(issue.input).length} characters long; at most ${most} fit`;

/** A short text in one line: a title, a unit, the name of a column in a file. */
export const text = z
  .string()
  .regex(/\S/, {error: "is empty; a text is needed"})
  .regex(ONE_LINE, {error: UNSEEN})
  .max(200, {error: tooLong(200)});

/** Printed on axes and used in titles of pages. */
export const label = z
  .string()
  .regex(/\S/, {error: "is empty; a label is needed"})
  .regex(/^\s*$|^\S(.*\S)?$/s, {error: "begins or ends with a space"})
  .regex(ONE_LINE, {error: UNSEEN})
  .regex(/^((?! · ).)*$/s, {error: 'holds " · ", which stands between the labels of a cross'})
  .max(80, {error: tooLong(80)});

/** One or more sentences. */
export const sentence = z
  .string()
  .regex(/\S/, {error: "is empty; a sentence is needed"})
  .regex(LINES, {error: UNSEEN})
  .max(1000, {error: tooLong(1000)});

/** Names of facts, segmentations, measures and columns. */
export const name = z
  .string()
  .regex(/^(?!constructor$)[a-z][a-z0-9_]*$/, {
    error: (issue) => `a name has small letters, digits and _ only${nameHint(String(issue.input))}`
  })
  .max(40, {error: tooLong(40)});

/** `; did you mean "age_group"?` for `Age-Group` */
function nameHint(input: string): string {
  const name = input
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "");
  return name && name !== input ? `; did you mean "${name}"?` : " and begins with a letter";
}

/** `1%` */
export const percent = z
  .string({error: (issue) => `a percent is needed${percentHint(issue.input)}`})
  .regex(/^\d+(\.\d+)?\s?%$/, {error: (issue) => `a percent is needed${percentHint(issue.input)}`});

/** What was meant by a number or text that is not a percent: `; did you mean "1%"?` */
export function percentHint(input: unknown): string {
  if (typeof input === "number" && input >= 0)
    return `; did you mean "${input < 1 ? Number((input * 100).toPrecision(12)) : input}%"?`;
  const number = typeof input === "string" ? /^\s*(\d+(?:\.\d+)?)[\s%]*$/.exec(input)?.[1] : undefined;
  return number ? `; did you mean "${number}%"?` : ", such as 1%";
}

export const because = sentence;
export const yes = z.boolean();
export const allowed = z.literal("allowed");

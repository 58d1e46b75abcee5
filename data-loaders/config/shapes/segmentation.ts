import {z} from "zod";
import {bound, condition, value} from "./condition.ts";
import {label, name, sentence, text} from "./words.ts";

const GRAINS = ["customer", "order", "item"] as const;

/** Of every segmentation: what the page calls it and what it splits. */
const head = {title: text.optional(), of: z.enum(GRAINS).optional()};

export const bins = z.strictObject({
  ...head,
  by: z.string(),
  bins: z
    .array(
      z.strictObject({label, up_to: bound.optional(), below: bound.optional(), say: sentence.optional()})
    )
    .min(2),
  missing: label.optional()
});

export const map = z.strictObject({
  ...head,
  by: z.string(),
  map: z
    .record(label, z.union([value, z.array(value).min(1)]))
    .refine((labels) => Object.keys(labels).length > 0, {
      error: "is empty; at least one label with its values is needed"
    }),
  missing: label.optional()
});

export const rules = z.strictObject({
  ...head,
  match: z.enum(["first"]).optional(),
  rules: z.array(z.strictObject({label, when: condition, say: sentence.optional()})).min(1),
  else: label.optional()
});

export const cross = z.strictObject({
  title: text.optional(),
  cross: z.array(name).length(2, {error: "two segmentations are needed, such as [age_group, household]"})
});

/** Which of these keys a segmentation has decides what kind it is. */
export const segmentationShapes = {bins, map, rules, cross};

export type WrittenBins = z.infer<typeof bins>;
export type WrittenMap = z.infer<typeof map>;
export type WrittenRules = z.infer<typeof rules>;
export type WrittenCross = z.infer<typeof cross>;

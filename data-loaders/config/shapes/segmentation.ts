import * as z from "zod";
import {bound, condition, value} from "./condition.ts";
import {label, name, percent, sentence, text} from "./words.ts";

const GRAINS = ["customer", "order", "item"] as const;

const COLOUR =
  'a colour is needed: "#0b5fa5" (in quotes, since # begins a comment) or a place in the palette from 1 to 8';

/** `#rrggbb`, or a place in the palette. */
const colour = z.union(
  [
    z.string().regex(/^#[0-9a-fA-F]{6}$/, {error: COLOUR}),
    z.number().refine((place) => Number.isInteger(place) && place >= 1 && place <= 8, {error: COLOUR})
  ],
  {error: (issue) => (issue.input === undefined ? undefined : COLOUR)}
);

/** How a segment is told and drawn. */
const dress = {say: sentence.optional(), colour: colour.optional()};
/** Where segments have no order of their own. */
const order = z.number().optional();

const dressedLabel = z.union([label, z.strictObject({label, ...dress})]);

/** Sizes that stop the build. */
const expect = z.strictObject({
  else_at_most: percent.optional(),
  each_at_least: percent.optional(),
  at_most: z.record(z.string(), percent).optional()
});

/** Of every segmentation: what the page calls it, what it splits, and the sizes it is to have. */
const head = {title: text.optional(), of: z.enum(GRAINS).optional(), expect: expect.optional()};

const bin = z.strictObject({label, up_to: bound.optional(), below: bound.optional(), ...dress});

const quantiles = z.strictObject({
  /** How many segments of about the same size. */
  quantiles: z.number().refine((count) => Number.isInteger(count) && count >= 2 && count <= 20, {
    error: "a whole number from 2 to 20 is needed"
  }),
  labels: z.array(dressedLabel).min(2),
  freeze: z.boolean().optional()
});

export const bins = z.strictObject({
  ...head,
  by: z.string(),
  bins: z.union([z.array(bin).min(2), quantiles]),
  missing: dressedLabel.optional()
});

const values = z.union([value, z.array(value).min(1)]);

export const map = z.strictObject({
  ...head,
  by: z.string(),
  map: z
    .record(label, z.union([...values.options, z.strictObject({values, ...dress, order})]))
    .refine((labels) => Object.keys(labels).length > 0, {
      error: "is empty; at least one label with its values is needed"
    }),
  missing: dressedLabel.optional()
});

export const rules = z.strictObject({
  ...head,
  match: z.enum(["first", "unique", "all"]).optional(),
  rules: z
    .array(z.strictObject({label, when: condition.optional(), where: sentence.optional(), ...dress, order}))
    .min(1),
  else: dressedLabel.optional()
});

export const cross = z.strictObject({
  title: text.optional(),
  cross: z.array(name).length(2, {error: "two segmentations are needed, such as [age_group, household]"}),
  expect: expect.optional()
});

/** Which of these keys a segmentation has decides what kind it is. */
export const segmentationShapes = {bins, map, rules, cross};

export type WrittenBins = z.infer<typeof bins>;
export type WrittenMap = z.infer<typeof map>;
export type WrittenRules = z.infer<typeof rules>;
export type WrittenCross = z.infer<typeof cross>;
export type WrittenExpect = z.infer<typeof expect>;
export type WrittenLabel = z.infer<typeof dressedLabel>;

import {z} from "zod";

/** The form of the manifest; raised when a reader of the form before could misread it. */
export const MANIFEST_FORM = 1;

const size = z.union([z.number(), z.enum(["few", "covered"])]);
const table = z.object({
  table: z.string(),
  file: z.string(),
  /** Of the content; absent where the data has no such file. */
  /** Of the content, as `fileDigest` makes it: not the SHA-256 that `sha256sum` prints. */
  digest: z.string().optional(),
  rows_in: z.number(),
  rows_used: z.number()
});
const segmentation = z.object({
  name: z.string(),
  title: z.string(),
  grain: z.enum(["customer", "order", "item"]),
  /** In order of code. Sizes in customers, orders or products. */
  segments: z.array(z.object({label: z.string(), size}))
});
const figure = z.object({
  id: z.string(),
  /** Path of its page. */
  page: z.string(),
  /** The sentence as printed. */
  finding: z.string(),
  verdict: z.string().optional()
});

/**
 * What a published version was made of and what it says, `manifest.json` in its folder. No count that describes
 * fewer customers than the threshold stands in it. Keys that this code does not know are passed over.
 */
export const manifestShape = z.object({
  manifest: z.literal(MANIFEST_FORM),
  version: z.string(),
  title: z.string(),
  date: z.string(),
  /** Identity of the basket store, and of the code that made every number. */
  keys: z.object({baskets: z.string(), code: z.string()}),
  /** The privacy threshold it was published with. */
  customers_at_least: z.number(),
  /** The configuration as it was, beside the manifest. */
  config: z.array(z.object({file: z.string(), sha256: z.string()})),
  inputs: z.array(table),
  /** In reading order; the digest is of the page's text with its figures. */
  pages: z.array(z.object({path: z.string(), title: z.string(), sha256: z.string()})),
  figures: z.array(figure),
  segmentations: z.array(segmentation)
});

export type Manifest = z.infer<typeof manifestShape>;
export type ManifestSegmentation = z.infer<typeof segmentation>;
export type ManifestFigure = z.infer<typeof figure>;
export type ManifestPage = Manifest["pages"][number];

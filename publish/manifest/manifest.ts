import * as z from "zod";

/** The form of the manifest; raised when a reader of the form before could misread it. */
export const MANIFEST_FORM = 2;

const size = z.union([z.number(), z.enum(["few", "covered"])]);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const input = z.object({
  table: z.string(),
  file: z.string(),
  digest: z
    .string()
    .optional()
    .describe(
      "Of the content, however it is packed: SHA-256 over the XXH64 of each 4 MB. Absent where the data has no such file."
    ),
  sha256: sha256.optional().describe("Of the file, as `sha256sum` prints it."),
  bytes: z.int().optional(),
  rows_in: z.int(),
  rows_used: z.int()
});
const segmentation = z.object({
  name: z.string(),
  title: z.string(),
  grain: z.enum(["customer", "order", "item"]),
  segments: z
    .array(z.object({label: z.string(), size}))
    .describe(
      "In order of code. Sizes in customers, orders or products; `few` where that is under the threshold."
    )
});
const figure = z.object({
  id: z.string(),
  page: z.string().describe("Path of its page."),
  finding: z.string().describe("The sentence as printed."),
  verdict: z.string().optional()
});
const number = z.object({
  id: z.string().describe("The same in every version: figure, measure and labels."),
  figure: z.string(),
  measure: z.string(),
  labels: z.array(z.string()),
  value: z.number().describe("In the measure's unit: money in cents, shares from 0 to 1."),
  unit: z.string(),
  base: z.string(),
  n: z.number().describe("Customers the value describes."),
  interval: z.object({low: z.number(), high: z.number()}).optional().describe("95 %."),
  verdict: z.enum(["difference", "no difference", "can't tell"]).optional()
});
const setAside = z.object({
  reason: z.string(),
  because: z.string().optional(),
  rows: z.int(),
  kind: z.enum(["rule", "defect"])
});

/**
 * What a published version was made of and what it says, `manifest.json` in its folder. No count that describes
 * fewer customers than the threshold stands in it. Keys that this code does not know are passed over.
 */
export const manifestShape = z.object({
  manifest: z.literal(MANIFEST_FORM).describe("Form of this file."),
  version: z.string(),
  draft: z.boolean().describe("True of a build that is not published."),
  title: z.string(),
  date: z.string().describe("As printed on the report."),
  made_at: z.string().describe("SOURCE_DATE_EPOCH of the build where it was set, else the report's date."),
  organisation: z.string(),
  audience: z.string().describe("Who it is for."),
  predecessor: z
    .object({version: z.string(), manifest_sha256: sha256})
    .optional()
    .describe("The version that the page What changed compares with."),
  keys: z
    .object({baskets: z.string(), code: z.string()})
    .describe("Identity of the basket store, and of the code that made every number."),
  code: z.object({
    commit: z.string().optional(),
    changed: z.boolean().optional().describe("Whether files of the code differed from the commit."),
    lock_sha256: sha256.describe("Of package-lock.json, which pins all packages.")
  }),
  engines: z
    .record(z.string(), z.string())
    .describe("Node, Framework, and the browser that printed the PDF."),
  customers_at_least: z.number().describe("The privacy threshold it was published with."),
  customers: z
    .int()
    .optional()
    .describe("All that the report describes; absent in manifests of before, and where counts are rounded."),
  made_of: z
    .array(z.object({kind: z.enum(["data", "config", "page", "code"]), name: z.string(), digest: z.string()}))
    .describe("What decides every number and page. A version can be published again only from the same."),
  config: z
    .array(z.object({file: z.string(), sha256}))
    .describe("The configuration and the pages' sources as they were, in the folder config/."),
  resolved_config: z
    .object({file: z.string(), sha256})
    .describe("The configuration as it was carried out, with every default and cut point."),
  inputs: z.array(input),
  flow: z
    .array(z.object({table: z.string(), rows_in: z.int(), rows_used: z.int(), set_aside: z.array(setAside)}))
    .describe("Rows in = rows used + rows set aside, by reason."),
  cut_points: z
    .array(z.object({segmentation: z.string(), by: z.string(), up_to: z.array(z.number())}))
    .describe("Where segments of about equal size were cut."),
  pages: z
    .array(z.object({path: z.string(), title: z.string(), sha256}))
    .describe("In reading order; the digest is of the text with its figures."),
  figures: z.array(figure),
  segmentations: z.array(segmentation),
  recommendations: z.array(z.object({id: z.string(), title: z.string(), holds: z.boolean()})),
  numbers: z.array(number).describe("Every value of every figure, in the order of the report."),
  files: z
    .array(z.object({path: z.string(), bytes: z.int(), sha256}))
    .describe("Every file of the folder but this one.")
});

export type Manifest = z.infer<typeof manifestShape>;
export type ManifestSegmentation = z.infer<typeof segmentation>;
export type ManifestFigure = z.infer<typeof figure>;
export type ManifestNumber = z.infer<typeof number>;
export type ManifestPage = Manifest["pages"][number];

/** The JSON Schema of the manifest, as `manifest.schema.json` beside it. */
export function manifestSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(manifestShape), undefined, 2)}\n`;
}

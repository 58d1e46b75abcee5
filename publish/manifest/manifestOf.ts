import type {Publication} from "../../src/pages/publication.ts";
import {WHAT_CHANGED} from "../changes/whatChangedPage.ts";
import type {MadePublication} from "../makePublication.ts";
import {siteModel} from "../site/siteModel.ts";
import {codeCommit} from "./codeIdentity.ts";
import type {InputFile} from "./inputFiles.ts";
import type {KeptFile} from "./keptFiles.ts";
import {digestOf} from "./digestOf.ts";
import type {MadeOf} from "./madeOf.ts";
import type {Manifest, ManifestFigure} from "./manifest.ts";
import {MANIFEST_FORM} from "./manifest.ts";
import {resolvedConfig} from "./resolvedConfig.ts";

/** What the manifest says besides what was made. */
export interface ManifestContext {
  readonly isDraft: boolean;
  readonly madeOf: MadeOf;
  readonly kept: readonly KeptFile[];
  readonly inputs: readonly InputFile[];
  readonly predecessor?: Manifest["predecessor"];
  readonly engines: Manifest["engines"];
  readonly files: Manifest["files"];
  /** The project's folder. */
  readonly root: string;
}

/** The manifest of what was made: the same for the same data, config, pages, code and engines. */
export function manifestOf(made: MadePublication, context: ManifestContext): Manifest {
  const {publication, segmented, config} = made;
  const {isDraft, kept, predecessor, engines, files, root} = context;
  const {version, title, date, organisation, audience, customersAtLeast} = config.report;
  const code = (name: string): string => context.madeOf.find((one) => one.name === name)?.digest ?? "";
  return {
    manifest: MANIFEST_FORM,
    version,
    draft: isDraft,
    title,
    date,
    made_at: buildTime(date),
    organisation,
    audience,
    ...(predecessor && {predecessor}),
    keys: {baskets: segmented.key, code: code("calculation")},
    code: {...codeCommit(root), lock_sha256: code("package-lock.json")},
    engines,
    customers_at_least: customersAtLeast,
    ...(config.report.roundCountsTo === undefined && {customers: segmented.baskets.customers}),
    made_of: context.madeOf,
    config: kept.map(({file, content}) => ({file, sha256: digestOf(content)})),
    resolved_config: {file: "config/resolved.json", sha256: digestOf(resolvedConfig(made))},
    inputs: inputsOf(segmented).map((input) => {
      const {sha256, bytes} = context.inputs.find(({file}) => file === input.file) ?? {};
      return {...input, ...(sha256 !== undefined && {sha256}), ...(bytes !== undefined && {bytes})};
    }),
    flow: segmented.baskets.words.flow.tables.map(({table, rows_in, rows_used, set_aside}) => ({
      table,
      rows_in,
      rows_used,
      set_aside: set_aside.map(({lines: _, ...aside}) => aside)
    })),
    cut_points: cutPoints(segmented),
    ...printedOf(publication),
    files
  };
}

/** By reproducible-builds.org: the time that the caller gives, in seconds, else the report's own date. */
function buildTime(date: string): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return date;
  return new Date(1000 * Number(epoch)).toISOString().replace(".000Z", "Z");
}

/** Rows of every table, with the digest of what was read. */
export function inputsOf({baskets, digests}: MadePublication["segmented"]): Manifest["inputs"] {
  return baskets.words.flow.tables.map(({table, file, rows_in, rows_used}) => {
    const digest = digests[table];
    return {table, file, ...(digest !== undefined && {digest}), rows_in, rows_used};
  });
}

function cutPoints({segments}: MadePublication["segmented"]): Manifest["cut_points"] {
  return segments.segmentations.flatMap((segmentation) => {
    if (segmentation.kind !== "bins" || !segmentation.quantiles) return [];
    const up_to = segmentation.bins.flatMap((bin) => (bin.up_to === undefined ? [] : [bin.up_to]));
    return [{segmentation: segmentation.name, by: segmentation.by, up_to}];
  });
}

/** What readers find, as later versions compare with it. */
export function printedOf(
  publication: Publication
): Pick<Manifest, "pages" | "figures" | "numbers" | "recommendations" | "segmentations"> {
  return {
    pages: publishedPages(publication),
    figures: publishedFigures(publication),
    recommendations: (publication.recommendations ?? []).map(({id, title, holds}) => ({id, title, holds})),
    segmentations: (publication.segmentations ?? []).map(({segments, ...named}) => ({
      ...named,
      segments: [...segments]
    })),
    numbers: publication.numbers.map((number) => ({...number, labels: [...number.labels]}))
  };
}

function publishedPages({pages}: Publication): Manifest["pages"] {
  return pages
    .filter(({path}) => path !== WHAT_CHANGED)
    .map(({path, title, markdown}) => ({path, title, sha256: digestOf(markdown)}));
}

/** Every figure with the sentence it is headed by, without its number. */
function publishedFigures(publication: Publication): ManifestFigure[] {
  return siteModel(publication).figures.map(({id, page, title}) => ({
    id,
    page,
    finding: title.replace(/^Figure \d+: /, "")
  }));
}

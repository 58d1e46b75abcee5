import {createHash} from "node:crypto";
import type {Publication} from "../../src/pages/publication.ts";
import type {MadePublication} from "../makePublication.ts";
import {siteModel} from "../site/siteModel.ts";
import type {ConfigFileCopy} from "./configFiles.ts";
import type {Manifest, ManifestFigure} from "./manifest.ts";
import {MANIFEST_FORM} from "./manifest.ts";
import {segmentSizes} from "./segmentSizes.ts";

/** The manifest of what was made: the same for the same config, data and code. @param code identity of the code */
export function manifestOf(
  {publication, segmented, config}: MadePublication,
  files: readonly ConfigFileCopy[],
  code: string
): Manifest {
  const {version, title, date, customersAtLeast} = config.report;
  return {
    manifest: MANIFEST_FORM,
    version,
    title,
    date,
    keys: {baskets: segmented.key, code},
    customers_at_least: customersAtLeast,
    config: files.map(({file, content}) => ({file, sha256: digestOf(content)})),
    inputs: inputsOf(segmented),
    pages: publishedPages(publication),
    figures: publishedFigures(publication),
    segmentations: segmented.segmentations.map((assigned) => {
      const {name, title, grain, labels} = assigned;
      const sizes = segmentSizes(assigned, segmented.baskets, customersAtLeast);
      return {name, title, grain, segments: labels.map((label, at) => ({label, size: sizes[at]!}))};
    })
  };
}

/** Rows of every table, with the digest of the file they were read from. */
export function inputsOf({baskets, digests}: MadePublication["segmented"]): Manifest["inputs"] {
  return baskets.words.flow.tables.map(({table, file, rows_in, rows_used}) => {
    const digest = digests[table];
    return {table, file, ...(digest !== undefined && {digest}), rows_in, rows_used};
  });
}

export function publishedPages({pages}: Publication): Manifest["pages"] {
  return pages.map(({path, title, markdown}) => ({path, title, sha256: digestOf(markdown)}));
}

export function digestOf(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Every figure with the sentence it is headed by, without its number. */
export function publishedFigures(publication: Publication): ManifestFigure[] {
  return siteModel(publication).figures.map(({id, page, title}) => ({
    id,
    page,
    finding: title.replace(/^Figure \d+: /, "")
  }));
}

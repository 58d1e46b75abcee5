import {segmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import type {SegmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import {UserError} from "../data-loaders/config/problem.ts";
import type {Config} from "../data-loaders/config/readConfig.ts";
import type {OnProgress} from "../data-loaders/baskets/onProgress.ts";
import type {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import type {PageBlock, PageSource} from "../src/pages/pageSource.ts";
import type {Publication} from "../src/pages/publication.ts";
import {analysesOf} from "../src/pages/analysesOf.ts";
import {learnPages} from "../src/pages/learnPages.ts";
import {publicationOf} from "../src/pages/publicationOf.ts";
import {beginAnalyses, beginPairs} from "./beginAnalyses.ts";
import {disclosedCounts} from "./disclosedCounts.ts";
import {keepSchemas} from "./keepSchemas.ts";
import type {Progress} from "./progress.ts";
import {keepTexts, recallKeptTexts} from "./keptTexts.ts";
import {earlierManifests} from "./versions/earlierManifests.ts";
import {exposedByEarlier} from "./versions/exposedByEarlier.ts";
import {nearVersions} from "./versions/nearVersions.ts";
import {openAhead} from "./openAhead.ts";
import {meanwhile} from "./meanwhile.ts";
import {readPagesFor} from "./readPagesFor.ts";
import {readReportConfig} from "./readReportConfig.ts";
import {saveForNext} from "./saveForNext.ts";
import type {ReportFolders} from "./reportFolders.ts";

/** Everything up to the numbers and pages; nothing outside the cache is written. */
export interface MadePublication {
  readonly config: Config;
  readonly publication: Publication;
  readonly segmented: SegmentedBaskets;
}

/**
 * CSV → tables → baskets → facts → segments → aggregates → figures → pages.
 * @throws UserError for anything in the config, the data or the pages that the user can fix
 */
export async function makePublication(
  folders: ReportFolders,
  pool: WorkerPool,
  progress: Progress
): Promise<MadePublication> {
  const made = await segmentData(folders, pool, progress);
  return {...made, publication: await publicationFor(folders, made, pool, progress)};
}

/** Config and data, up to the segments; pages are not looked at. @throws UserError as `makePublication` */
export async function segmentData(
  folders: ReportFolders,
  pool: WorkerPool,
  progress: Progress
): Promise<Omit<MadePublication, "publication">> {
  recallKeptTexts(folders.cache, pool.code);
  keepSchemas(folders);
  const onProgress: OnProgress = (step, done, total) => progress.at(step, done, total);
  const ahead = await openAhead(folders, pool, onProgress);
  const config = readReportConfig(folders);
  const odd = config.warnings.length;
  progress.done(
    "config read",
    odd > 0 ? `${odd === 1 ? "1 warning" : `${odd} warnings`}: see npm run check` : undefined
  );
  const segmented = await meanwhile(
    segmentedBaskets(config, folders.data, folders.cache, pool, onProgress, {
      ...ahead,
      alongside: (opened) => beginAnalyses(opened, pool)
    }),
    () => learnPages(folders.pages)
  );
  const {baskets} = segmented;
  keepSchemas(folders, baskets);
  progress.done(
    segmented.read ? "CSVs read into baskets" : "baskets from the cache",
    `${count(baskets.items)} items, ${count(baskets.orders)} orders, ${count(baskets.customers)} customers`
  );
  return {config, segmented};
}

interface PublicationOptions {
  /** Pages of an older version are read for their numbers only, whatever these are. */
  readonly holdsExpectations?: boolean;
  /** What is made of it: nearness to what is published is told of a draft and refused of a version. */
  readonly edition?: "draft" | "version";
}

/** Aggregates, figures and pages of segmented baskets. @throws UserError for what is wrong in the pages */
export async function publicationFor(
  folders: ReportFolders,
  {config, segmented}: Omit<MadePublication, "publication">,
  pool: WorkerPool,
  progress: Progress,
  {holdsExpectations = true, edition}: PublicationOptions = {}
): Promise<Publication> {
  const {baskets} = segmented;
  await beginPairs(segmented, pool);
  const earlier = earlierManifests(folders.dist);
  const {exposed, wholes} = nearVersions(earlier, segmented, config.report);
  if (wholes.length > 0 && edition) tellNear(wholes, config.report, edition, progress);
  const {pages: read, queries} = readPagesFor(folders, config, segmented);
  const pages = holdsExpectations ? read : read.map(withoutExpectations);
  const {aggregated, analyses, sizes} = await disclosedCounts(queries, analysesOf(pages), segmented, pool, {
    ...config.report,
    exposed: [...exposed, ...(await exposedByEarlier(earlier, segmented, config, pool))]
  });
  keepTexts(folders.cache, pool.code);
  progress.done(
    "aggregates",
    `${count(aggregated.reduce((sum, {cells}) => sum + cells, 0))} cells for ${queries.length} questions`
  );
  const saving = saveForNext(segmented, pool, progress.line); // while the figures are made
  try {
    const answers = new Map(queries.map((query, at) => [query.by.join("\u0000"), aggregated[at]!]));
    const publication = publicationOf(pages, {
      settings: config.report,
      sources: config.sources,
      segments: segmented.segments,
      measures: config.measures,
      recommendations: config.recommendations,
      glossary: config.glossary,
      dimensions: segmented.dimensions,
      flow: baskets.words.flow,
      analyses,
      aggregate: (query) => answers.get(query.by.join("\u0000"))!
    });
    progress.done(
      "figures and pages",
      `${publication.pages.length} pages, ${publication.pages.reduce((sum, {figures}) => sum + figures.length, 0)} figures`
    );
    return {...publication, segmentations: sizes};
  } finally {
    await saving;
  }
}

function tellNear(
  wholes: readonly string[],
  {customersAtLeast}: Config["report"],
  edition: "draft" | "version",
  progress: Progress
): void {
  const versions = `${wholes.length === 1 ? "version" : "versions"} ${wholes.join(", ")}`;
  const message = `the data describe nearly the same customers as ${versions}, fewer than ${customersAtLeast} more or less: whoever takes one report from the other would see those few; publish when more have changed, or with "privacy: { round_counts_to: 5 }"`;
  if (edition === "version") throw new UserError({file: "config/report.yaml", path: "privacy", message});
  progress.line(`  warning: ${message}. A draft is built; it can't be published so.`);
}

function withoutExpectations(page: PageSource): PageSource {
  const blocks = page.blocks.map((block) =>
    block.kind === "figure" || block.kind === "answer"
      ? ({...block, spec: {...block.spec, expects: []}} as PageBlock)
      : block
  );
  return {...page, blocks};
}

const count = (value: number): string => value.toLocaleString("en-US");

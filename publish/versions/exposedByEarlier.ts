import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import {codedDimensions, isOfCustomers} from "../../data-loaders/aggregates/dimensions.ts";
import type {CodedDimension} from "../../data-loaders/aggregates/dimensions.ts";
import type {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import type {Config} from "../../data-loaders/config/readConfig.ts";
import {crossedByKinds} from "../../data-loaders/disclosure/crossedCounts.ts";
import type {DisclosureSettings} from "../../data-loaders/disclosure/discloseAll.ts";
import {smallDifferences} from "../../data-loaders/disclosure/smallDifferences.ts";
import type {ExposedSegment} from "../../data-loaders/disclosure/smallDifferences.ts";
import {inputsOf} from "../manifest/manifestOf.ts";
import {oldSegments} from "../plan/oldSegments.ts";
import type {OldSegments} from "../plan/oldSegments.ts";
import type {EarlierManifest} from "./earlierManifests.ts";

/** Of each basket store and definitions, for the edits of a preview. */
const assignedBefore = new Map<string, Promise<OldSegments>>();

/**
 * Segments that leave few customers when they are taken from or added to segments of a version that was published of
 * the same data, whatever these were called: its definitions are carried out again. Of other data that can't be done;
 * there `nearVersions` compares sizes by name.
 */
export async function exposedByEarlier(
  manifests: readonly EarlierManifest[],
  segmented: SegmentedBaskets,
  {sources, report}: Pick<Config, "sources" | "report">,
  pool: WorkerPool
): Promise<readonly ExposedSegment[]> {
  const {customersAtLeast, roundCountsTo}: DisclosureSettings = report;
  if (roundCountsTo !== undefined) return [];
  const earlier: CodedDimension[] = [];
  const published = new Map<string, readonly boolean[]>();
  for (const {manifest, definitions} of ofSameData(manifests, segmented)) {
    const key = `${segmented.key} ${definitions}`;
    const assigning = assignedBefore.get(key) ?? oldSegments(manifest.folder, segmented, sources, pool);
    assignedBefore.set(key, assigning);
    const {assigned} = await assigning;
    for (const dimension of codedDimensions(sources, segmented.baskets, assigned).slice(0, assigned.length)) {
      const told = manifest.segmentations.find(({name}) => name === dimension.name);
      if (!told || !isOfCustomers(dimension)) continue;
      const name = `${manifest.version} ${dimension.name}`;
      earlier.push({...dimension, name});
      published.set(
        name,
        dimension.labels.map((_, code) => typeof told.segments[code]?.size === "number")
      );
    }
  }
  if (earlier.length === 0) return [];
  const ofCustomers = [...segmented.dimensions, ...earlier].filter(isOfCustomers);
  return smallDifferences(ofCustomers, crossedByKinds(ofCustomers), customersAtLeast, published);
}

interface DefinedVersion {
  readonly manifest: EarlierManifest;
  /** Digest of how segments were defined. */
  readonly definitions: string;
}

/** 1 for each segment whose size is told. */
const shownOf = ({segmentations}: EarlierManifest): number[] =>
  segmentations.flatMap(({segments}) => segments.map(({size}) => (typeof size === "number" ? 1 : 0)));

/** One version for each way in which segments were defined and shown. */
function ofSameData(earlier: readonly EarlierManifest[], segmented: SegmentedBaskets): DefinedVersion[] {
  const found = new Map<string, DefinedVersion>();
  for (const manifest of earlier) {
    const definitions = manifest.config.find(({file}) => file === "segments.yaml")?.sha256;
    if (definitions !== undefined && isOfSameData(manifest, segmented))
      found.set(definitions + shownOf(manifest).join(""), {manifest, definitions});
  }
  return [...found.values()];
}

function isOfSameData({keys, inputs}: EarlierManifest, segmented: SegmentedBaskets): boolean {
  if (keys.baskets === segmented.key) return true;
  const digests = new Map(inputs.map(({table, digest}) => [table, digest]));
  return inputsOf(segmented).every(({table, digest}) => digests.get(table) === digest);
}

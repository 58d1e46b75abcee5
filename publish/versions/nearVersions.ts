import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {DisclosureSettings} from "../../data-loaders/disclosure/discloseAll.ts";
import type {ExposedSegment} from "../../data-loaders/disclosure/smallDifferences.ts";
import {segmentCounts} from "../../data-loaders/segments/proofs/customersPerSegment.ts";
import type {Manifest} from "../manifest/manifest.ts";
import {versionFolders} from "./versionIndex.ts";

/** What would describe fewer customers than the threshold when it is taken from what was published before. */
export interface NearVersions {
  /** Segments that would. */
  readonly exposed: readonly ExposedSegment[];
  /** Versions from which the whole report differs by so few customers. */
  readonly wholes: readonly string[];
}

/**
 * Compares sizes with those in the manifests of all published versions: of everyone, and of each segment of customers
 * by the name of its segmentation and its label. Rounded counts do not tell a difference, and are not compared.
 */
export function nearVersions(
  dist: string,
  {baskets, segmentations}: Pick<SegmentedBaskets, "baskets" | "segmentations">,
  {customersAtLeast, roundCountsTo}: DisclosureSettings
): NearVersions {
  if (roundCountsTo !== undefined) return {exposed: [], wholes: []};
  const isNear = (before: unknown, now: number): boolean =>
    typeof before === "number" && before !== now && Math.abs(before - now) < customersAtLeast;
  const earlier = versionFolders(dist).flatMap((version) => publishedSizes(dist, version));
  const ofCustomers = segmentations.filter(({grain}) => grain === "customer");
  const exposed = ofCustomers.flatMap((assigned) => {
    const sizes = segmentCounts(assigned);
    const before = earlier.flatMap(({sizesOf}) => sizesOf.get(assigned.name) ?? []);
    return assigned.labels.flatMap((label, code) =>
      sizes[code]! > 0 && before.some((one) => one.label === label && isNear(one.size, sizes[code]!))
        ? [{dimension: assigned.name, code}]
        : []
    );
  });
  const wholes = earlier.filter(({customers}) => isNear(customers, baskets.customers));
  return {exposed, wholes: wholes.map(({version}) => version)};
}

interface PublishedSizes {
  readonly version: string;
  readonly customers: number;
  readonly sizesOf: ReadonlyMap<string, Manifest["segmentations"][number]["segments"]>;
}

/** Nothing where the manifest can't be read: what it says is not known to a reader, either. */
function publishedSizes(dist: string, version: string): PublishedSizes[] {
  try {
    const text = readFileSync(join(dist, version, "manifest.json"), "utf8");
    const {customers = 0, segmentations} = JSON.parse(text) as Manifest;
    const sizes = segmentations.filter(({grain}) => grain === "customer");
    return [{version, customers, sizesOf: new Map(sizes.map(({name, segments}) => [name, segments]))}];
  } catch {
    return [];
  }
}

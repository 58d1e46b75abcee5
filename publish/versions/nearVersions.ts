import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {DisclosureSettings} from "../../data-loaders/disclosure/discloseAll.ts";
import type {ExposedSegment} from "../../data-loaders/disclosure/smallDifferences.ts";
import {segmentCounts} from "../../data-loaders/segments/proofs/customersPerSegment.ts";
import type {EarlierManifest} from "./earlierManifests.ts";

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
  earlier: readonly EarlierManifest[],
  {baskets, segmentations}: Pick<SegmentedBaskets, "baskets" | "segmentations">,
  {customersAtLeast, roundCountsTo}: DisclosureSettings
): NearVersions {
  if (roundCountsTo !== undefined) return {exposed: [], wholes: []};
  const isNear = (before: unknown, now: number): boolean =>
    typeof before === "number" && before !== now && Math.abs(before - now) < customersAtLeast;
  const published = earlier.flatMap(({segmentations: told}) =>
    told.filter(({grain}) => grain === "customer")
  );
  const ofCustomers = segmentations.filter(({grain}) => grain === "customer");
  const exposed = ofCustomers.flatMap((assigned) => {
    const sizes = segmentCounts(assigned);
    const before = published.flatMap(({name, segments}) => (name === assigned.name ? segments : []));
    return assigned.labels.flatMap((label, code) =>
      sizes[code]! > 0 && before.some((one) => one.label === label && isNear(one.size, sizes[code]!))
        ? [{dimension: assigned.name, code}]
        : []
    );
  });
  const wholes = earlier.filter(({customers}) => isNear(customers, baskets.customers));
  return {exposed, wholes: wholes.map(({version}) => version)};
}

import type {Config} from "../../data-loaders/config/readConfig.ts";
import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {Assigned} from "../../data-loaders/segments/assignSegments.ts";
import {ruleWords} from "../../src/pages/ruleWords.ts";
import type {Manifest, ManifestSegmentation} from "../manifest/manifest.ts";
import {segmentSizes} from "../manifest/segmentSizes.ts";
import type {OldSegments} from "./oldSegments.ts";
import {sameGroups} from "./partners.ts";
import type {SegmentationChange} from "./plan.ts";
import {segmentationChange} from "./segmentationChange.ts";

export interface ChangesContext {
  readonly published: Pick<Manifest, "segmentations" | "customers_at_least">;
  readonly old: OldSegments;
  readonly config: Config;
  readonly segmented: SegmentedBaskets;
  readonly isSameData: boolean;
  /** Sizes now as the gate tells them, where the report was counted. */
  readonly gated?: readonly ManifestSegmentation[] | undefined;
}

/** Every segmentation that was added, removed, renamed, or whose sizes or rules changed. */
export function segmentationChanges(context: ChangesContext): SegmentationChange[] {
  const {published, old, config, segmented, isSameData} = context;
  const atLeast = config.report.customersAtLeast;
  const {baskets, segmentations} = segmented;
  const pairs = pairedNames(published.segmentations, old, segmentations);
  const kept = segmentations.flatMap((now): SegmentationChange[] => {
    const was = published.segmentations.find(({name}) => name === pairs.get(now.name));
    const gated = context.gated?.find(({name}) => name === now.name)?.segments.map(({size}) => size);
    if (!was) return [added(now, gated ?? segmentSizes(now, baskets, atLeast), rulesOf(now.name, config))];
    const change = segmentationChange(
      {
        published: was,
        now,
        gated,
        before: old.assigned.find(({name}) => name === was.name),
        isCross: config.segments.segmentations.some(({name, kind}) => name === now.name && kind === "cross"),
        rules: {before: rulesOf(was.name, old.config ?? config), now: rulesOf(now.name, config)}
      },
      {
        baskets,
        isSameData,
        customersAtLeast: {before: published.customers_at_least, now: atLeast},
        roundedTo: old.config?.report.roundCountsTo
      }
    );
    return change ? [change] : [];
  });
  const names = new Set(pairs.values());
  return [...kept, ...published.segmentations.filter(({name}) => !names.has(name)).map(removed)];
}

/** The name before of each name now: the same one, else the one of a removed segmentation with the same groups. */
function pairedNames(
  published: readonly ManifestSegmentation[],
  {assigned}: OldSegments,
  now: readonly Assigned[]
): ReadonlyMap<string, string> {
  const names = new Set(now.map(({name}) => name));
  const gone = published.filter(({name}) => !names.has(name));
  const pairs = new Map(
    now.filter(({name}) => published.some((one) => one.name === name)).map(({name}) => [name, name])
  );
  for (const one of now.filter(({name}) => !pairs.has(name))) {
    const same = gone.find(({name}) => {
      const before = assigned.find((other) => other.name === name);
      return before && isSamePartition(before, one) && ![...pairs.values()].includes(name);
    });
    if (same) pairs.set(one.name, same.name);
  }
  return pairs;
}

/** Whether both split the same rows into the same groups, at least two. */
function isSamePartition(before: Assigned, now: Assigned): boolean {
  if (before.grain !== now.grain || before.codes.length !== now.codes.length) return false;
  const groups = sameGroups(before, now);
  return !groups.includes(undefined) && groups.filter((group) => group !== "empty").length > 1;
}

function rulesOf(name: string, {segments, measures}: Config): ReadonlyMap<string, string> {
  const segmentation = segments.segmentations.find((one) => one.name === name);
  if (!segmentation || segmentation.kind === "cross") return new Map(); // its labels say it all
  const words = ruleWords(segmentation, {segments, currency: measures.currency});
  return new Map(segmentation.segments.map(({label}, at) => [label, words[at] ?? ""]));
}

function added(
  {name, title, grain, labels}: Assigned,
  sizes: ReturnType<typeof segmentSizes>,
  rules: ReadonlyMap<string, string>
): SegmentationChange {
  const segments = labels.map((label, at) => {
    const rule = rules.get(label);
    return {label, status: "added" as const, now: sizes[at]!, ...(rule !== undefined && {rule: {now: rule}})};
  });
  return {name, title, grain, status: "added", because: ["definition"], segments};
}

function removed({name, title, grain, segments}: ManifestSegmentation): SegmentationChange {
  const gone = segments.map(({label, size}) => ({label, status: "removed" as const, before: size}));
  return {name, title, grain, status: "removed", because: ["definition"], segments: gone};
}

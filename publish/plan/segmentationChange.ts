import type {Baskets} from "../../data-loaders/baskets/store.ts";
import type {Assigned} from "../../data-loaders/segments/assignSegments.ts";
import type {ManifestSegmentation} from "../manifest/manifest.ts";
import {roundedSize} from "../manifest/roundedSize.ts";
import {segmentSizes} from "../manifest/segmentSizes.ts";
import {isHidden} from "../manifest/size.ts";
import type {Size} from "../manifest/size.ts";
import {partners} from "./partners.ts";
import type {Cause} from "../changes/numberChanges.ts";
import type {Move, SegmentChange, SegmentFlow, SegmentationChange} from "./plan.ts";
import {toldCounts} from "./toldCounts.ts";
import type {ToldCounts} from "./toldCounts.ts";

/** A segmentation that is both in the version before and now. */
export interface SegmentationPair {
  readonly published: ManifestSegmentation;
  readonly now: Assigned;
  /** The old definition on the data of now; absent where it can't be carried out. */
  readonly before?: Assigned | undefined;
  readonly isCross: boolean;
  /** Sizes now as the gate tells them, where the report was counted. */
  readonly gated?: readonly Size[] | undefined;
  /** The rule of each label in words. */
  readonly rules: {readonly before: ReadonlyMap<string, string>; readonly now: ReadonlyMap<string, string>};
}

export interface SegmentationContext {
  readonly baskets: Baskets;
  readonly customersAtLeast: {readonly before: number; readonly now: number};
  /** How the version before rounded its counts, if it did. */
  readonly roundedTo?: number | undefined;
  /** Whether the data, and how it is read, are as they were. */
  readonly isSameData: boolean;
}

/** What changes in a segmentation, or undefined where nothing does. */
export function segmentationChange(
  pair: SegmentationPair,
  context: SegmentationContext
): SegmentationChange | undefined {
  const {published, now, rules, isCross} = pair;
  const before = comparable(pair);
  const labels = published.segments.map(({label}) => label);
  const partner = partners(before ?? {labels}, now);
  const sizes = published.segments.map(({size}) => size);
  const isAsPublished =
    before &&
    sameSizes(
      segmentSizes(before, context.baskets, context.customersAtLeast.before).map((size) =>
        roundedSize(size, context.roundedTo)
      ),
      sizes
    );
  const told = toldCounts({
    now,
    ...(before && {before}),
    partner,
    published: sizes,
    isSameData: context.isSameData && isAsPublished === true,
    baskets: context.baskets,
    atLeast: context.customersAtLeast.now,
    gated: pair.gated,
    isCross
  });
  const flow = before && segmentFlow(told, partner, before, now);
  const segments = segmentChanges({
    published,
    now,
    rules,
    partner,
    told,
    showsOldRule: isAsPublished === false && hasOtherDefinition(published, now, rules, flow)
  });
  const because = causes(segments, pair, flow, isAsPublished, context);
  if (because.length === 0) return undefined;
  return {
    name: now.name,
    title: now.title,
    grain: now.grain,
    status: "changed",
    ...(published.name !== now.name || published.title !== now.title
      ? {was: {name: published.name, title: published.title}}
      : {}),
    because,
    segments,
    ...(flow && {flow})
  };
}

/** The old codes, where they are of the same rows and of the published labels. */
function comparable({published, before, now}: SegmentationPair): Assigned | undefined {
  if (before?.grain !== now.grain || before.labels.length !== published.segments.length) return undefined;
  return before.labels.every((label, at) => label === published.segments[at]!.label) ? before : undefined;
}

/** What is hidden for the sake of others can't be compared. */
function sameSizes(a: readonly Size[], b: readonly Size[]): boolean {
  return a.every((size, at) => size === b[at] || size === "covered" || b[at] === "covered");
}

/** Why it differs; nothing when it does not. */
function causes(
  segments: readonly SegmentChange[],
  {published, now, rules}: SegmentationPair,
  flow: SegmentFlow | undefined,
  isAsPublished: boolean | undefined,
  {isSameData}: SegmentationContext
): Cause[] {
  const isDefinition = hasOtherDefinition(published, now, rules, flow);
  const isMoved = isAsPublished === false || (isAsPublished === undefined && hasOtherSize(segments));
  return [
    ...(isDefinition ? (["definition"] as const) : []),
    ...(isMoved && !(isDefinition && isAsPublished === undefined && isSameData)
      ? [isSameData ? ("code" as const) : ("data" as const)]
      : [])
  ];
}

/** Whether anything but data or code makes another segmentation of it. */
function hasOtherDefinition(
  published: ManifestSegmentation,
  now: Assigned,
  rules: SegmentationPair["rules"],
  flow: SegmentFlow | undefined
): boolean {
  const labels = published.segments.map(({label}) => label);
  return (
    published.name !== now.name ||
    published.title !== now.title ||
    labels.length !== now.labels.length ||
    now.labels.some((label) => !labels.includes(label) || rules.before.get(label) !== rules.now.get(label)) ||
    (flow?.moves.length ?? 0) > 0
  );
}

function hasOtherSize(segments: readonly SegmentChange[]): boolean {
  return segments.some(({before, now}) => before !== now);
}

function segmentFlow(
  {flow}: ToldCounts,
  partner: readonly (number | undefined)[],
  before: Assigned,
  now: Assigned
): SegmentFlow {
  const width = now.labels.length;
  const moves = flow.flatMap((size, cell): Move[] => {
    const [from, to] = [Math.floor(cell / width), cell % width];
    if (size === 0 || partner[from] === to) return [];
    return [{from: before.labels[from]!, to: now.labels[to]!, size}];
  });
  const told = moves.reduce((sum, {size}) => sum + (isHidden(size) ? 0 : size), 0);
  const isPartly = moves.some(({size}) => isHidden(size));
  const onlyFew = moves.length === 1 && moves[0]!.size === "few";
  return {
    moved: told > 0 || !isPartly ? told : onlyFew ? "few" : "covered",
    moved_at_least: isPartly && told > 0,
    of: now.codes.length,
    moves: moves.sort((a, b) => magnitude(b.size) - magnitude(a.size))
  };
}

const magnitude = (size: Size): number => (isHidden(size) ? 0 : size);

interface SegmentInputs extends Pick<SegmentationPair, "published" | "now" | "rules"> {
  readonly partner: readonly (number | undefined)[];
  readonly told: ToldCounts;
  readonly showsOldRule: boolean;
}

/** Segments in the order of now, removed ones after them. */
function segmentChanges(inputs: SegmentInputs): SegmentChange[] {
  const {published, now, rules, partner, told, showsOldRule} = inputs;
  const kept = now.labels.map((label, code): SegmentChange => {
    const at = partner.indexOf(code);
    const old = published.segments[at];
    const size = told.now[code]!;
    const rule = ruleChange(old && rules.before.get(old.label), rules.now.get(label));
    if (!old) return {label, status: "added", now: size, ...(rule && {rule})};
    const threshold = crossing(old.size, size);
    return {
      label,
      status: old.label === label ? "kept" : "renamed",
      ...(old.label !== label && {was: old.label}),
      before: old.size,
      ...(showsOldRule && told.before.length > 0 && {by_old_rule: told.before[at]!}),
      now: size,
      change: told.near[code] ? "few" : difference(old.size, size),
      ...(threshold && {threshold}),
      ...(rule && {rule})
    };
  });
  const removed = published.segments.flatMap(({label, size}, at): SegmentChange[] => {
    if (partner[at] !== undefined) return [];
    const rule = ruleChange(rules.before.get(label), undefined);
    return [{label, status: "removed", before: size, ...(rule && {rule})}];
  });
  return [...kept, ...removed];
}

function ruleChange(before: string | undefined, now: string | undefined): SegmentChange["rule"] {
  if (before === now) return undefined;
  return {...(before !== undefined && {before}), ...(now !== undefined && {now})};
}

/** Told where both sizes are. */
function difference(before: Size, now: Size): Size {
  return isHidden(before) || isHidden(now) ? "covered" : now - before;
}

function crossing(before: Size, now: Size): SegmentChange["threshold"] {
  if (before !== "few" && before !== 0 && now === "few") return "falls under";
  return before === "few" && now !== "few" && now !== 0 ? "rises above" : undefined;
}

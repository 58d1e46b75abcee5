import {checkExpect} from "../checks/checkExpect.ts";
import {exactExpect} from "../expectations.ts";
import {quoted} from "../path.ts";
import {whole} from "../shapes/draft.ts";
import {cross as shape} from "../shapes/segmentation.ts";
import type {WrittenCross} from "../shapes/segmentation.ts";
import {shaped} from "../shapes/shaped.ts";
import {suggestion} from "../suggestion.ts";
import type {Vocabulary} from "../vocabulary.ts";
import type {SegmentationEntry, SegmentationReading} from "./segmentationReading.ts";
import {titleOf} from "./titleOf.ts";

/** A cross: every pair of the segments of two segmentations of customers. */
export function crossReading({name, value, path, problems}: SegmentationEntry): SegmentationReading {
  const draft = shaped({cross: shape}, value, path, problems) ?? {};
  const factors = draft.cross ?? [];
  const uses = factors.filter((factor) => factor !== undefined);
  const crossed = (labels: ReadonlyMap<string, readonly string[]>) => {
    const [rows, columns] = factors.map((factor) => (factor === undefined ? undefined : labels.get(factor)));
    return rows && columns && pairs(rows, columns);
  };
  return {
    name,
    path,
    grain: "customer",
    uses,
    labels: crossed,
    check: (vocabulary) => {
      for (const [index, factor] of factors.entries()) {
        const message =
          factor === undefined ? undefined : factorMessage(factor, uses.indexOf(factor) < index, vocabulary);
        if (message !== undefined) problems.add([...path, "cross", index], message);
      }
      const labels = crossed(vocabulary.labels);
      checkExpect(draft.expect, {labels, rest: undefined, hasElse: false}, path, problems);
    },
    exact: (done) => {
      const written = whole<WrittenCross>(draft);
      const [rows, columns] = written.cross as [string, string];
      const labels = pairs(labelsOf(done.get(rows)), labelsOf(done.get(columns)));
      return {
        kind: "cross",
        name,
        title: titleOf(name, written.title),
        grain: "customer",
        segments: labels.map((label) => ({label})),
        ...exactExpect(written.expect),
        of: [rows, columns]
      };
    }
  };
}

/** Row-major: the labels of the second run fastest. */
const pairs = (rows: readonly string[], columns: readonly string[]): string[] =>
  rows.flatMap((row) => columns.map((column) => `${row} · ${column}`));

const labelsOf = (
  segmentation: {readonly segments: readonly {readonly label: string}[]} | undefined
): string[] => segmentation?.segments.map(({label}) => label) ?? [];

function factorMessage(
  factor: string,
  isRepeat: boolean,
  {facts, segmentations}: Vocabulary
): string | undefined {
  if (isRepeat) return `${quoted(factor)} stands here twice; a cross needs two different segmentations`;
  if (!segmentations.has(factor)) {
    return facts.has(factor)
      ? `${quoted(factor)} is a fact; make a segmentation of it first`
      : `unknown segmentation${suggestion(factor, customerNames(segmentations))}`;
  }
  const grain = segmentations.get(factor)?.grain ?? "customer";
  return grain === "customer"
    ? undefined
    : `${quoted(factor)} splits ${grain}s, and a cross splits customers`;
}

function customerNames(segmentations: Vocabulary["segmentations"]): string[] {
  return [...segmentations]
    .filter(([, reading]) => (reading?.grain ?? "customer") === "customer")
    .map(([name]) => name);
}

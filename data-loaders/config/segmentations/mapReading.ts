import {checkBy} from "../checks/checkBy.ts";
import {checkValue} from "../checks/checkValue.ts";
import {quoted} from "../path.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import {whole} from "../shapes/draft.ts";
import type {Draft} from "../shapes/draft.ts";
import {map as shape} from "../shapes/segmentation.ts";
import type {WrittenMap} from "../shapes/segmentation.ts";
import {shaped} from "../shapes/shaped.ts";
import type {Subject} from "../subjects.ts";
import {grainOf} from "./grainOf.ts";
import type {SegmentationEntry, SegmentationReading} from "./segmentationReading.ts";
import {checkLabels} from "./labels.ts";
import {lastSegment} from "./segmentWords.ts";
import {titleOf} from "./titleOf.ts";

/** A map: every value once, under the label of its segment. */
export function mapReading({name, value, path, problems}: SegmentationEntry): SegmentationReading {
  const draft = shaped(shape, value, path, problems) ?? {};
  const {map = {}, missing} = draft;
  const labels = problems.yaml.keys([...path, "map"]).filter((label) => Object.hasOwn(map, label));
  const grain = grainOf(draft);
  return {
    name,
    path,
    grain,
    uses: [],
    labels: () => [...labels, ...(missing === undefined ? [] : [missing])],
    check: (vocabulary) => {
      const subject = checkBy(draft, grain, path, vocabulary, problems);
      checkValues(labels, map, [...path, "map"], subject, problems);
      checkLabels(
        [
          ...labels.map((label) => ({label, at: [...path, "map", label]})),
          {label: missing, at: [...path, "missing"]}
        ],
        problems
      );
    },
    exact: () => {
      const written = whole<WrittenMap>(draft);
      return {
        kind: "map",
        name,
        title: titleOf(name, written.title),
        grain: written.of ?? "customer",
        segments: [...labels.map((label) => ({label})), ...lastSegment(written.missing)],
        by: written.by,
        map: labels.map((label) => ({label, values: [written.map[label]!].flat()})),
        ...(written.missing !== undefined && {missing: written.missing})
      };
    }
  };
}

function checkValues(
  labels: readonly string[],
  map: Draft<WrittenMap["map"]>,
  path: Path,
  subject: Subject,
  problems: ProblemList
): void {
  const labelOf = new Map<string | number, string>();
  for (const label of labels) {
    const values = map[label];
    const isList = Array.isArray(values);
    for (const [index, value] of [values].flat().entries()) {
      if (value === undefined) continue;
      const at = isList ? [...path, label, index] : [...path, label];
      const before = labelOf.get(value);
      if (before !== undefined) problems.add(at, twice(String(value), label, before));
      else checkValue(value, at, subject, problems);
      labelOf.set(value, before ?? label);
    }
  }
}

const twice = (value: string, label: string, before: string): string =>
  `${quoted(value)} stands ${before === label ? "twice here" : `in ${quoted(before)} already`}; keep it in one place`;

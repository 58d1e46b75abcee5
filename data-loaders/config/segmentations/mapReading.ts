import {checkBy} from "../checks/checkBy.ts";
import {checkDress} from "../checks/checkDress.ts";
import {checkExpect} from "../checks/checkExpect.ts";
import {checkValue} from "../checks/checkValue.ts";
import {exactValue} from "../conditions.ts";
import {exactExpect} from "../expectations.ts";
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
import {checkLabels, knownLabels, labelOf, lastLabel, placedLabel} from "./labels.ts";
import {inWrittenOrder, lastSegment, segmentWords} from "./segmentWords.ts";
import {titleOf} from "./titleOf.ts";

type WrittenValues = WrittenMap["map"][string];
type DressedValues = Exclude<Extract<WrittenValues, object>, readonly unknown[]>;

/** A map: every value once, under the label of its segment. */
export function mapReading({name, value, path, problems}: SegmentationEntry): SegmentationReading {
  const draft = shaped({map: shape}, value, path, problems) ?? {};
  const {map = {}, missing} = draft;
  const entries = problems.yaml
    .keys([...path, "map"])
    .filter((label) => Object.hasOwn(map, label))
    .map((label) => mapEntry(label, map[label], [...path, "map", label]));
  const grain = grainOf(draft);
  const labels = () =>
    draft.map && knownLabels([...inWrittenOrder(entries).map(({label}) => label), ...lastLabel(missing)]);
  return {
    name,
    path,
    grain,
    uses: [],
    labels,
    check: (vocabulary) => {
      const subject = checkBy(draft, grain, path, vocabulary, problems);
      checkValues(entries, subject, problems);
      checkLabels(
        [
          ...entries.map(({label}) => ({label, at: [...path, "map", label]})),
          placedLabel(missing, [...path, "missing"])
        ],
        problems
      );
      checkDress(
        [
          ...entries.map((entry) => ({dress: entry, at: [...path, "map", entry.label]})),
          {dress: typeof missing === "object" ? missing : undefined, at: [...path, "missing"]}
        ],
        problems
      );
      checkExpect(draft.expect, {labels: labels(), rest: labelOf(missing), hasElse: false}, path, problems);
    },
    exact: (_, {columns}) => {
      const written = whole<WrittenMap>(draft);
      const names = columns?.get(written.by)?.names;
      return {
        kind: "map",
        name,
        title: titleOf(name, written.title),
        grain: written.of ?? "customer",
        segments: [...inWrittenOrder(entries).map(segmentWords), ...lastSegment(written.missing)],
        ...exactExpect(written.expect),
        by: written.by,
        map: entries.map(({label, values}) => ({
          label,
          values: values.map(({value}) => exactValue(value, names))
        })),
        ...(missing !== undefined && {missing: labelOf(missing)!})
      };
    }
  };
}

/** A label with its values, each at its place. */
interface MapEntry {
  readonly label: string;
  readonly say?: string | undefined;
  readonly colour?: string | number | undefined;
  readonly order?: number | undefined;
  readonly values: readonly {readonly value: string | number; readonly at: Path}[];
}

function mapEntry(label: string, written: Draft<WrittenValues> | undefined, path: Path): MapEntry {
  if (isDressed(written)) {
    const {values, ...dress} = written;
    return {...dress, label, values: placedValues(values, [...path, "values"])};
  }
  return {label, values: placedValues(written, path)};
}

const isDressed = (written: Draft<WrittenValues> | undefined): written is Draft<DressedValues> =>
  typeof written === "object" && !Array.isArray(written);

function placedValues(
  values: string | number | readonly (string | number | undefined)[] | undefined,
  path: Path
): MapEntry["values"] {
  if (typeof values !== "object") return values === undefined ? [] : [{value: values, at: path}];
  return values.flatMap((value, index) => (value === undefined ? [] : [{value, at: [...path, index]}]));
}

function checkValues(entries: readonly MapEntry[], subject: Subject, problems: ProblemList): void {
  const labelOf = new Map<string | number, string>();
  for (const {label, values} of entries) {
    for (const {value, at} of values) {
      const plain = exactValue(value, subject.names);
      const before = labelOf.get(plain);
      if (before !== undefined) problems.add(at, twice(String(value), label, before));
      else checkValue(value, at, subject, problems);
      labelOf.set(plain, before ?? label);
    }
  }
}

const twice = (value: string, label: string, before: string): string =>
  `${quoted(value)} stands ${before === label ? "twice here" : `in ${quoted(before)} already`}; keep it in one place`;

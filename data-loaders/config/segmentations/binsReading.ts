import {checkBound} from "../checks/checkBound.ts";
import {checkBy} from "../checks/checkBy.ts";
import {boundNumber} from "../conditions.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Bin} from "../segments.ts";
import {whole} from "../shapes/draft.ts";
import type {Draft} from "../shapes/draft.ts";
import {bins as shape} from "../shapes/segmentation.ts";
import type {WrittenBins} from "../shapes/segmentation.ts";
import {shaped} from "../shapes/shaped.ts";
import type {Subject} from "../subjects.ts";
import {grainOf} from "./grainOf.ts";
import type {SegmentationEntry, SegmentationReading} from "./segmentationReading.ts";
import {checkLabels, knownLabels} from "./labels.ts";
import {lastSegment, segmentWords} from "./segmentWords.ts";
import {titleOf} from "./titleOf.ts";

type BinDraft = Draft<WrittenBins["bins"][number]>;

/** Bins: only upper ends are written and the last bin is open, so that no gap and no overlap can be written. */
export function binsReading({name, value, path, problems}: SegmentationEntry): SegmentationReading {
  const draft = shaped(shape, value, path, problems) ?? {};
  const {bins = [], missing} = draft;
  const grain = grainOf(draft);
  return {
    name,
    path,
    grain,
    uses: [],
    labels: () =>
      knownLabels([...bins.map((bin) => bin?.label), ...(missing === undefined ? [] : [missing])]),
    check: (vocabulary) => {
      const subject = checkBy(draft, grain, path, vocabulary, problems);
      if (subject.values === "texts") problems.add([...path, "by"], textsMessage(subject));
      else checkEnds(bins, [...path, "bins"], subject, problems);
      checkLabels(
        [
          ...bins.map((bin, index) => ({label: bin?.label, at: [...path, "bins", index, "label"]})),
          {label: missing, at: [...path, "missing"]}
        ],
        problems
      );
    },
    exact: () => {
      const written = whole<WrittenBins>(draft);
      return {
        kind: "bins",
        name,
        title: titleOf(name, written.title),
        grain: written.of ?? "customer",
        segments: [...written.bins.map(segmentWords), ...lastSegment(written.missing)],
        by: written.by,
        bins: written.bins.map(exactBin),
        ...(written.missing !== undefined && {missing: written.missing})
      };
    }
  };
}

const textsMessage = ({name}: Subject): string =>
  `${name} has texts, which have no order; use a map instead of bins`;

function exactBin({label, up_to, below}: WrittenBins["bins"][number]): Bin {
  return {
    label,
    ...(up_to !== undefined && {up_to: boundNumber(up_to)}),
    ...(below !== undefined && {below: boundNumber(below)})
  };
}

function checkEnds(
  bins: readonly (BinDraft | undefined)[],
  path: Path,
  subject: Subject,
  problems: ProblemList
): void {
  for (const [index, bin] of bins.entries()) {
    if (bin) checkEnd(bin, index === bins.length - 1, [...path, index], problems);
    for (const end of ["up_to", "below"] as const) {
      const bound = bin?.[end];
      if (bound !== undefined) checkBound(bound, [...path, index, end], subject, problems);
    }
  }
  checkRising(bins, path, problems);
}

function checkEnd(bin: BinDraft, isLast: boolean, path: Path, problems: ProblemList): void {
  const ends = problems.yaml.keys(path).filter((key) => key === "up_to" || key === "below");
  const written = ends[0] as "up_to" | "below" | undefined;
  if (ends.length === 2)
    problems.add([...path, ends[1]!], `stands beside "${written}"; keep one of the two`, "key");
  else if (isLast && written)
    problems.add([...path, written], "the last bin has no end; take this away, or add one more bin", "key");
  else if (!isLast && !written && !hasTypo(bin, path, problems))
    problems.add(path, 'an end is missing: "up_to" or "below" (only the last bin has none)');
}

/** An unknown key was told already, and is probably the end. */
const hasTypo = (bin: BinDraft, path: Path, problems: ProblemList): boolean =>
  problems.yaml.keys(path).length > Object.values(bin).filter((part) => part !== undefined).length;

function checkRising(bins: readonly (BinDraft | undefined)[], path: Path, problems: ProblemList): void {
  let before: number | undefined;
  for (const [index, bin] of bins.entries()) {
    const bound = bin?.up_to ?? bin?.below;
    if (bound === undefined) continue;
    // "below 10" ends just under "up to 10"
    const end = boundNumber(bound);
    const isAfter =
      before === undefined ||
      end > before ||
      (end === before && endsBelow(bins[index - 1]) && bin?.up_to !== undefined);
    if (!isAfter)
      problems.add(
        [...path, index, bin?.up_to === undefined ? "below" : "up_to"],
        `bins have to rise, and ${bound} comes after ${before}`
      );
    before = end;
  }
}

const endsBelow = (bin: BinDraft | undefined): boolean => bin?.below !== undefined;

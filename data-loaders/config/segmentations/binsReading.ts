import {checkBound} from "../checks/checkBound.ts";
import {checkBy} from "../checks/checkBy.ts";
import {checkDress} from "../checks/checkDress.ts";
import {checkExpect} from "../checks/checkExpect.ts";
import {boundNumber} from "../conditions.ts";
import {exactExpect} from "../expectations.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Bin, Quantiles} from "../segments.ts";
import {withEnds} from "../quantileBins.ts";
import {whole} from "../shapes/draft.ts";
import type {Draft} from "../shapes/draft.ts";
import {bins as shape} from "../shapes/segmentation.ts";
import type {WrittenBins, WrittenLabel} from "../shapes/segmentation.ts";
import {shaped} from "../shapes/shaped.ts";
import type {Subject} from "../subjects.ts";
import {grainOf} from "./grainOf.ts";
import type {SegmentationEntry, SegmentationReading} from "./segmentationReading.ts";
import {checkLabels, knownLabels, labelOf, lastLabel, placedLabel} from "./labels.ts";
import {lastSegment, segmentWords} from "./segmentWords.ts";
import {titleOf} from "./titleOf.ts";

type WrittenBin = Extract<WrittenBins["bins"], readonly unknown[]>[number];
type WrittenQuantiles = Exclude<WrittenBins["bins"], readonly unknown[]>;
type BinDraft = Draft<WrittenBin>;

/**
 * Bins: only upper ends are written and the last bin is open, so that no gap and no overlap can be written.
 * Of quantiles only labels are written; the ends come from the data, or from frozen.yaml.
 */
export function binsReading({name, value, path, problems}: SegmentationEntry): SegmentationReading {
  const draft = shaped({bins: shape}, value, path, problems) ?? {};
  const quantiles = isQuantiles(draft.bins) ? draft.bins : undefined;
  const at = [...path, "bins", ...(quantiles ? ["labels"] : [])];
  const bins = quantiles ? (quantiles.labels ?? []).map(dressOf) : ((draft.bins ?? []) as BinDraft[]);
  const {missing} = draft;
  const grain = grainOf(draft);
  const labels = () => draft.bins && knownLabels([...bins.map((bin) => bin?.label), ...lastLabel(missing)]);
  return {
    name,
    path,
    grain,
    uses: [],
    frozen: quantiles?.freeze ? {by: draft.by, count: quantiles.quantiles} : undefined,
    labels,
    check: (vocabulary) => {
      const subject = checkBy(draft, grain, path, vocabulary, problems);
      if (subject.values === "texts") problems.add([...path, "by"], textsMessage(subject));
      else if (quantiles) checkCount(quantiles, at, problems);
      else checkEnds(bins, at, subject, problems);
      checkLabels(
        [
          ...bins.map((bin, index) => ({label: bin?.label, at: labelPlace(problems, [...at, index])})),
          placedLabel(missing, [...path, "missing"])
        ],
        problems
      );
      checkDress(
        [
          ...bins.map((dress, index) => ({dress, at: [...at, index]})),
          {dress: dressOf(missing), at: [...path, "missing"]}
        ],
        problems
      );
      checkExpect(draft.expect, {labels: labels(), rest: labelOf(missing), hasElse: false}, path, problems);
    },
    exact: (_, {frozen}) => {
      const written = whole<WrittenBins>(draft);
      const exactBins = bins.map((bin) => exactBin(whole<WrittenBin>(bin)));
      const ends = quantiles?.freeze ? frozen.get(name) : undefined;
      return {
        kind: "bins",
        name,
        title: titleOf(name, written.title),
        grain: written.of ?? "customer",
        segments: [
          ...bins.map((bin) => segmentWords(whole<WrittenBin>(bin))),
          ...lastSegment(written.missing)
        ],
        ...exactExpect(written.expect),
        by: written.by,
        bins: ends ? withEnds(exactBins, ends) : exactBins,
        ...(quantiles && {quantiles: exactQuantiles(whole<WrittenQuantiles>(quantiles), ends)}),
        ...(missing !== undefined && {missing: labelOf(missing)!})
      };
    }
  };
}

const isQuantiles = (bins: Draft<WrittenBins["bins"]> | undefined): bins is Draft<WrittenQuantiles> =>
  bins !== undefined && !Array.isArray(bins);

/** A label alone is a segment of which nothing more is said. */
const dressOf = (written: Draft<WrittenLabel> | undefined): BinDraft | undefined =>
  typeof written === "string" ? {label: written} : written;

/** Where a label stands: alone, or as an entry. */
const labelPlace = (problems: ProblemList, path: Path): Path =>
  problems.yaml.keys(path).includes("label") ? [...path, "label"] : path;

function exactQuantiles(
  {quantiles, freeze = false}: WrittenQuantiles,
  frozen: readonly number[] | undefined
): Quantiles {
  return {count: quantiles, freeze, ...(frozen && {frozen})};
}

function checkCount(quantiles: Draft<WrittenQuantiles>, path: Path, problems: ProblemList): void {
  const {quantiles: count, labels} = quantiles;
  if (count !== undefined && labels && labels.length !== count)
    problems.add(path, `${count} quantiles need ${count} labels, and here are ${labels.length}`, "key");
}

const textsMessage = ({name}: Subject): string =>
  `${name} has texts, which have no order; use a map instead of bins`;

function exactBin({label, up_to, below}: WrittenBin): Bin {
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

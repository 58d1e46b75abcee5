import type {Segmentation} from "../config/segments.ts";
import {combinationsOf} from "./combinationCodes.ts";
import type {Assigned} from "./assignSegments.ts";
import type {Overlap} from "./overlaps.ts";
import {uniqueCodes} from "./overlaps.ts";
import type {Subject} from "../facts/subject.ts";
import {whenMask} from "../facts/whenMask.ts";
import type {FindSubject} from "../facts/whenMask.ts";

/** No segment; never left in a result. */
export const NONE = 65535;

/** What a segmentation is carried out with. */
export interface CodeContext {
  readonly find: FindSubject;
  readonly done: ReadonlyMap<string, Assigned>;
  /** Written into: one code per row, NONE where no segment takes it. */
  readonly codes: Uint16Array;
}

/** The codes of all rows: the place of each row's label among the segments. @returns rows that two rules take */
export function segmentCodes(segmentation: Segmentation, context: CodeContext): readonly Overlap[] {
  const labels = segmentation.segments.map(({label}) => label);
  const codeOf = (label: string | undefined): number => (label === undefined ? NONE : labels.indexOf(label));
  const {find, done, codes} = context;
  switch (segmentation.kind) {
    case "bins":
      binCodes(segmentation, find(segmentation.by), codeOf, codes);
      return [];
    case "map":
      mapCodes(segmentation, find(segmentation.by), codeOf, codes);
      return [];
    case "rules":
      return ruleCodes(segmentation, codeOf, context);
    case "cross":
      crossCodes(segmentation.of.map((name) => done.get(name)!) as [Assigned, Assigned], codes);
      return [];
  }
}

type CodeOf = (label: string | undefined) => number;

function binCodes(
  {bins, missing}: Extract<Segmentation, {kind: "bins"}>,
  subject: Subject,
  codeOf: CodeOf,
  codes: Uint16Array
): void {
  if (subject.kind !== "numbers") throw new Error(`${subject.name} has no numbers`);
  const {values} = subject;
  const ends = Float64Array.from(bins, ({up_to, below}) => up_to ?? below ?? Number.POSITIVE_INFINITY);
  const isBelow = Uint8Array.from(bins, ({below}) => (below === undefined ? 0 : 1));
  const binCode = Uint16Array.from([...bins.map(({label}) => label), missing], codeOf);
  for (let row = 0; row < codes.length; row++) {
    const value = values[row]!;
    let bin = 0;
    while (bin < ends.length && !(value < ends[bin]! || (value === ends[bin]! && isBelow[bin] === 0))) bin++;
    codes[row] = binCode[bin]!;
  }
}

function mapCodes(
  {map, missing}: Extract<Segmentation, {kind: "map"}>,
  subject: Subject,
  codeOf: CodeOf,
  codes: Uint16Array
): void {
  const known = new Map(map.flatMap(({label, values}) => values.map((value) => [value, codeOf(label)])));
  const missingCode = codeOf(missing);
  if (subject.kind === "codes") {
    const table = Uint16Array.from(subject.labels, (label) => known.get(label) ?? NONE);
    for (let row = 0; row < codes.length; row++) codes[row] = table[subject.codes[row]!] ?? missingCode;
    return;
  }
  const {values} = subject;
  for (let row = 0; row < codes.length; row++) {
    const value = values[row];
    const isMissing = value === undefined || Number.isNaN(value);
    codes[row] = isMissing ? missingCode : (known.get(value) ?? NONE);
  }
}

function ruleCodes(
  {match, rules, else: otherwise}: Extract<Segmentation, {kind: "rules"}>,
  codeOf: CodeOf,
  {find, codes}: CodeContext
): readonly Overlap[] {
  const masks = () => rules.map(({when}) => whenMask(when, find, codes.length));
  if (match === "all") combinationsOf(rules, masks(), (label) => codeOf(label ?? otherwise), codes);
  else codes.fill(codeOf(otherwise));
  if (match === "unique") return uniqueCodes(rules, masks(), codeOf, codes);
  if (match === "first")
    firstCodes(
      masks(),
      Uint16Array.from(rules, ({label}) => codeOf(label)),
      codes
    );
  return [];
}

/** The last rule first, so that the first one that holds has the last word. */
function firstCodes(masks: readonly Uint8Array[], ruleCode: Uint16Array, codes: Uint16Array): void {
  for (let rule = masks.length - 1; rule >= 0; rule--) writeWhere(masks[rule]!, ruleCode[rule]!, codes);
}

function writeWhere(mask: Uint8Array, code: number, codes: Uint16Array): void {
  for (let row = 0; row < codes.length; row++) if (mask[row] === 1) codes[row] = code;
}

function crossCodes([a, b]: readonly [Assigned, Assigned], codes: Uint16Array): void {
  for (let row = 0; row < codes.length; row++) codes[row] = a.codes[row]! * b.labels.length + b.codes[row]!;
}

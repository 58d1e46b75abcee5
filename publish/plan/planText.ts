import {causeWords} from "../changes/causeWords.ts";
import {plainText} from "../../src/charts/escapeText.ts";
import type {FindingChange, Plan, PageName, SegmentationChange, SegmentChange} from "./plan.ts";
import {
  changeWords,
  planGround,
  planSummary,
  planTitle,
  privacyWords,
  segmentationWords,
  segmentNote,
  sizeWords,
  UNITS
} from "./planWords.ts";
import {shortened, textTable, WIDTH, wrapped} from "./textTable.ts";

export interface TextOptions {
  /** Whether the terminal shows bold and dim. */
  readonly isColoured: boolean;
}

const FINDINGS_SHOWN = 12;
const PAGES_SHOWN = 12;
const NUMBERS_SHOWN = 12;
/** Up to so many segments, those that stay as they are are told too. */
const FEW_SEGMENTS = 8;

interface Ink {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

const PLAIN: Ink = {bold: (text) => text, dim: (text) => text};
const COLOURED: Ink = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`
};

/** The plan for a terminal of 100 columns. */
export function planText(plan: Plan, {isColoured}: TextOptions): string {
  const ink = isColoured ? COLOURED : PLAIN;
  const privacy = privacyWords(plan);
  const parts = [
    [ink.bold(planTitle(plan)), ...wrapped(planSummary(plan), "", WIDTH)],
    planGround(plan).flatMap((text) => wrapped(text, "", WIDTH)),
    plan.notes.flatMap((text) => wrapped(text, "", WIDTH)),
    ...plan.segmentations.map((change) => segmentationLines(change, plan, ink)),
    numberLines(plan, ink),
    pageLines(plan, ink),
    findingLines(plan, ink),
    privacy === "" ? [] : wrapped(privacy, "", WIDTH).map(ink.dim)
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function segmentationLines(change: SegmentationChange, plan: Plan, ink: Ink): string[] {
  const {title, name, grain, segments, flow} = change;
  const atLeast = plan.customers_at_least.now;
  const [head = "", ...rest] = wrapped(segmentationWords(change, atLeast), "  ", WIDTH);
  const moves = flow?.moves ?? [];
  const shown = segments.length > FEW_SEGMENTS ? segments.filter(isOther) : segments;
  return [
    `${ink.bold(shortened(title, 60))} ${ink.dim(`(${shortened(name, 36)})`)}`,
    head,
    ...rest,
    ...(moves.length > 0
      ? [
          "",
          ...withHead(
            textTable(
              [
                {head: "from", cell: ({from}) => from},
                {head: "to", cell: ({to}) => to},
                {head: UNITS[grain], cell: ({size}) => sizeWords(size, atLeast), isNumber: true}
              ],
              moves
            ),
            ink
          )
        ]
      : []),
    "",
    ...withHead(sizeTable(shown, atLeast), ink),
    ...(shown.length < segments.length
      ? [ink.dim(`  and ${segments.length - shown.length} segments that stay as they are`)]
      : []),
    ...(plan.against && change.status === "changed" ? ruleLines(segments, ink) : [])
  ];
}

/** Whether anything is to be told of a segment. */
function isOther(segment: SegmentChange): boolean {
  return segment.status !== "kept" || segment.change !== 0;
}

const withHead = ([head = "", ...rows]: string[], ink: Ink): string[] => [ink.dim(head), ...rows];

function sizeTable(segments: readonly SegmentChange[], atLeast: number): string[] {
  return textTable(
    [
      {head: "segment", cell: ({label}) => label},
      {head: "before", cell: ({before}) => sizeWords(before, atLeast), isNumber: true},
      {head: "by old rule", cell: ({by_old_rule}) => sizeWords(by_old_rule, atLeast), isNumber: true},
      {head: "now", cell: ({now}) => sizeWords(now, atLeast), isNumber: true},
      {head: "change", cell: ({change}) => changeWords(change, atLeast), isNumber: true},
      {head: "", cell: (segment) => segmentNote(segment, atLeast)}
    ],
    segments
  );
}

function ruleLines(segments: readonly SegmentChange[], ink: Ink): string[] {
  const lines = segments.flatMap(({label, rule}) => {
    if (!rule) return [];
    const {before, now} = rule;
    return [
      `  ${plainText(label)}`,
      ...(before === undefined ? [] : wrapped(before, "    before  ", WIDTH).map(ink.dim)),
      ...(now === undefined ? [] : wrapped(now, "    now     ", WIDTH))
    ];
  });
  return lines.length > 0 ? ["", ink.dim("  rule"), ...lines] : [];
}

function numberLines({numbers}: Plan, ink: Ink): string[] {
  if (!numbers || numbers.moved.length === 0) return [];
  const {moved, compared, told_apart} = numbers;
  const more = moved.length - NUMBERS_SHOWN;
  return [
    `${ink.bold("Numbers")} ${ink.dim(`(${compared} compared, ${moved.length} moved beyond rounding)`)}`,
    ...withHead(
      textTable(
        [
          {head: "number", cell: ({id}) => id},
          {head: "before", cell: ({words}) => words.before, isNumber: true},
          {head: "now", cell: ({words}) => words.now, isNumber: true},
          {head: "change", cell: ({words}) => words.difference, isNumber: true},
          {head: "because of", cell: ({because}) => causeWords(because, told_apart)}
        ],
        moved.slice(0, NUMBERS_SHOWN)
      ),
      ink
    ),
    ...(more > 0 ? [`  … and ${more} more; --json tells all.`] : [])
  ];
}

function pageLines({pages, against}: Plan, ink: Ink): string[] {
  if (!against) return [];
  const {change, appear, vanish, move} = pages;
  const lines = [
    ...listed("new", appear),
    ...listed("gone", vanish),
    ...move.flatMap(({from, to}) => wrapped(`${from.path} → ${to.path}`, "  renamed: ", WIDTH)),
    ...listed("read otherwise", change)
  ];
  return lines.length > 0 ? [ink.bold("Pages"), ...lines] : [];
}

function listed(words: string, pages: readonly PageName[]): string[] {
  if (pages.length === 0) return [];
  const paths = pages.slice(0, PAGES_SHOWN).map(({path}) => path);
  const more = pages.length > PAGES_SHOWN ? `, and ${pages.length - PAGES_SHOWN} more` : "";
  return wrapped(`${paths.join(", ")}${more}`, `  ${words} (${pages.length}): `, WIDTH);
}

function findingLines({findings, findings_now, against}: Plan, ink: Ink): string[] {
  if (!against || findings.length === 0) return [];
  const more = findings.length - FINDINGS_SHOWN;
  return [
    `${ink.bold("Findings")} ${ink.dim(`(${findings_now} now, ${findings.length} of another wording)`)}`,
    ...findings.slice(0, FINDINGS_SHOWN).flatMap((finding) => oneFinding(finding, ink)),
    ...(more > 0 ? [`  … and ${more} more; --html and --json tell all.`] : [])
  ];
}

function oneFinding({id, page, before, now, verdict}: FindingChange, ink: Ink): string[] {
  return [
    `  ${page} › ${id}`,
    ...(before === undefined ? [] : wrapped(before, "    before  ", WIDTH).map(ink.dim)),
    ...(now === undefined ? [] : wrapped(now, "    now     ", WIDTH)),
    ...(verdict
      ? wrapped(`${verdict.before ?? "none"} → ${verdict.now ?? "none"}`, "    verdict ", WIDTH)
      : [])
  ];
}

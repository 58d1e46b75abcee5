import {escapeMarkdown} from "../../src/charts/escapeText.ts";
import {sentence} from "../../src/figures/measureTitle.ts";
import {htmlTable} from "../../src/pages/htmlTable.ts";
import type {Plan, SegmentationChange} from "../plan/plan.ts";
import {changeWords, segmentationWords, segmentNote, sizeWords, UNITS} from "../plan/planWords.ts";

const MOVES_SHOWN = 20;
const SEGMENTS_SHOWN = 20;

/** Who changed segment, as flows between segments and sizes before and now; small counts are hidden already. */
export function segmentSections(plan: Plan): string[] {
  if (plan.segmentations.length === 0) return [];
  const atLeast = plan.customers_at_least.now;
  return [
    "## Who changed segment",
    "Moves are counted on the data of now: by the old definition, and by the new one. Sizes before are those that were published.",
    ...plan.segmentations.flatMap((change) => [
      `### ${escapeMarkdown(change.title)}`,
      escapeMarkdown(segmentationWords(change, atLeast)),
      ...movesTable(change, atLeast),
      ...sizesTable(change, atLeast)
    ])
  ];
}

function movesTable({title, grain, flow}: SegmentationChange, atLeast: number): string[] {
  const moves = flow?.moves.slice(0, MOVES_SHOWN) ?? [];
  if (moves.length === 0) return [];
  return [
    htmlTable(
      `Who moves in ${title}`,
      [
        {head: "From", cell: ({from}) => from},
        {head: "To", cell: ({to}) => to},
        {head: sentence(UNITS[grain]), cell: ({size}) => sizeWords(size, atLeast), isNumber: true}
      ],
      moves
    )
  ];
}

function sizesTable({title, segments, status}: SegmentationChange, atLeast: number): string[] {
  if (status !== "changed" || segments.length > SEGMENTS_SHOWN) return [];
  const hasOldRule = segments.some(({by_old_rule}) => by_old_rule !== undefined);
  return [
    htmlTable(
      `Sizes of ${title}`,
      [
        {
          head: "Segment",
          cell: (segment) => [segment.label, segmentNote(segment, atLeast)].filter(Boolean).join(", ")
        },
        {head: "Before", cell: ({before}) => sizeWords(before, atLeast), isNumber: true},
        ...(hasOldRule
          ? [
              {
                head: "By the old rule",
                cell: ({by_old_rule}: SegmentationChange["segments"][number]) =>
                  sizeWords(by_old_rule, atLeast),
                isNumber: true
              }
            ]
          : []),
        {head: "Now", cell: ({now}) => sizeWords(now, atLeast), isNumber: true},
        {head: "Change", cell: ({change}) => changeWords(change, atLeast), isNumber: true}
      ],
      segments
    )
  ];
}

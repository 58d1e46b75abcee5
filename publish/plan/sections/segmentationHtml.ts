import {escapeHtml} from "../../../src/charts/escapeText.ts";
import {sentence} from "../../../src/figures/measureTitle.ts";
import {scrollBox} from "../../../src/figures/tableHtml.ts";
import {isHidden} from "../../manifest/size.ts";
import type {Size} from "../../manifest/size.ts";
import type {Plan, SegmentationChange, SegmentChange} from "../plan.ts";
import {changeWords, segmentationWords, segmentNote, sizeWords, UNITS} from "../planWords.ts";
import {sidesHtml} from "./sidesHtml.ts";

/** One segmentation: who moves, sizes before and now with bars, and the rules that differ. */
export function segmentationHtml(change: SegmentationChange, plan: Plan): string {
  const atLeast = plan.customers_at_least.now;
  return `<section>
<h2>${escapeHtml(change.title)} <span class="name">${escapeHtml(change.name)}</span></h2>
<p>${escapeHtml(segmentationWords(change, atLeast))}</p>
${movesHtml(change, atLeast)}${sizesHtml(change, atLeast)}${rulesHtml(change, plan)}</section>`;
}

function movesHtml({title, grain, flow}: SegmentationChange, atLeast: number): string {
  const moves = flow?.moves ?? [];
  if (moves.length === 0) return "";
  const most = Math.max(...moves.map(({size}) => drawn(size)));
  const rows = moves.map(
    ({from, to, size}) =>
      `<tr><th scope="row">${escapeHtml(from)}</th><td>${escapeHtml(to)}</td>${sizeCell(size, atLeast)}<td class="bars">${bar("now", size, most)}</td></tr>`
  );
  return `<h3>Who moves</h3>\n${table(
    `Who moves in ${title}`,
    `<th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">${sentence(UNITS[grain])}</th><td></td>`,
    rows
  )}\n`;
}

function sizesHtml({title, grain, segments, status}: SegmentationChange, atLeast: number): string {
  const most = Math.max(...segments.flatMap(({before, now}) => [drawn(before), drawn(now)]));
  const [hasBefore, hasOldRule] = [
    segments.some(({before}) => before !== undefined),
    segments.some(({by_old_rule}) => by_old_rule !== undefined)
  ];
  const head = [
    `<th scope="col">Segment</th>`,
    hasBefore ? `<th scope="col" class="number">Before</th>` : "",
    hasOldRule ? `<th scope="col" class="number">By the old rule</th>` : "",
    status === "removed" ? "" : `<th scope="col" class="number">Now</th>`,
    status === "changed" ? `<th scope="col" class="number">Change</th>` : "",
    "<td></td>"
  ];
  const row = (segment: SegmentChange): string => {
    const {label, before, by_old_rule, now, change} = segment;
    const note = status === "changed" ? segmentNote(segment, atLeast) : "";
    return [
      `<tr><th scope="row">${escapeHtml(label)}${note === "" ? "" : ` <span class="note">(${escapeHtml(note)})</span>`}</th>`,
      hasBefore ? sizeCell(before, atLeast) : "",
      hasOldRule ? sizeCell(by_old_rule, atLeast) : "",
      status === "removed" ? "" : sizeCell(now, atLeast),
      status === "changed" ? `<td class="number">${escapeHtml(changeWords(change, atLeast))}</td>` : "",
      `<td class="bars">${bar("before", before, most)}${bar("now", now, most)}</td></tr>`
    ].join("");
  };
  const key =
    hasBefore && status === "changed"
      ? `<p class="key" aria-hidden="true"><span><i class="bar before"></i> before</span><span><i class="bar"></i> now</span></p>\n`
      : "";
  return `<h3>Sizes, in ${UNITS[grain]}</h3>\n${key}${table(`Sizes of ${title}`, head.join(""), segments.map(row))}\n`;
}

function rulesHtml({segments, status}: SegmentationChange, {against}: Plan): string {
  const changed = segments.filter(({rule}) => rule !== undefined);
  if (!against || status !== "changed" || changed.length === 0) return "";
  const sides = changed.map(({label, rule}) => sidesHtml(label, rule?.before, rule?.now));
  return `<h3>Rules</h3>\n${sides.join("\n")}\n`;
}

/** Length of a bar; what is not told has none. */
function drawn(size: Size | undefined): number {
  return size === undefined || isHidden(size) ? 0 : size;
}

function bar(kind: "before" | "now", size: Size | undefined, most: number): string {
  if (drawn(size) === 0) return "";
  return `<span class="bar ${kind}" style="width:${((100 * drawn(size)) / most).toFixed(1)}%"></span>`;
}

function sizeCell(size: Size | undefined, atLeast: number): string {
  const name = isHidden(size) ? "number hidden-size" : "number";
  return `<td class="${name}">${escapeHtml(sizeWords(size, atLeast))}</td>`;
}

function table(label: string, head: string, rows: readonly string[]): string {
  return scrollBox(
    `<table><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`,
    escapeHtml(label)
  );
}

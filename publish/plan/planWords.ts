import {longDate} from "../../src/figures/longDate.ts";
import {sentence} from "../../src/figures/measureTitle.ts";
import {isHidden} from "../manifest/size.ts";
import type {Size} from "../manifest/size.ts";
import type {Plan, SegmentationChange, SegmentChange} from "./plan.ts";

/** What both the terminal and the page say of a plan. Plain text: hostile labels are escaped where it is written. */

export const UNITS = {customer: "customers", order: "orders", item: "products"} as const;

export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** `1,191`, `fewer than 10`, or that it is not told. */
export function sizeWords(size: Size | undefined, atLeast: number): string {
  if (size === undefined) return "";
  if (typeof size === "number") return count(size);
  return size === "few" ? `fewer than ${atLeast}` : "not shown";
}

/** `+312`, `−15`, `less than 10`; nothing where it is none or follows from nothing. */
export function changeWords(change: Size | undefined, atLeast: number): string {
  if (change === undefined || change === "covered") return "";
  if (change === "few") return `by fewer than ${atLeast}`;
  if (change === 0) return "same";
  return `${change > 0 ? "+" : "−"}${count(Math.abs(change))}`;
}

/** What happens to a segmentation, in a sentence. */
export function segmentationWords(change: SegmentationChange, atLeast: number): string {
  if (change.status !== "changed")
    return change.status === "added" ? "New in the report." : "No longer in the report.";
  const {was, because, flow, segments} = change;
  const isSmall = !because.includes("data") && segments.some(({change: size}) => size === "few");
  const parts = [
    was && was.name !== change.name ? `Was called ${was.name}.` : "",
    was && was.title !== change.title ? `Its title was “${was.title}”.` : "",
    flow ? movesWords(change, atLeast) : "The old definition can’t be carried out on this data: sizes only.",
    because.includes("data")
      ? because.length > 1
        ? "Sizes also change with the data."
        : "Only the data change its sizes."
      : "",
    because.includes("code") ? "Neither definition nor data differ: this Cartograph counts otherwise." : "",
    isSmall ? `Whoever has both versions could work out a change of fewer than ${atLeast}.` : ""
  ];
  return parts.filter(Boolean).join(" ");
}

function movesWords({grain, flow, because}: SegmentationChange, atLeast: number): string {
  const unit = UNITS[grain];
  const {moved, moved_at_least, of, moves} = flow!;
  if (moves.length === 0) return because.includes("definition") ? `No ${unit} change segment.` : "";
  if (moved === "covered") return `Some of ${count(of)} ${unit} change segment.`;
  if (moved === "few") return `Fewer than ${atLeast} of ${count(of)} ${unit} change segment.`;
  const share = ((100 * moved) / of).toFixed(1);
  return `${moved_at_least ? "At least " : ""}${count(moved)} of ${count(of)} ${unit} change segment (${share}%).`;
}

/** What is to be said of a segment beside its sizes. */
export function segmentNote({status, was, threshold, now}: SegmentChange, atLeast: number): string {
  if (status === "removed") return "gone";
  if (threshold === "falls under") return `now under ${atLeast} customers: hidden`;
  if (threshold === "rises above") return `no longer under ${atLeast} customers`;
  const few = status === "added" && now === "few" ? ", hidden" : "";
  return status === "added" ? `new${few}` : status === "renamed" ? `was ${was}` : "";
}

/** The first sentence: whether anything changes, and what. */
export function planSummary(plan: Plan): string {
  const {segmentations, pages, findings, problems} = plan;
  if (!plan.against)
    return `A first version would have ${many(segmentations.length, "segmentation")}, ${many(pages.now, "page")} and ${many(plan.findings_now, "finding")}.`;
  if (plan.same) return `Nothing changes: all ${pages.now} pages read as they were published.`;
  const stop =
    problems.length > 0
      ? ` ${many(problems.length, "problem")} would stop the report; pages are not compared.`
      : "";
  const edited = pages.change.length + pages.appear.length + pages.vanish.length + pages.move.length;
  return sentence(
    `${many(segmentations.length, "segmentation")}, ${many(findings.length, "finding")} and ${many(edited, "page")} change.${stop}`
  );
}

const many = (number: number, noun: string): string =>
  `${number === 0 ? "no" : count(number)} ${noun}${number === 1 ? "" : "s"}`;

/** Which data, configuration and threshold are compared. */
export function planGround(plan: Plan): string[] {
  if (!plan.against) return [];
  const {
    data,
    config,
    facts,
    customers_at_least: {before, now}
  } = plan;
  const tables = data.tables.map(({table, before: was, now: is}) => {
    if (was !== undefined && was === is) return `${table} of as many rows as before`;
    return `${table} ${was === undefined ? "none" : count(was)} → ${is === undefined ? "none" : count(is)} rows`;
  });
  return [
    data.changed ? `The data differ: ${tables.join(", ")}.` : "The data are the same.",
    data.read_otherwise
      ? "config/sources.yaml reads them otherwise; what follows from that is called data here."
      : "",
    config.length === 0
      ? "The configuration is the same."
      : `The configuration differs in ${config.join(", ")}.`,
    ...factWords(facts),
    before !== now ? `The privacy threshold goes from ${before} to ${now} customers.` : ""
  ].filter(Boolean);
}

function factWords({added, removed, changed}: Plan["facts"]): string[] {
  const told = [
    ["changed", changed],
    ["new", added],
    ["gone", removed]
  ] as const;
  return told.flatMap(([word, names]) => (names.length > 0 ? [`Facts ${word}: ${names.join(", ")}.`] : []));
}

/** `Plan for version 0.2.0, against version 0.1.0 of 22 November 2026` */
export function planTitle({now, against, published}: Plan): string {
  if (against && published)
    return `Version ${now.version} against version ${against.version} of ${longDate(against.date)}`;
  const other = against ? `, against version ${against.version} of ${longDate(against.date)}` : "";
  return `Plan for version ${now.version}${other}`;
}

/** Said once where a count is hidden. */
export function privacyWords({segmentations, customers_at_least}: Plan): string {
  const sizes = segmentations.flatMap(({segments, flow}) => [
    ...segments.flatMap(({before, by_old_rule, now, change}) => [before, by_old_rule, now, change]),
    ...(flow?.moves.map(({size}) => size) ?? [])
  ]);
  if (!sizes.some(isHidden)) return "";
  return `Counts of fewer than ${customers_at_least.now} customers are not told, and neither are counts they could be worked out from.`;
}

import type {Segmentation} from "../../data-loaders/config/segments.ts";
import {labelName} from "../figures/labelName.ts";
import {escapeMarkdown} from "../charts/escapeText.ts";
import {noValue, tooFew} from "../figures/format.ts";
import {sentence} from "../figures/measureTitle.ts";
import {htmlTable} from "./htmlTable.ts";
import type {Report} from "./report.ts";
import {ruleWords} from "./ruleWords.ts";

/** Grain: one row per segment. */
interface SegmentLine {
  readonly label: string;
  readonly rule: string;
  /** Customers, orders or items, by the grain that the segmentation splits; NaN when hidden. */
  readonly size: number;
  readonly share: number;
}

/** Every segmentation: each segment's rule in words, and how often it occurs, counted at its own grain. */
export function segmentationsBlock(report: Report): string {
  const counted = report.segments.segmentations.filter(({name}) =>
    report.dimensions.some((dimension) => dimension.name === name)
  );
  return counted.map((segmentation) => segmentationTable(segmentation, report)).join("\n\n");
}

function segmentationTable(segmentation: Segmentation, report: Report): string {
  const {grain, name, title} = segmentation;
  const cells = report.aggregate({by: [name]});
  const whole = report.aggregate({by: []});
  const part = grain === "customer" ? "customers" : grain === "order" ? "orders" : "items";
  const rules = ruleWords(segmentation, {
    segments: report.segments,
    currency: report.measures.currency,
    dayZero: report.sources.day_zero
  });
  const lines = segmentation.segments.map((_, code): SegmentLine => {
    const size = cells.parts[part]?.[code] ?? Number.NaN;
    return {
      label: labelName(cells.dimensions[0]!, code).name,
      rule: sentence(rules[code] ?? ""),
      size,
      share: size / (whole.parts[part]?.[0] ?? Number.NaN)
    };
  });
  const unit = part === "items" ? "item lines" : part;
  return `### ${escapeMarkdown(title)}\n\n${htmlTable(
    `Segments of ${title}`,
    [
      {head: "Segment", cell: ({label}: SegmentLine) => label},
      {head: "Rule", cell: ({rule}: SegmentLine) => rule},
      {
        head: sentence(unit),
        cell: ({size}: SegmentLine) => (Number.isNaN(size) ? tooFew : size.toLocaleString("en-US")),
        isNumber: true
      },
      {
        head: `Share of ${unit}`,
        cell: ({share}: SegmentLine) => (Number.isNaN(share) ? noValue : `${(100 * share).toFixed(1)}%`),
        isNumber: true
      }
    ],
    lines
  )}`;
}

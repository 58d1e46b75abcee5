import type {ReportSettings} from "../../data-loaders/config/report.ts";
import type {Grain} from "../../data-loaders/config/segments.ts";
import type {Sources} from "../../data-loaders/config/sources.ts";

/** A page ready to publish: figures are drawn and numbers are in the text. */
export interface PublishedPage {
  /** Without extension, no leading slash: `index`, `when`, `profiles/pet-owner`. */
  readonly path: string;
  readonly title: string;
  /** Group in the navigation: `Answers`, `Profiles`, `About`. */
  readonly group: string;
  /** Markdown with HTML figures in place; starts with one `# heading`; no front matter. */
  readonly markdown: string;
  /** Ids of the figures that must be on the page. */
  readonly figures: readonly string[];
}

/** A file beside the pages, such as a figure's table: `data/orders-by-hour.csv`. */
export interface Download {
  readonly path: string;
  readonly content: string;
}

/**
 * Grain: one value of one figure: a row of its data and one of its measures. The same numbers stand in the figure's
 * table and CSV. Nothing that the disclosure gate hides is among them.
 */
export interface PublishedNumber {
  /** Stable between versions: `habits-by-region/price_per_item/South`, labels joined by `/`. */
  readonly id: string;
  /** Id of the figure. */
  readonly figure: string;
  /** Name of the measure in config/measures.yaml, or what an analysis calls the value: `lift`. */
  readonly measure: string;
  /** Names of the row's labels, one for each dimension of the figure; none for a table of totals. */
  readonly labels: readonly string[];
  /** In the measure's unit: money in cents, shares from 0 to 1, an index around 100. Always finite. */
  readonly value: number;
  readonly unit: string;
  /** In words: what the value is counted over or compared with. */
  readonly base: string;
  /** Customers the value describes. */
  readonly n: number;
  /** 95 % interval of the value, in its unit; absent where there is none. */
  readonly interval?: {readonly low: number; readonly high: number};
  /** Of the comparison with everyone; absent where nothing is compared. */
  readonly verdict?: "difference" | "no difference" | "can't tell";
}

/** A segmentation with as much of its sizes as may be told. */
export interface SizedSegmentation {
  readonly name: string;
  readonly title: string;
  readonly grain: Grain;
  /** In order of code: customers, orders or products; `few` under the threshold, `covered` to protect another. */
  readonly segments: readonly {readonly label: string; readonly size: number | "few" | "covered"}[];
}

/** What the report recommends, and whether the data still bears it. */
export interface PublishedRecommendation {
  readonly id: string;
  readonly title: string;
  readonly holds: boolean;
  /** Why it does not hold; empty where it does. */
  readonly reason: string;
}

/** How a build stands among the versions that are published. */
export interface Edition {
  /** True until it is published: site and PDF say *Draft* on every page. */
  readonly isDraft: boolean;
  /** Published versions that come before it, the highest first; only the last few. */
  readonly older: readonly string[];
}

/** Everything the publishing step needs; the same for the site and the PDF. */
export interface Publication {
  /** Absent in a preview, which is neither draft nor version. */
  readonly edition?: Edition;
  readonly settings: ReportSettings;
  /** How to cite the data and what its reader must know, for the PDF's cover. */
  readonly sources: Pick<Sources, "citation" | "notice">;
  /** In reading order. */
  readonly pages: readonly PublishedPage[];
  readonly downloads: readonly Download[];
  /** Every value of every figure, in the order of the report. */
  readonly numbers: readonly PublishedNumber[];
  readonly recommendations?: readonly PublishedRecommendation[];
  /** Of the whole configuration, shown on a page or not. */
  readonly segmentations?: readonly SizedSegmentation[];
}

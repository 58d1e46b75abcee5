import type {ReportSettings} from "../../data-loaders/config/report.ts";
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

/** Everything the publishing step needs; the same for the site and the PDF. */
export interface Publication {
  readonly settings: ReportSettings;
  /** How to cite the data and what its reader must know, for the PDF's cover. */
  readonly sources: Pick<Sources, "citation" | "notice">;
  /** In reading order. */
  readonly pages: readonly PublishedPage[];
  readonly downloads: readonly Download[];
}

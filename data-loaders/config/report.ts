import type {Brand} from "./brand.ts";

/** Exact type of `config/report.yaml`, and of `config/brand.yaml` where there is one. */
export interface ReportSettings {
  readonly title: string;
  readonly subtitle: string;
  readonly organisation: string;
  readonly audience: string;
  /** Semantic version, `1.2.0`; the folder under dist. */
  readonly version: string;
  /** ISO date printed on the cover. The pipeline never asks for today's date. */
  readonly date: string;
  readonly language: string;
  /** Absent: Cartograph's own look. */
  readonly brand?: Brand;
  readonly paper: "A4" | "letter";
  /** What summary.pdf holds, each at the head of a page: `index`, `when#ad-schedule`; no such file when empty. */
  readonly summary: readonly string[];
  /** Where the folder of all versions is served, without a slash at the end; for canonical links and citations. */
  readonly address?: string;
  /** No cell that describes fewer customers than this leaves the machine. */
  readonly customersAtLeast: number;
  /** No cell whose spend is one customer's by more than this share leaves the machine. */
  readonly largestCustomerAtMost: number;
  /** Counts are rounded to multiples of 5 or 10, instead of hiding cells that protect others. */
  readonly roundCountsTo?: number;
  /** Segmentations that get one page per segment. */
  readonly segmentPages: readonly string[];
}

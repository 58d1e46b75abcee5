import type {Verdict} from "./verdictMark.ts";

/** From the least to the greatest value that the data still allow, in the unit of the value. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Grain: one mark of a chart. Texts are as the reader sees them, not yet escaped: writing the SVG does that. */
export interface ChartMark {
  /** What the mark stands for: `produce`, `10:00–10:59`. */
  readonly name: string;
  /** A shorter name where there is little room: `Mon`, `10`. */
  readonly short: string;
  /** NaN when hidden or when there is no value. */
  readonly value: number;
  /** The value as written beside the mark. */
  readonly label: string;
  /** What hover, touch and arrow keys show. */
  readonly tip: string;
  /** CSS colour of the mark and of text on it, custom properties of tokens.css. */
  readonly fill: string;
  readonly on: string;
  /** True where the disclosure gate hides the value. */
  readonly hidden: boolean;
  /** The value it is compared with; absent where nothing is. */
  readonly base?: number;
  /** Its 95 % interval, drawn as a thin line; absent where there is none. */
  readonly interval?: Interval;
  /** What the comparison with the base comes to; absent where nothing is compared. */
  readonly verdict?: Verdict;
  /** True when the value is written beside it even where room is short. */
  readonly labelled: boolean;
}

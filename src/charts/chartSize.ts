/**
 * Charts are drawn in two widths, and CSS shows the one that fits (theme/figures.css), so that text keeps its size:
 * 13 px in a 320 px drawing is 11.7 px on a 320 px phone with its margins.
 */
export interface ChartSize {
  readonly name: "wide" | "narrow" | "panel";
  /** Pixels of the viewBox. */
  readonly width: number;
  readonly font: number;
}

export const wide: ChartSize = {name: "wide", width: 680, font: 14};
export const narrow: ChartSize = {name: "narrow", width: 320, font: 13};
/** One of several small charts side by side; a phone shows them below each other. */
export const panel: ChartSize = {name: "panel", width: 230, font: 12};

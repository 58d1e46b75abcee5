import {plot} from "@observablehq/plot";
import type {PlotOptions} from "@observablehq/plot";
import {parseHTML} from "linkedom";
import type {ChartSize} from "./chartSize.ts";
import {svgText} from "./svgText.ts";

const {document} = parseHTML("<!doctype html><html><body></body></html>");

/** What every chart is asked for besides its marks. */
export interface Drawing {
  /** Unique on all pages together, since the PDF holds them all: `orders-by-hour-wide`. */
  readonly id: string;
  readonly size: ChartSize;
  /** What a reader should conclude; it stands for the picture. */
  readonly alt: string;
}

/** Draws a Plot to SVG text for a page: one line and no styles. */
export function drawSvg({id, size, alt}: Drawing, roughHeight: number, options: PlotOptions): string {
  const height = Math.ceil(roughHeight);
  const drawn = plot({
    ...options,
    // linkedom's document is no browser's in name, but Plot asks only for elements and attributes.
    document: document as unknown as Document,
    width: size.width,
    height,
    className: "plot",
    color: {type: "identity"}
  });
  const svg = svgText(drawn as unknown as Parameters<typeof svgText>[0], [
    ["class", "chart-svg"],
    ["viewBox", `0 0 ${size.width} ${height}`],
    ["width", String(size.width)],
    ["height", String(height)],
    ["role", "img"],
    ["aria-label", alt],
    ["font-size", String(size.font)],
    ["fill", "currentColor"],
    ["text-anchor", "middle"]
  ]);
  return svg.includes(hatchFill(id)) ? svg.replace(">", `>${hatch(id)}`) : svg;
}

/** Fill of marks whose value is not shown. */
export function hatchFill(id: string): string {
  return `url(#${id}-hatch)`;
}

function hatch(id: string): string {
  const stripe = '<path d="M-1,1L1,-1M0,6L6,0M5,7L7,5" stroke="var(--mark)" stroke-width="0.8"/>';
  return `<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse">${stripe}</pattern></defs>`;
}

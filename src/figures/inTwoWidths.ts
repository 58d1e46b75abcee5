import type {ChartSize} from "../charts/chartSize.ts";
import {narrow, wide} from "../charts/chartSize.ts";
import type {Drawing} from "../charts/drawSvg.ts";

/** CSS shows the drawing that fits. Print knows paper's width, so the narrow one is for screens only. */
export function inTwoWidths(id: string, alt: string, draw: (drawing: Drawing) => string): string {
  const drawn = ({name, ...size}: ChartSize) => draw({id: `${id}-${name}`, size: {name, ...size}, alt});
  return `<div class="chart chart-wide">${drawn(wide)}</div>
<div class="chart chart-narrow screen-only">${drawn(narrow)}</div>`;
}

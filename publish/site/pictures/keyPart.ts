import {escapeHtml} from "../../../src/charts/escapeText.ts";
import {textWidth} from "../../../src/charts/textWidth.ts";
import type {PicturePart} from "./figurePicture.ts";

const size = 14;
const whole = 680;

/** The key of colours, or the scale of a heat map: swatches and words in a line, broken where it is full. */
export function keyPart(key: Element): PicturePart {
  const items = [...(key.classList.contains("chart-key") ? key.querySelectorAll("li") : key.children)];
  let [x, y] = [0, 0];
  const drawn = items.map((item) => {
    const svg = item.tagName.toLowerCase() === "svg" ? item : item.querySelector("svg");
    const words = (item.textContent ?? "").trim();
    const swatch = svg ? Number(svg.getAttribute("width")) : 0;
    const width = swatch + (swatch > 0 && words !== "" ? 6 : 0) + textWidth(words, size);
    if (x > 0 && x + width > whole) [x, y] = [0, y + 22];
    const at = `<g transform="translate(${Math.round(x)},${y})">${svg ? swatchOf(svg) : ""}<text x="${swatch + (swatch > 0 ? 6 : 0)}" y="${size}">${escapeHtml(words)}</text></g>`;
    x += width + 14;
    return at;
  });
  return {svg: drawn.join(""), width: whole, height: items.length > 0 ? y + 20 : 0};
}

/** Steps of a scale are coloured by class on a page. */
function swatchOf(svg: Element): string {
  const inner = svg.innerHTML.replace(/class="(heat-\d)"/g, 'fill="var(--$1)"');
  return `<g transform="translate(0,3)">${inner}</g>`;
}

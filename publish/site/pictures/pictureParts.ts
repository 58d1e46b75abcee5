import type {PicturePart} from "./figurePicture.ts";
import {keyPart} from "./keyPart.ts";
import {tablePart} from "./tablePart.ts";
import {textBlock} from "./textBlock.ts";

const columns = 3;
const gutter = 28;
const whole = 680;

/** What a figure shows between its headline and its notes, in reading order: keys, drawings, panels or a table. */
export function pictureParts(figure: Element): PicturePart[] {
  const shown = [...figure.querySelectorAll(".chart-key, .heat-key, .chart-wide, .panels, table")].filter(
    (element) => !element.closest(".chart-narrow, details")
  );
  return shown.flatMap((element) => partsOf(element));
}

function partsOf(element: Element): PicturePart[] {
  if (element.tagName === "TABLE") return [tablePart(element)];
  if (element.classList.contains("panels")) return [panelsPart(element)];
  if (!element.classList.contains("chart")) return [keyPart(element)];
  return [...element.querySelectorAll("svg.chart-svg")].map((svg) => drawingPart(svg));
}

/** A drawing of ours without what only a page needs: values on hover, and the areas that answer to it. */
function drawingPart(svg: Element, scale = 1): PicturePart {
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const inner = svg.innerHTML
    .replace(/<g fill="transparent"[^>]*>[\s\S]*?<\/g>/g, "")
    .replace(/ data-tip="[^"]*"/g, "");
  const font = svg.getAttribute("font-size");
  const head = `width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}" overflow="visible"`;
  return {
    svg: `<svg ${head} font-size="${font}" text-anchor="middle">${inner}</svg>`,
    width: width * scale,
    height: height * scale
  };
}

/** Panels side by side, three in a row, or two where one would be left alone. */
function panelsPart(element: Element): PicturePart {
  const inRow = element.classList.contains("panels-even") ? 2 : columns;
  const room = (whole - gutter * (inRow - 1)) / inRow;
  let top = 0;
  const drawn: string[] = [];
  const panels = [...element.querySelectorAll(".panel")];
  for (let first = 0; first < panels.length; first += inRow) {
    const row = panels.slice(first, first + inRow).map((panel) => panelPart(panel, room));
    row.forEach(({svg}, at) =>
      drawn.push(`<g transform="translate(${at * (room + gutter)},${top})">${svg}</g>`)
    );
    top += Math.ceil(Math.max(...row.map(({height}) => height))) + 20;
  }
  return {svg: drawn.join(""), width: whole, height: top - 20};
}

function panelPart(panel: Element, room: number): PicturePart {
  const svg = panel.querySelector("svg.chart-svg");
  const title = (panel.querySelector(".panel-title")?.textContent ?? "").trim();
  const head = textBlock(title, {size: 14, width: room, weight: 600});
  if (!svg) return head;
  const drawing = drawingPart(svg, room / Number(svg.getAttribute("width")));
  return {
    svg: `${head.svg}<g transform="translate(0,${head.height + 4})">${drawing.svg}</g>`,
    width: room,
    height: head.height + 4 + drawing.height
  };
}

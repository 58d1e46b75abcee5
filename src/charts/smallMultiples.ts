import type {ChartSize} from "./chartSize.ts";
import {panel} from "./chartSize.ts";
import type {Drawing} from "./drawSvg.ts";
import {escapeHtml} from "./escapeText.ts";

/** Grain: one small chart of several alike. */
export interface Panel<Data> {
  readonly title: string;
  /** A page that tells more about what the panel shows. */
  readonly href?: string;
  /** A line under the title, such as the size of a segment. */
  readonly says?: string;
  readonly data: Data;
}

/**
 * The same chart for several groups, side by side; a phone shows them below each other. The caller gives all panels
 * one scale (`most` of columns and bars, `scaledBy` of index bars). HTML without blank lines.
 */
export function smallMultiples<Data>(
  panels: readonly Panel<Data>[],
  {id, alt, size = panel}: Omit<Drawing, "size"> & {readonly size?: ChartSize},
  draw: (data: Data, drawing: Drawing) => string
): string {
  const drawn = panels.map(({title, href, says, data}, at) => {
    const name = escapeHtml(title);
    const heading = href === undefined ? name : `<a href="${escapeHtml(href)}">${name}</a>`;
    const more = says === undefined ? "" : `<span class="panel-says">${escapeHtml(says)}</span>`;
    return `<div class="panel"><p class="panel-title">${heading}${more}</p>${draw(data, {id: `${id}-panel-${at}`, size, alt: `${title}. ${alt}`})}</div>`;
  });
  const even = drawn.length % 6 === 4 ? " panels-even" : ""; // no panel alone in a row of three
  return `<div class="chart panels${even}">${drawn.join("")}</div>`;
}

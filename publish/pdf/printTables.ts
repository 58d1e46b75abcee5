import {textWidth} from "../../src/charts/textWidth.ts";

/** Up to this many rows a table stands whole on a page, where it would otherwise be split. */
const shortUpTo = 24;

/** How a table can be set on A4: pixels it has, of its letters and of the space behind a column (print.css). */
interface Setting {
  readonly width: number;
  readonly font: number;
  readonly gap: number;
  /** Whether the names of rows may stand on several lines. */
  readonly wrapsNames: boolean;
}

const roomy: Setting = {width: 627, font: 11.5, gap: 22, wrapsNames: true};
const dense: Setting = {...roomy, gap: 8};
/** Half a page. */
const narrow: Setting = {width: 298, font: 10.4, gap: 6, wrapsNames: false};

/**
 * Gives every head cell its scope and leaves no cell empty, which readers of tagged PDF rely on. Says of every table
 * how it is set: short ones stand whole, those with much to hold are set dense, and what is too wide even so turns
 * the page and takes its heading along.
 */
export function printTables(body: HTMLElement): void {
  for (const table of body.querySelectorAll("table")) {
    for (const cell of table.querySelectorAll("th")) {
      if (cell.textContent?.trim() === "") cell.replaceWith(dataCellLike(cell));
      else if (!cell.getAttribute("scope")) cell.setAttribute("scope", cell.closest("thead") ? "col" : "row");
    }
    // Chromium leaves an empty cell out of the structure, and the row would be short of one.
    for (const cell of table.querySelectorAll("td"))
      if (cell.textContent?.trim() === "") cell.textContent = "\u00a0";
    if (table.querySelectorAll("tr").length <= shortUpTo) table.classList.add("short");
    if (!fits(table, roomy)) table.classList.add("dense");
    if (!fits(table, dense)) turnPage(table);
    else if (fits(table, narrow)) table.classList.add("narrow");
  }
}

function dataCellLike(cell: Element): Element {
  const plain = cell.ownerDocument.createElement("td");
  for (const {name, value} of cell.attributes) if (name !== "scope") plain.setAttribute(name, value);
  return plain;
}

/** Whether a table has room when its words stand below each other and its numbers are not broken. */
function fits(table: Element, {width, font, gap, wrapsNames}: Setting): boolean {
  const columns: number[] = [];
  for (const row of table.querySelectorAll("tr")) {
    let column = 0;
    for (const cell of row.children) {
      const isWhole =
        cell.localName === "td" ? cell.classList.contains("number") : !wrapsNames && !cell.closest("thead");
      const parts = isWhole ? linesOf(cell) : (cell.textContent ?? "").split(/\s+/);
      columns[column] = Math.max(columns[column] ?? 0, ...parts.map((part) => textWidth(part, font)));
      column += Number(cell.getAttribute("colspan") ?? 1);
    }
  }
  return columns.reduce((sum, text) => sum + text + gap, -gap) <= width;
}

/** A number, and the interval that stands below it in smaller letters. */
function linesOf(cell: Element): string[] {
  const below = [...cell.querySelectorAll(".below")].map(({textContent}) => textContent ?? "");
  const all = cell.textContent ?? "";
  const own = all.slice(0, all.length - below.reduce((sum, {length}) => sum + length, 0));
  // Nine tenths of the letters' size.
  return [own, ...below.map((text) => text.slice(0, Math.ceil(text.length * 0.9)))];
}

/**
 * A box for the landscape page: the table, or the figure it is, with the heading above and the line or two between
 * them. A table folded under a figure is only marked: it is printed elsewhere.
 */
function turnPage(table: Element): void {
  table.classList.add("wide");
  if (table.closest("details")) return;
  const block = table.closest("figure") ?? table.closest(".table-scroll") ?? table;
  const box = table.ownerDocument.createElement("div");
  box.setAttribute("class", "wide");
  const lead = leadOf(block);
  block.replaceWith(box);
  box.append(...lead, block);
}

/** The heading above with the few lines between; from the chapter's heading on, when that is as near. */
function leadOf(block: Element): Element[] {
  const section = upToHeading(block);
  const first = section[0];
  if (!first || first.localName === "h1") return section;
  const opening = upToHeading(first);
  return opening[0]?.localName === "h1" ? [...opening, ...section] : section;
}

function upToHeading(block: Element): Element[] {
  const before: Element[] = [];
  let near = block.previousElementSibling;
  for (; near && near.localName === "p" && before.length < 3; near = near.previousElementSibling)
    before.unshift(near);
  return near && /^h[1-6]$/.test(near.localName) ? [near, ...before] : [];
}

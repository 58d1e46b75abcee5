import {textWidth} from "../../src/charts/textWidth.ts";

/** Up to this many rows a table stands whole on a page, where it would otherwise be split. */
const shortUpTo = 24;

/** Pixels of a page's width, of a table's letters, and of the space behind a column, wide and at least (print.css). */
const page = 567;
const font = 11.5;
const [gap, leastGap] = [22, 8];

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
    if (leastWidth(table, gap) > page) table.classList.add("dense");
    if (leastWidth(table, leastGap) > page) turnPage(table);
  }
}

function dataCellLike(cell: Element): Element {
  const plain = cell.ownerDocument.createElement("td");
  for (const {name, value} of cell.attributes) if (name !== "scope") plain.setAttribute(name, value);
  return plain;
}

/** Pixels a table needs when its words may stand below each other and its numbers may not be broken. */
function leastWidth(table: Element, space: number): number {
  const widths: number[] = [];
  for (const row of table.querySelectorAll("tr")) {
    let column = 0;
    for (const cell of row.children) {
      const text = cell.textContent ?? "";
      const parts = cell.classList.contains("number") && cell.localName === "td" ? [text] : text.split(/\s+/);
      widths[column] = Math.max(widths[column] ?? 0, ...parts.map((part) => textWidth(part, font)));
      column += Number(cell.getAttribute("colspan") ?? 1);
    }
  }
  return widths.reduce((sum, width) => sum + width + space, 0);
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

function leadOf(block: Element): Element[] {
  const before: Element[] = [];
  for (
    let near = block.previousElementSibling;
    near && before.length < 3;
    near = near.previousElementSibling
  ) {
    before.unshift(near);
    if (/^h[2-6]$/.test(near.localName)) return before;
  }
  return [];
}

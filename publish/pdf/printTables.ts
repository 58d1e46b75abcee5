/** From this many columns on a table stands on a landscape page. */
const wideFrom = 9;

/** Up to this many rows a table stands whole on a page, where it would otherwise be split. */
const shortUpTo = 24;

/**
 * Gives every head cell its scope and leaves no cell empty, which readers of tagged PDF rely on. Says of every table
 * how it may be broken: short ones stand whole, wide ones turn the page and take their heading along.
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
    if (columnsOf(table) >= wideFrom) turnPage(table);
  }
}

function dataCellLike(cell: Element): Element {
  const plain = cell.ownerDocument.createElement("td");
  for (const {name, value} of cell.attributes) if (name !== "scope") plain.setAttribute(name, value);
  return plain;
}

function columnsOf(table: Element): number {
  const cells = [...(table.querySelector("tr")?.children ?? [])];
  return cells.reduce((sum, cell) => sum + Number(cell.getAttribute("colspan") ?? 1), 0);
}

/** A box for the landscape page: the table with its heading and the line or two between them. */
function turnPage(table: Element): void {
  const box = table.ownerDocument.createElement("div");
  box.setAttribute("class", "wide");
  const before: Element[] = [];
  for (
    let near = table.previousElementSibling;
    near && before.length < 3;
    near = near.previousElementSibling
  ) {
    before.unshift(near);
    if (/^h[2-6]$/.test(near.localName)) break;
  }
  const lead = before[0] && /^h[2-6]$/.test(before[0].localName) ? before : [];
  table.replaceWith(box);
  box.append(...lead, table);
}

import {plainText} from "../../../src/charts/escapeText.ts";
import type {NumberStyle, Sheet, SheetCell} from "./sheet.ts";

/** Places in the styles of `workbookFile`. */
export const STYLES = {
  general: 0,
  title: 1,
  head: 2,
  whole: 3,
  decimal: 4,
  share: 5,
  money: 6,
  wrapped: 7,
  link: 8
};

const WIDEST = 60;

/** A worksheet: title and lines, then a table under a head that stays in sight. */
export function sheetXml({title, lines, heads, rows}: Sheet): string {
  const above = 1 + lines.length + 1;
  const body = [
    row(1, [title], () => STYLES.title),
    ...lines.map((line, at) => row(at + 2, [line], () => STYLES.general)),
    ...(heads.length > 0 ? [row(above + 1, heads, () => STYLES.head)] : []),
    ...rows.map((cells, at) => row(above + 2 + at, cells, styleOf))
  ];
  const links = rows.flatMap((cells, at) =>
    cells.flatMap((cell, column) =>
      typeof cell === "object" && "link" in cell
        ? [
            `<hyperlink ref="${place(above + 2 + at, column)}" location="${xml(`'${cell.link.replaceAll("'", "''")}'!A1`)}" display="${xml(cell.text)}"/>`
          ]
        : []
    )
  );
  const pane =
    heads.length > 0
      ? `<pane ySplit="${above + 1}" topLeftCell="A${above + 2}" activePane="bottomLeft" state="frozen"/>`
      : "";
  return `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews><cols>${widths(heads, rows)}</cols><sheetData>${body.join("")}</sheetData>${links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : ""}</worksheet>`;
}

export const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

function row(number: number, cells: readonly SheetCell[], style: (cell: SheetCell) => number): string {
  const written = cells.map((cell, column) => cellXml(cell, place(number, column), style(cell)));
  return `<row r="${number}">${written.join("")}</row>`;
}

/** Texts stand inline, so that a program takes them for nothing else, whatever they begin with. */
function cellXml(cell: SheetCell, at: string, style: number): string {
  if (typeof cell === "object" && "number" in cell)
    return Number.isFinite(cell.number) ? `<c r="${at}" s="${style}"><v>${cell.number}</v></c>` : "";
  const text = typeof cell === "string" ? cell : cell.text;
  if (text === "") return "";
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;
}

function styleOf(cell: SheetCell): number {
  if (typeof cell === "string") return STYLES.wrapped;
  return "number" in cell ? STYLES[cell.style satisfies NumberStyle] : STYLES.link;
}

/** `C7`: columns are counted A to Z, then AA. */
function place(number: number, column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${number}`;
}

function widths(heads: readonly string[], rows: Sheet["rows"]): string {
  const columns = Math.max(1, heads.length, ...rows.map(({length}) => length));
  return Array.from({length: columns}, (_, at) => {
    const cells = rows.map((cells) => lengthOf(cells[at]));
    const width = Math.min(WIDEST, Math.max(10, (heads[at] ?? "").length, ...cells) + 2);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  }).join("");
}

function lengthOf(cell: SheetCell | undefined): number {
  if (cell === undefined) return 0;
  if (typeof cell === "string") return cell.length;
  return "text" in cell ? cell.text.length : 10;
}

/** For XML text and attributes; characters that XML can't hold go. */
export function xml(text: string): string {
  return plainText(text)
    .replaceAll(/\p{Cs}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

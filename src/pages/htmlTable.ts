import {escapeHtml} from "../charts/escapeText.ts";
import {scrollBox} from "../figures/tableHtml.ts";

/** A column of a table that is written from configuration. */
export interface Column<Row> {
  readonly head: string;
  /** Plain text, or a number already written; escaped here. */
  readonly cell: (row: Row) => string;
  readonly isNumber?: boolean;
}

/** A table as one HTML block. The first column names its row; rows for which `isTotal` holds stand apart. */
export function htmlTable<Row>(
  label: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  isTotal: (row: Row) => boolean = () => false
): string {
  const mark = (isNumber = false) => (isNumber ? ' class="number"' : "");
  const head = columns.map(({head, isNumber}) => `<th scope="col"${mark(isNumber)}>${escapeHtml(head)}</th>`);
  const body = rows.map((row) => {
    const cells = columns.map(({cell, isNumber}, at) => {
      const text = escapeHtml(cell(row));
      return at === 0 ? `<th scope="row">${text}</th>` : `<td${mark(isNumber)}>${text}</td>`;
    });
    return `<tr${isTotal(row) ? ' class="total"' : ""}>${cells.join("")}</tr>`;
  });
  return scrollBox(
    `<table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("\n")}</tbody></table>`,
    escapeHtml(label)
  );
}

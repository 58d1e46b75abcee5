import {PDFArray, PDFDict, PDFName} from "@cantoo/pdf-lib";
import type {PDFDocument} from "@cantoo/pdf-lib";
import type {ContentItem} from "./contentItems.ts";
import {contentItems, dropItems} from "./contentItems.ts";
import {children, structureElements, typeOf} from "./structureTree.ts";

/**
 * A table head that Chromium repeats on every page is one row of the structure holding each repeat, so that it would
 * be read aloud again and again. Only the first stays content.
 * @returns the marked content that is now an artifact, by page reference
 */
export function dropRepeatedHeads(document: PDFDocument): Map<string, Set<number>> {
  const {context, catalog} = document;
  const root = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const order = new Map(document.getPages().map(({ref}, at) => [ref.toString(), at]));
  const placeOf = ({page}: ContentItem) => order.get(page) ?? 0;
  const repeats = structureElements(context, root).flatMap(({element: row}) => {
    if (typeOf(row) !== "TR" || !isHead(row)) return [];
    const items = contentItems(context, row);
    const first = Math.min(...items.map(placeOf));
    return items.filter((item) => placeOf(item) > first);
  });
  dropItems(context, root, repeats);
  const dropped = new Map<string, Set<number>>();
  for (const {page, mcid} of repeats) dropped.set(page, (dropped.get(page) ?? new Set()).add(mcid));
  return dropped;
}

/** True for a row of the table's head: the head cells of body rows are heads of their row. */
function isHead(row: PDFDict): boolean {
  return children(row).some((child) => {
    const cell = row.context.lookup(child);
    return cell instanceof PDFDict && typeOf(cell) === "TH" && scopeOf(cell) === "Column";
  });
}

function scopeOf(cell: PDFDict): string | undefined {
  const attributes = cell.lookup(PDFName.of("A"));
  const list =
    attributes instanceof PDFArray
      ? attributes.asArray().map((item) => cell.context.lookup(item))
      : [attributes];
  for (const attribute of list) {
    const scope =
      attribute instanceof PDFDict ? attribute.lookupMaybe(PDFName.of("Scope"), PDFName) : undefined;
    if (scope) return scope.decodeText();
  }
  return undefined;
}

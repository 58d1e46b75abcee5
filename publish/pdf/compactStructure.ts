import {PDFArray, PDFDict, PDFName, PDFNumber, PDFRef} from "@cantoo/pdf-lib";
import type {PDFContext, PDFDocument, PDFObject} from "@cantoo/pdf-lib";
import {pageOwners} from "./contentItems.ts";
import {children, structureElements, typeOf} from "./structureTree.ts";

const page = PDFName.of("Pg");
const kids = PDFName.of("K");

/**
 * Leaves out of the structure what says nothing: elements without meaning around each text, spans of one row or
 * column, cells' lists of heads where every head has a scope. It halves the structure, which is a third of the file.
 */
export function compactStructure(document: PDFDocument): void {
  const {context, catalog} = document;
  const root = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  unwrap(context, root);
  indexContent(context, root);
  for (const {element} of structureElements(context, root)) {
    element.delete(PDFName.of("Type"));
    if (typeOf(element) === "Table") plainTable(context, element);
  }
  if (!structureElements(context, root).some(({element}) => element.has(PDFName.of("ID"))))
    root.delete(PDFName.of("IDTree"));
}

/** Gives the content of elements without meaning to the element they stand in. */
function unwrap(context: PDFContext, root: PDFDict): void {
  for (const {ref, element} of structureElements(context, root)) {
    if (typeOf(element) === "NonStruct") continue;
    const inner = children(element).map((child) => context.lookup(child));
    if (!inner.some((child) => child instanceof PDFDict && typeOf(child) === "NonStruct")) continue;
    const flat = children(element).flatMap((child) => contentOf(context, child));
    const own = element.get(page) ?? flat.find(({place}) => place)?.place;
    if (own) element.set(page, own);
    const items = flat.map(({item, place}) => {
      const kid = context.lookup(item);
      if (kid instanceof PDFDict && typeOf(kid)) kid.set(PDFName.of("P"), ref);
      return item instanceof PDFNumber && place && place !== own
        ? context.obj({Type: "MCR", Pg: place, MCID: item})
        : item;
    });
    element.set(kids, items.length === 1 ? items[0]! : context.obj(items));
  }
}

interface Content {
  readonly item: PDFObject;
  /** Page of marked content that is told by its number alone. */
  readonly place?: PDFRef;
}

/** What an element without meaning holds, at any depth; any other child is left as it is. */
function contentOf(context: PDFContext, child: PDFObject): Content[] {
  const element = context.lookup(child);
  if (!(element instanceof PDFDict) || typeOf(element) !== "NonStruct") return [{item: child}];
  const place = element.get(page);
  return children(element).flatMap((inner): Content[] => {
    const marked = context.lookup(inner);
    const number = marked instanceof PDFDict ? marked.lookupMaybe(PDFName.of("MCID"), PDFNumber) : inner;
    const own = (marked instanceof PDFDict ? marked.get(page) : undefined) ?? place;
    if (number instanceof PDFNumber && own instanceof PDFRef) return [{item: number, place: own}];
    return contentOf(context, inner);
  });
}

/** Writes the pages' index anew, from marked content to the element that holds it (ISO 32000-1, 14.7.4.4). */
function indexContent(context: PDFContext, root: PDFDict): void {
  const owners = pageOwners(context, root);
  for (const {ref, element} of structureElements(context, root))
    for (const child of children(element)) {
      const marked = context.lookup(child);
      const number = marked instanceof PDFDict ? marked.lookupMaybe(PDFName.of("MCID"), PDFNumber) : child;
      const place = (marked instanceof PDFDict ? marked.get(page) : undefined) ?? element.get(page);
      if (number instanceof PDFNumber && place) owners.get(place.toString())?.set(number.asNumber(), ref);
    }
}

/** Every cell of a table whose cells all span one row and one column finds its heads by their scope. */
function plainTable(context: PDFContext, table: PDFDict): void {
  const cells = cellsOf(context, table);
  const attributes = new Map(cells.map((cell) => [cell, attributesOf(context, cell)]));
  const spans = cells.some((cell) =>
    ["RowSpan", "ColSpan"].some((name) =>
      attributes.get(cell)?.some((one) => (one.lookupMaybe(PDFName.of(name), PDFNumber)?.asNumber() ?? 1) > 1)
    )
  );
  if (spans) return;
  for (const cell of cells) {
    const scope = attributes.get(cell)?.find((one) => one.has(PDFName.of("Scope")));
    cell.delete(PDFName.of("ID"));
    cell.delete(PDFName.of("A"));
    if (scope) cell.set(PDFName.of("A"), scope);
  }
}

function cellsOf(context: PDFContext, element: PDFDict): PDFDict[] {
  return children(element).flatMap((child) => {
    const inner = context.lookup(child);
    if (!(inner instanceof PDFDict)) return [];
    const type = typeOf(inner);
    if (type === "TH" || type === "TD") return [inner];
    return type === undefined || type === "Table" ? [] : cellsOf(context, inner);
  });
}

function attributesOf(context: PDFContext, element: PDFDict): PDFDict[] {
  const found = element.lookup(PDFName.of("A"));
  const list = found instanceof PDFArray ? found.asArray().map((one) => context.lookup(one)) : [found];
  return list.filter((one): one is PDFDict => one instanceof PDFDict);
}

import {PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString} from "@cantoo/pdf-lib";
import type {PDFContext, PDFDocument, PDFObject} from "@cantoo/pdf-lib";

/** Element types that Chromium writes and ISO 32000-1 does not know, and what they are instead. */
const roles: Readonly<Record<string, string>> = {
  Strong: "Span",
  Em: "Span",
  Title: "P",
  Aside: "Div",
  FENote: "Note",
  Sub: "Span",
  DocumentFragment: "Div"
};

const type = PDFName.of("S");
const kids = PDFName.of("K");
const parent = PDFName.of("P");
const id = PDFName.of("ID");

/**
 * Mends Chromium's structure tree where PDF/UA-1 and PDF/A-2a want more of it: unknown element types get a role,
 * list items a body, header cells an id that is the same in every run.
 */
export function mendStructure(document: PDFDocument): void {
  const {context, catalog} = document;
  const root = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const elements = structureElements(context, root);
  root.set(PDFName.of("RoleMap"), context.obj(roles));
  for (const {ref, element} of elements) if (typeOf(element) === "LI") giveBody(context, ref, element);
  renameIds(context, root, elements);
}

/** An element of the structure tree with the reference others know it by. */
export interface StructureElement {
  readonly ref: PDFRef;
  readonly element: PDFDict;
}

/** All elements below the root, in reading order. */
export function structureElements(context: PDFContext, root: PDFDict): StructureElement[] {
  const found: StructureElement[] = [];
  const visit = (child: PDFObject) => {
    const element = context.lookup(child);
    if (!(child instanceof PDFRef && element instanceof PDFDict && element.has(type))) return;
    found.push({ref: child, element});
    for (const grandchild of children(element)) visit(grandchild);
  };
  for (const child of children(root)) visit(child);
  return found;
}

export function typeOf(element: PDFDict): string | undefined {
  return element.lookupMaybe(type, PDFName)?.decodeText();
}

export function children(element: PDFDict): PDFObject[] {
  const list = element.lookup(kids);
  if (list instanceof PDFArray) return list.asArray();
  const only = element.get(kids);
  return only ? [only] : [];
}

/** Puts what a list item holds, but for its label, into one `LBody`. */
function giveBody(context: PDFContext, ref: PDFRef, item: PDFDict): void {
  const isPart = (child: PDFObject) => ["Lbl", "LBody"].includes(elementType(context, child) ?? "");
  const loose = children(item).filter((child) => !isPart(child));
  if (loose.length === 0) return;
  // Content that stands in the item directly belongs to the item's page.
  const page = item.get(PDFName.of("Pg"));
  const body = context.obj({Type: "StructElem", S: "LBody", P: ref, K: loose, ...(page ? {Pg: page} : {})});
  const bodyRef = context.register(body);
  for (const child of loose) {
    const element = context.lookup(child);
    if (element instanceof PDFDict && element.has(type)) element.set(parent, bodyRef);
  }
  item.set(kids, context.obj([...children(item).filter(isPart), bodyRef]));
}

function elementType(context: PDFContext, child: PDFObject): string | undefined {
  const element = context.lookup(child);
  return element instanceof PDFDict ? typeOf(element) : undefined;
}

/** Chromium names header cells by counters of its process. They are numbered anew, in reading order. */
function renameIds(context: PDFContext, root: PDFDict, elements: readonly StructureElement[]): void {
  const named = elements.filter(({element}) => element.has(id));
  const names = new Map(
    named.map(({element}, at) => [textOf(element.lookup(id)), `h${String(at + 1).padStart(6, "0")}`])
  );
  const tree: PDFObject[] = [];
  for (const {ref, element} of named) {
    const renamed = PDFString.of(names.get(textOf(element.lookup(id))) ?? "");
    element.set(id, renamed);
    tree.push(renamed, ref);
  }
  for (const {element} of elements) renameHeaders(element, names);
  if (tree.length > 0) root.set(PDFName.of("IDTree"), context.obj({Names: tree}));
}

function renameHeaders(element: PDFDict, names: ReadonlyMap<string, string>): void {
  const attributes = element.lookup(PDFName.of("A"));
  const list = attributes instanceof PDFArray ? attributes.asArray() : [];
  for (const attribute of list) {
    const headers = attribute instanceof PDFDict ? attribute.lookup(PDFName.of("Headers")) : undefined;
    if (!(headers instanceof PDFArray)) continue;
    headers.asArray().forEach((header, at) => {
      headers.set(at, PDFString.of(names.get(textOf(header)) ?? textOf(header)));
    });
  }
}

function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
}

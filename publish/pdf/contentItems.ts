import {PDFArray, PDFDict, PDFName, PDFNumber, PDFRef} from "@cantoo/pdf-lib";
import type {PDFContext, PDFObject} from "@cantoo/pdf-lib";
import {children} from "./structureTree.ts";

/** A stretch of a page's marked content that an element of the structure holds. */
export interface ContentItem {
  readonly element: PDFDict;
  readonly child: PDFObject;
  /** The page's reference as text: `12 0 R`. */
  readonly page: string;
  readonly mcid: number;
}

const page = PDFName.of("Pg");
const mcid = PDFName.of("MCID");

/** All marked content under an element, in reading order. */
export function contentItems(context: PDFContext, element: PDFDict): ContentItem[] {
  return children(element).flatMap((child): ContentItem[] => {
    if (child instanceof PDFNumber) return itemOn(element, child, element.get(page), child.asNumber());
    const inner = context.lookup(child);
    if (!(inner instanceof PDFDict)) return [];
    const number = inner.lookupMaybe(mcid, PDFNumber);
    if (number) return itemOn(element, child, inner.get(page) ?? element.get(page), number.asNumber());
    return inner.has(PDFName.of("S")) ? contentItems(context, inner) : [];
  });
}

/** Takes items out of the structure: their content must then be marked as artifact. */
export function dropItems(context: PDFContext, root: PDFDict, items: readonly ContentItem[]): void {
  const owners = pageOwners(context, root);
  for (const {element, child, page, mcid} of items) {
    element.set(PDFName.of("K"), context.obj(children(element).filter((kid) => kid !== child)));
    owners.get(page)?.set(mcid, context.obj(null));
  }
}

function itemOn(
  element: PDFDict,
  child: PDFObject,
  place: PDFObject | undefined,
  number: number
): ContentItem[] {
  return place instanceof PDFRef ? [{element, child, page: place.toString(), mcid: number}] : [];
}

/** For each page, which element owns which marked content: the structure's own index from content to elements. */
export function pageOwners(context: PDFContext, root: PDFDict): Map<string, PDFArray> {
  const numbers = root.lookup(PDFName.of("ParentTree"), PDFDict).lookupMaybe(PDFName.of("Nums"), PDFArray);
  const byKey = new Map<number, PDFArray>();
  for (let at = 0; numbers && at < numbers.size(); at += 2) {
    const list = numbers.lookup(at + 1);
    if (list instanceof PDFArray) byKey.set(numbers.lookup(at, PDFNumber).asNumber(), list);
  }
  const owners = new Map<string, PDFArray>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const key =
      object instanceof PDFDict ? object.lookupMaybe(PDFName.of("StructParents"), PDFNumber) : undefined;
    const list = key ? byKey.get(key.asNumber()) : undefined;
    if (list) owners.set(ref.toString(), list);
  }
  return owners;
}

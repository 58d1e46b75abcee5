import {PDFDict, PDFName} from "@cantoo/pdf-lib";
import type {PDFDocument} from "@cantoo/pdf-lib";
import {contentItems} from "./contentItems.ts";
import type {Box} from "./markedBoxes.ts";
import {joinedBox} from "./markedBoxes.ts";
import {structureElements, typeOf} from "./structureTree.ts";

/**
 * Says of every figure where on its page it stands, which ISO 32000-1 (14.8.5.4.3) asks for and Chromium leaves out.
 * @param boxes by page reference, the place of each stretch of marked content
 */
export function placeFigures(
  document: PDFDocument,
  boxes: ReadonlyMap<string, ReadonlyMap<number, Box>>
): void {
  const {context, catalog} = document;
  for (const {element} of structureElements(context, catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict))) {
    if (typeOf(element) !== "Figure") continue;
    let box: Box | undefined;
    for (const {page, mcid} of contentItems(context, element)) {
      const part = boxes.get(page)?.get(mcid);
      if (part) box = joinedBox(box, part);
    }
    if (!box) continue;
    const rounded = box.map((side) => Math.round(side * 100) / 100);
    element.set(PDFName.of("A"), context.obj({O: "Layout", Placement: "Block", BBox: rounded}));
  }
}

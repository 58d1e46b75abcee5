import {PDFArray, PDFDict, PDFRef, PDFStream} from "@cantoo/pdf-lib";
import type {PDFContext, PDFObject} from "@cantoo/pdf-lib";

/**
 * Deletes what nothing in the document refers to any more: objects that were replaced, among them Chromium's dates
 * and process-wide counters, which would make every print another file.
 */
export function dropUnreachable(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      waiting.push(context.lookup(object));
    } else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict) waiting.push(...object.values());
    else if (object instanceof PDFStream) waiting.push(object.dict);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

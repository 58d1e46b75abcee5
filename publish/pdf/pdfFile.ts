import {
  PDFArray,
  PDFDict,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  PDFStream,
  PDFStreamWriter
} from "@cantoo/pdf-lib";
import type {PDFContext, PDFObject} from "@cantoo/pdf-lib";
import {shortIndex} from "./shortIndex.ts";

/** Objects that are compressed together: more weigh less, and readers must unpack them all to see one. */
const objectsTogether = 400;

/**
 * The file's bytes. Objects are numbered anew in the order in which they are found from the catalogue: what nothing
 * refers to is left out, and the numbers are short and near to each other, which compresses well.
 */
export async function pdfFile(context: PDFContext): Promise<Uint8Array> {
  renumber(context);
  const bytes = await PDFStreamWriter.forContext(
    context,
    Infinity,
    true,
    objectsTogether
  ).serializeToBuffer();
  return shortIndex(bytes);
}

function renumber(context: PDFContext): void {
  const {Root, Info} = context.trailerInfo;
  const numbers = new Map<string, PDFRef>();
  const found: [PDFRef, PDFObject][] = [];
  const meet = (ref: PDFRef): PDFRef => {
    const known = numbers.get(ref.tag);
    if (known) return known;
    const next = PDFRef.of(numbers.size + 1);
    numbers.set(ref.tag, next);
    const object = context.lookup(ref);
    if (object) found.push([next, plain(object, context)]);
    return next;
  };
  context.trailerInfo.Root = Root && meet(Root as PDFRef);
  context.trailerInfo.Info = Info && meet(Info as PDFRef);
  for (let at = 0; at < found.length; at++) refer(found[at]![1], meet);
  for (const [ref] of context.enumerateIndirectObjects()) context.delete(ref);
  for (const [ref, object] of found) context.assign(ref, object);
  context.largestObjectNumber = numbers.size;
}

/** Pages as any other object: the writer compresses those only whose kind it does not know. */
function plain(object: PDFObject, context: PDFContext): PDFObject {
  return object instanceof PDFPageLeaf || object instanceof PDFPageTree
    ? PDFDict.fromMapWithContext(object.asMap(), context)
    : object;
}

/** Gives every reference within an object its new number. */
function refer(object: PDFObject, meet: (ref: PDFRef) => PDFRef): void {
  if (object instanceof PDFStream) refer(object.dict, meet);
  if (object instanceof PDFDict)
    for (const [name, value] of object.entries()) {
      if (value instanceof PDFRef) object.set(name, meet(value));
      else refer(value, meet);
    }
  if (object instanceof PDFArray)
    object.asArray().forEach((value, at) => {
      if (value instanceof PDFRef) object.set(at, meet(value));
      else refer(value, meet);
    });
}

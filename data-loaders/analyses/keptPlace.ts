import {existsSync} from "node:fs";
import type {Memo, Place} from "../baskets/memo.ts";
import {readSections} from "../baskets/sectionFile.ts";

/** Where a thread finds for itself what was remembered, which is too large for all to pass through one; undefined for nothing. */
export function keptPlace(memo: Memo, description: unknown): Place | undefined {
  const place = memo.place(description);
  return existsSync(place.path) ? place : undefined;
}

/** The arrays of these names, each by its bytes, and what was said about them; undefined where they are damaged. */
export function readKept<const Names extends readonly string[]>(
  {path, key}: Place,
  names: Names
): {readonly about: unknown; readonly arrays: {readonly [K in keyof Names]: SharedArrayBuffer}} | undefined {
  return readSections(path, key, ({about, read}) => {
    const arrays = names.map(read);
    return arrays.includes(undefined)
      ? undefined
      : {about, arrays: arrays as unknown as {readonly [K in keyof Names]: SharedArrayBuffer}};
  });
}

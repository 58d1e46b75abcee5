import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Logo} from "../brand.ts";
import {cleanPng} from "./cleanPng.ts";
import {cleanSvg} from "./cleanSvg.ts";

/** A logo stands on every page. */
const LARGEST = 200_000;

/** The logo beside brand.yaml, cleaned; or why it cannot be used. */
export function readLogo(folder: string, name: string): Logo | string {
  const kind = /^[\w][\w. -]*\.(svg|png)$/i.exec(name)?.[1]?.toLowerCase();
  if (kind === undefined) return "a file beside brand.yaml is needed that ends in .svg or .png";
  const bytes = bytesOf(join(folder, name));
  if (bytes === undefined) return `there is no file ${name} beside brand.yaml`;
  if (bytes.length > LARGEST)
    return `is ${Math.round(bytes.length / 1000)} kB large; at most ${LARGEST / 1000} kB fit`;
  if (kind === "png") {
    const png = cleanPng(bytes);
    return png ? {kind, ...png} : "is no PNG, or not a whole one";
  }
  const svg = cleanSvg(new TextDecoder().decode(bytes));
  return svg ? {kind: "svg", ...svg} : "is no SVG with a viewBox or a size in pixels";
}

/** Undefined for a file that is not there. */
export function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

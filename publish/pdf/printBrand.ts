import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import type {Brand, Logo} from "../../data-loaders/config/brand.ts";
import {escapeHtml} from "../../src/charts/escapeText.ts";
import {brandSheet} from "../site/brandSheet.ts";
import {cssString} from "./pageRules.ts";

/** A brand's colours and face of headings on paper; it follows print.css, whose fallbacks of letters it keeps. */
export function printBrand({accent, headings}: Brand = {}): string {
  const own =
    headings?.kind === "own"
      ? `@font-face{font-family:${cssString(headings.name)};font-weight:600;src:url("${dataAddress("font/woff2", readFileSync(resolve(headings.path)))}") format("woff2")}`
      : "";
  const names = headings && [headings.name, "Source Serif 4", "Source Sans 3", "Noto Sans Math"];
  const face = names ? `:root{--font-text:${[...new Set(names)].map(cssString).join(",")}}` : "";
  return `${own}${brandSheet(accent ? {accent} : {})}${face}`;
}

/** The logo as a picture that the document holds; its name stands for it. */
export function logoPicture({kind, content, width, height}: Logo, name: string): string {
  const type = kind === "svg" ? "image/svg+xml" : "image/png";
  return `<img class="cover-logo" alt="${escapeHtml(name)}" width="${Math.round(width)}" height="${Math.round(height)}" src="${dataAddress(type, Buffer.from(content))}">`;
}

function dataAddress(type: string, content: Buffer): string {
  return `data:${type};base64,${content.toString("base64")}`;
}

import {createRequire} from "node:module";

/** When there is a logo: to load a document's world takes 0.1 s, more than all the rest of a start. */
const documentWorld = (): typeof import("linkedom") => createRequire(import.meta.url)("linkedom");

/** What a drawing is made of. Anything else goes: scripts, foreign content, animations, links, pictures, styles. */
const elements = new Set(
  "svg g defs path rect circle ellipse line polyline polygon text tspan title desc symbol use clipPath mask linearGradient radialGradient stop".split(
    " "
  )
);
const attributes =
  /^(?:id|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|fx|fy|width|height|points|transform|viewBox|preserveAspectRatio|offset|xmlns|opacity|color|(?:fill|stroke|stop|clip|mask|font|text|gradient|dominant|letter)(?:[A-Z-][\w-]*)?|href)$/;

/** A node as linkedom knows it, as far as cleaning needs. */
interface Node {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
}

/**
 * An SVG with nothing in it but shapes, text and references within itself. Undefined where it is no SVG or has
 * neither viewBox nor size.
 */
export function cleanSvg(
  text: string
): {readonly content: string; readonly width: number; readonly height: number} | undefined {
  const {document} = documentWorld().parseHTML(
    `<!doctype html><body>${text.replace(/<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>/gi, "")}</body>`
  );
  const root = document.querySelector("body > svg");
  const size = root && sizeOf(root);
  if (!root || !size) return undefined;
  const box = root.getAttribute("viewBox") ?? `0 0 ${size.width} ${size.height}`;
  const inner = [...root.childNodes].map((node) => cleaned(node as unknown as Node)).join("");
  const own = attributesOf(root, ["xmlns", "viewBox", "width", "height"]);
  const head = `xmlns="http://www.w3.org/2000/svg" viewBox="${escaped(box)}" width="${size.width}" height="${size.height}"`;
  return {content: `<svg ${head}${own}>${inner}</svg>\n`, ...size};
}

function sizeOf(root: Element): {readonly width: number; readonly height: number} | undefined {
  const written = ["width", "height"].map((name) =>
    Number(/^[\d.]+(?=(px)?$)/.exec(root.getAttribute(name) ?? "")?.[0])
  );
  const [, , boxWidth, boxHeight] = (root.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  const [width, height] = written.every((value) => value > 0) ? written : [boxWidth, boxHeight];
  return width! > 0 && height! > 0 ? {width: width!, height: height!} : undefined;
}

function cleaned(node: Node): string {
  if (node.nodeType === 3) return escaped(node.textContent ?? "");
  if (node.nodeType !== 1) return "";
  const element = node as unknown as Element;
  const name = [...elements].find((known) => known.toLowerCase() === element.tagName.toLowerCase());
  if (name === undefined) return "";
  const inner = [...node.childNodes].map(cleaned).join("");
  return `<${name}${attributesOf(element, [])}>${inner}</${name}>`;
}

function attributesOf(element: Element, except: readonly string[]): string {
  return [...element.attributes]
    .filter(({name, value}) => attributes.test(name) && !except.includes(name) && isInside(name, value))
    .map(({name, value}) => ` ${name}="${escaped(value)}"`)
    .join("");
}

/** References lead to parts of the drawing itself only. */
function isInside(name: string, value: string): boolean {
  if (name === "href") return value.startsWith("#");
  return !/url\(\s*(?!['"]?#)|javascript:|data:|\\|expression/i.test(value);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

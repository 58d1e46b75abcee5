import {textWidth} from "../../src/charts/textWidth.ts";

/**
 * Texts with a halo, so that they can be read on lines: Chromium prints outlined letters as a font of drawings, three
 * kilobytes for each letter. On paper a plain box in the halo's colour stands behind the text instead.
 */
export function printHalos(body: HTMLElement): void {
  for (const group of body.querySelectorAll('svg [paint-order="stroke"]')) {
    const colour = group.getAttribute("stroke") ?? "var(--paper)";
    for (const name of ["paint-order", "stroke", "stroke-width", "stroke-linejoin", "stroke-opacity"])
      group.removeAttribute(name);
    const texts = group.localName === "text" ? [group] : [...group.querySelectorAll("text")];
    for (const text of texts) text.before(ground(text, colour));
  }
}

function ground(text: Element, colour: string): Element {
  const font = Number(inherited(text, "font-size") ?? 14);
  const anchor = inherited(text, "text-anchor") ?? "start";
  const width = textWidth(text.textContent ?? "", font);
  const left = {start: 0, middle: width / 2, end: width}[anchor] ?? 0;
  const length = (name: string) => {
    const value = text.getAttribute(name) ?? "0";
    return (Number.parseFloat(value) || 0) * (value.endsWith("em") ? font : 1);
  };
  const box = text.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "rect");
  const sides = {
    x: length("x") + length("dx") - left - 1,
    y: length("y") + length("dy") - 0.72 * font,
    width: width + 2,
    height: 0.86 * font
  };
  for (const [name, value] of Object.entries(sides))
    box.setAttribute(name, String(Math.round(value * 10) / 10));
  box.setAttribute("fill", colour);
  const transform = text.getAttribute("transform");
  if (transform) box.setAttribute("transform", transform);
  return box;
}

/** An attribute of the element or of the nearest around it within its drawing. */
function inherited(element: Element, name: string): string | undefined {
  for (
    let near: Element | null = element;
    near;
    near = near.localName === "svg" ? null : near.parentElement
  ) {
    const value = near.getAttribute(name);
    if (value !== null) return value;
  }
  return undefined;
}

import {describeElement, elements, textOf} from "./describeElement.ts";

/** Pictures that say nothing to someone who can't see them. */
export function alternativeFaults(): string[] {
  const images = elements("img:not([alt])").map((image) => image.getAttribute("src") ?? "");
  const drawings = elements("svg").filter(
    (svg) => !svg.parentElement?.closest("svg") && !svg.closest("[aria-hidden=true]") && !hasName(svg)
  );
  return [...images, ...drawings.map(describeElement)].map(
    (what) => `has a picture without alternative text: ${what}`
  );
}

function hasName(svg: Element): boolean {
  if (svg.getAttribute("aria-label")?.trim()) return true;
  const ids = (svg.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const named = [...ids.map((id) => document.getElementById(id)), svg.querySelector(":scope > title")];
  return named.some((element) => element && textOf(element) !== "");
}

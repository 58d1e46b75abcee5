import {describeElement, elements} from "./describeElement.ts";

/** A page wider than the screen, with the first thing that sticks out. */
export function widthFaults(): string[] {
  const {clientWidth, scrollWidth} = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const widest = elements("body *").find(
    (element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !isClipped(element)
  );
  const what = widest ? `: ${describeElement(widest)}` : "";
  return [`scrolls sideways by ${scrollWidth - clientWidth} px on a screen ${clientWidth} px wide${what}`];
}

/** True inside a box that scrolls or cuts by itself. */
function isClipped(element: Element): boolean {
  const parent = element.parentElement;
  if (!parent || parent === document.body) return false;
  return getComputedStyle(parent).overflowX !== "visible" || isClipped(parent);
}

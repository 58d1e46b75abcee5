/** Where an element is, for a person: `<p> in #orders-by-day “Saturday …”`. */
export function describeElement(element: Element): string {
  const id = element.closest("[id]")?.id;
  const text = textOf(element).slice(0, 60);
  return `<${element.localName}>${id ? ` in #${id}` : ""}${text ? ` “${text}”` : ""}`;
}

/** An element's text with single blanks. */
export function textOf(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

export function elements(selector: string): Element[] {
  return [...document.querySelectorAll(selector)];
}

/** Attributes that name other elements by id, several of them in a list. */
const references = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-details", "aria-controls"];

/**
 * Puts the chapter's name before every id, and before every reference to one, so that two chapters with the same
 * heading or the same figure can stand in one document. Links to `#id` are left to `printLinks`.
 */
export function ownIds(body: HTMLElement, chapter: string): void {
  const own = new Map([...body.querySelectorAll("[id]")].map(({id}) => [id, `${chapter}--${id}`]));
  const renamed = (id: string) => own.get(id) ?? id;
  for (const element of body.querySelectorAll("*")) {
    for (const {name, value} of [...element.attributes]) {
      if (name === "id") element.setAttribute(name, renamed(value));
      else if (references.includes(name))
        element.setAttribute(name, value.split(/\s+/).map(renamed).join(" "));
      else if (value.includes("url(#")) element.setAttribute(name, ownUrls(value, renamed));
      else if (/^(xlink:)?href$/.test(name) && value.startsWith("#") && element.localName !== "a")
        element.setAttribute(name, `#${renamed(value.slice(1))}`);
    }
    if (element.localName === "style") element.textContent = ownStyle(element.textContent ?? "", own);
  }
}

function ownUrls(value: string, renamed: (id: string) => string): string {
  return value.replace(/url\(#([^)"']+)\)/g, (_, id: string) => `url(#${renamed(id)})`);
}

function ownStyle(css: string, own: ReadonlyMap<string, string>): string {
  return css.replace(/#([A-Za-z_][\w-]*)/g, (whole, id: string) => (own.has(id) ? `#${own.get(id)}` : whole));
}

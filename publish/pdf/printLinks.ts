/** Where each page of the report stands in the print: its chapter's id and all ids in it, by the page's path. */
export type LinkPlaces = ReadonlyMap<string, {readonly id: string; readonly ids: ReadonlySet<string>}>;

/**
 * Makes links fit for paper. A link to a page or a figure of the report becomes a link in the document and, when it
 * leads out of its chapter, tells the page it leads to; a link to the web stays; anything else, such as a download,
 * becomes plain text.
 */
export function printLinks(body: HTMLElement, path: string, places: LinkPlaces): void {
  for (const link of body.querySelectorAll("a")) {
    const href = link.getAttribute("href");
    const place = link.closest("svg") ? undefined : placeOf(href, path, places);
    if (place) pointTo(link, place, places.get(path)?.id ?? "");
    else if (!link.closest("svg") && href && /^(https:|mailto:)/i.test(href)) keepOnly(link, href);
    else link.replaceWith(...link.childNodes);
  }
}

/** Id in the print that a link of a page leads to; undefined when it leads out of the report. */
function placeOf(href: string | null, path: string, places: LinkPlaces): string | undefined {
  const base = `https://report.invalid/${path}`;
  if (!href || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  if (url.origin !== "https://report.invalid") return undefined;
  const page = decodeURI(url.pathname)
    .slice(1)
    .replace(/\.html$/, "");
  const place = places.get(page.endsWith("/") || page === "" ? `${page}index` : page);
  if (!place) return undefined;
  const id = `${place.id}--${decodeURIComponent(url.hash.slice(1))}`;
  return place.ids.has(id) ? id : place.id;
}

function pointTo(link: Element, id: string, chapter: string): void {
  keepOnly(link, `#${id}`);
  if (id === chapter || id.startsWith(`${chapter}--`)) return;
  const page = link.ownerDocument.createElement("span");
  page.setAttribute("class", "page-reference");
  const [before, after] = /^Figure \d+$/.test((link.textContent ?? "").trim())
    ? [", page ", ""]
    : [" (page ", ")"];
  page.append(before, pageNumberOf(link.ownerDocument, id), after);
  link.append(page);
}

/** A place for the number of the page on which `id` stands; the second printing fills it. */
export function pageNumberOf(document: Document, id: string): Element {
  const number = document.createElement("span");
  number.setAttribute("data-page-of", id);
  number.textContent = "00";
  return number;
}

function keepOnly(link: Element, href: string): void {
  for (const {name} of [...link.attributes])
    if (name !== "class" && name !== "id") link.removeAttribute(name);
  link.setAttribute("href", href);
}

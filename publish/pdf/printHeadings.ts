/**
 * Makes the first heading the chapter's only `h1` and lets no level be skipped below it, since bookmarks and
 * screen readers follow the levels. An `h1` of the page's title is added where there is none.
 * @returns the chapter's title
 */
export function printHeadings(body: HTMLElement, title: string): string {
  if (!body.querySelector("h1")) body.prepend(headingLike(body, undefined, 1, title));
  const first = body.querySelector("h1");
  let above = 1;
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (heading === first) continue;
    if (heading.textContent?.trim() === "") {
      heading.remove();
      continue;
    }
    const level = Math.min(Math.max(Number(heading.localName.slice(1)), 2), above + 1);
    if (heading.localName !== `h${level}`) heading.replaceWith(headingLike(body, heading, level));
    above = level;
  }
  return first?.textContent?.trim().replace(/\s+/g, " ") || title;
}

function headingLike(body: HTMLElement, model: Element | undefined, level: number, text = ""): Element {
  const heading = body.ownerDocument.createElement(`h${level}`);
  for (const {name, value} of model?.attributes ?? []) heading.setAttribute(name, value);
  if (model) heading.append(...model.childNodes);
  else heading.textContent = text;
  return heading;
}

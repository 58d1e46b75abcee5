import {pageNumberOf} from "./printLinks.ts";

/** The values behind a figure, printed at the end of the report instead of under the figure. */
export interface FigureTable {
  /** Id of the table in the print. */
  readonly id: string;
  /** Id of the figure it belongs to. */
  readonly figure: string;
  /** The figure's number and headline. */
  readonly title: string;
  readonly html: string;
  /** Narrow ones stand in two columns, wide ones on a landscape page. */
  readonly width: "narrow" | "page" | "wide";
}

/**
 * Makes figures fit for paper: the drawing is the one picture of its figure, can shrink to the page, and the folded
 * table leaves a page number behind. Other folded text is opened where it stands.
 * @returns the tables taken out, in order
 */
export function printFigures(body: HTMLElement): FigureTable[] {
  const tables = [...body.querySelectorAll("figure")].flatMap((figure) => {
    // The picture inside carries the text alternative; on the frame it would hide caption and source.
    for (const name of ["aria-label", "aria-labelledby", "aria-describedby"]) figure.removeAttribute(name);
    figure.setAttribute("role", "group");
    for (const svg of figure.querySelectorAll("svg")) makeScalable(svg);
    const tables = tableOf(figure);
    if (figure.querySelector("table:not(.short)")) figure.classList.add("long");
    return tables;
  });
  for (const details of body.querySelectorAll("details")) open(details);
  return tables;
}

function makeScalable(svg: SVGElement): void {
  const [width, height] = [svg.getAttribute("width"), svg.getAttribute("height")].map(Number);
  if (!svg.getAttribute("viewBox") && width && height) svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
}

function tableOf(figure: Element): FigureTable[] {
  const details = [...figure.querySelectorAll("details")].find((element) => element.querySelector("table"));
  const table = details?.querySelector("table");
  if (!details || !table || !figure.id) return [];
  const id = `${figure.id}--values`;
  const title = figureTitle(figure);
  details.replaceWith(valuesNote(figure.ownerDocument, id));
  const html = [table, ...details.querySelectorAll(".figure-note")]
    .map(({outerHTML}) => outerHTML)
    .join("\n");
  return [{id, figure: figure.id, title, html, width: widthOf(table)}];
}

/** `Figure 3. Produce leads`, of the caption's number and headline. */
function figureTitle(figure: Element): string {
  const title = figure.querySelector(".figure-title") ?? figure.querySelector("figcaption");
  const number = title?.querySelector(".figure-number");
  const words = (element: Element | null | undefined) =>
    (element?.textContent ?? "").trim().replace(/\s+/g, " ");
  const headline = words(title);
  return number ? `${words(number)}. ${headline.slice(words(number).length).trim()}` : headline;
}

function valuesNote(document: Document, id: string): Element {
  const link = document.createElement("a");
  link.setAttribute("href", `#${id}`);
  link.append("Values: page ", pageNumberOf(document, id));
  const note = document.createElement("p");
  note.setAttribute("class", "figure-values");
  note.append(link);
  return note;
}

function widthOf(table: Element): FigureTable["width"] {
  if (table.classList.contains("wide")) return "wide";
  return table.classList.contains("narrow") ? "narrow" : "page";
}

function open(details: Element): void {
  const summary = details.querySelector("summary");
  const box = details.ownerDocument.createElement("div");
  box.setAttribute("class", "opened");
  if (summary) {
    const title = details.ownerDocument.createElement("p");
    title.setAttribute("class", "opened-title");
    title.append(...summary.childNodes);
    box.append(title);
    summary.remove();
  }
  box.append(...details.childNodes);
  details.replaceWith(box);
}

import type {Publication} from "../../src/pages/publication.ts";

/**
 * A publication whose drawings are replaced by empty ones. Framework parses a page with jsdom again and again,
 * and most of a page is drawings, in which there is nothing for it to do: without them it takes half the time,
 * and its search index holds no axis labels.
 */
export interface BarePublication {
  readonly publication: Publication;
  /** By number: `<svg data-drawing="3"></svg>` stands for the fourth. */
  readonly drawings: readonly string[];
}

/** A drawing of ours, with no other inside. */
const drawing = /<svg class="chart-svg"(?:(?!<svg)[\s\S])*?<\/svg>/g;

/** Takes the drawings out of all pages. */
export function takeOutDrawings(publication: Publication): BarePublication {
  const drawings: string[] = [];
  const pages = publication.pages.map((page) => {
    const markdown = page.markdown.replace(drawing, (svg) => standIn(drawings.push(svg) - 1));
    return {...page, markdown};
  });
  return {publication: {...publication, pages}, drawings};
}

/** Puts the drawings of a page back. */
export function putBackDrawings(html: string, drawings: readonly string[]): string {
  return html.replace(
    /<svg data-drawing="(\d+)"><\/svg>/g,
    (bare, number) => drawings[Number(number)] ?? bare
  );
}

function standIn(number: number): string {
  return `<svg data-drawing="${number}"></svg>`;
}

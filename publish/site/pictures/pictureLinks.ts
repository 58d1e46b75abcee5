import {escapeHtml} from "../../../src/charts/escapeText.ts";
import {fileSize} from "../../../src/figures/format.ts";
import type {PictureFile} from "./pictureFiles.ts";

/** Adds links to each figure's pictures to the links under it. @param up from the page to the top of the site */
export function withPictureLinks(html: string, pictures: readonly PictureFile[], up: string): string {
  return html.replace(figures, (figure, id: string) => {
    const number = /<span class="figure-number">([^<]*)</.exec(figure)?.[1] ?? "Figure";
    const links = pictures
      .filter((picture) => picture.figure === id)
      .map(
        (picture) =>
          ` <a href="${escapeHtml(`${up}${picture.path}`)}" download>${linkWords(number, picture)}</a>`
      );
    return figure.replace(linksUnder, (_, begin: string) => `${begin}${links.join("")}</p>`);
  });
}

const figures = /<figure class="figure[^"]*" id="([^"]*)"[\s\S]*?<\/figure>/g;
const linksUnder = /(<p class="figure-links[^>]*>[\s\S]*?)<\/p>/;

/** `Figure 3 as PNG (48 kB)` */
function linkWords(number: string, {kind, content}: PictureFile): string {
  return `${number} as ${kind} (${fileSize(Buffer.byteLength(content))})`;
}

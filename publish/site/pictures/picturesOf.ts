import type {Publication} from "../../../src/pages/publication.ts";
import type {Picture} from "./figurePicture.ts";
import {figurePicture} from "./figurePicture.ts";
import type {Colours} from "./lightColours.ts";

/** Every figure of a publication as a picture, in reading order. */
export function picturesOf({pages}: Publication, colours: Colours): Picture[] {
  return pages.flatMap(({markdown, figures}) =>
    [...markdown.matchAll(/<figure class="figure[^"]*" id="([^"]*)"[\s\S]*?<\/figure>/g)]
      .filter(([, id = ""]) => figures.includes(id))
      .map(([figure]) => figurePicture(figure, colours))
  );
}

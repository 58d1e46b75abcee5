import type {Picture} from "./figurePicture.ts";

/** A picture of a figure beside the pages, at an address that stays: `data/orders-by-hour.svg`. */
export interface PictureFile {
  readonly figure: string;
  readonly path: string;
  readonly kind: "SVG" | "PNG";
  readonly content: string | Uint8Array;
}

/** Each figure as SVG, and as PNG where one was drawn. */
export function pictureFiles(
  pictures: readonly Picture[],
  pngs: ReadonlyMap<string, Uint8Array>
): PictureFile[] {
  return pictures.flatMap(({id, svg}): PictureFile[] => {
    const png = pngs.get(id);
    return [
      {figure: id, path: `data/${id}.svg`, kind: "SVG", content: svg},
      ...(png ? [{figure: id, path: `data/${id}.png`, kind: "PNG" as const, content: png}] : [])
    ];
  });
}

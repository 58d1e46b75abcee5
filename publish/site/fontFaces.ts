import {readFileSync} from "node:fs";
import {join} from "node:path";

/** A static web font of the site. */
export interface FontFace {
  /** `source-sans-3-latin-400-normal.woff2` */
  readonly file: string;
  /** Absolute path of the file in node_modules. */
  readonly source: string;
  /** Its `@font-face` rule but for `src`. */
  readonly descriptors: string;
}

/** What the style sheets ask for: text, emphasis, strong text, headings. Bolder than 600 is drawn with 600. */
const sheets = [
  ["source-sans-3", "400"],
  ["source-sans-3", "400-italic"],
  ["source-sans-3", "600"],
  ["source-serif-4", "600"]
] as const;

/**
 * Both faces in static weights, in Latin and Latin Extended or in the alphabets asked for. The ranges come from the
 * package's own style sheets, so that a browser loads only the files whose letters a page has.
 */
export function fontFaces(root: string, alphabets: readonly string[] = ["latin", "latin-ext"]): FontFace[] {
  return sheets.flatMap(([family, sheet]) => {
    const folder = join(root, "node_modules/@fontsource", family);
    return facesIn(readFileSync(join(folder, `${sheet}.css`), "utf8"), folder, alphabets);
  });
}

/** The faces as CSS. @param href address of a font's file, relative to the style sheet */
export function fontSheet(faces: readonly FontFace[], href: (file: string) => string): string {
  return faces
    .map(({file, descriptors}) => `@font-face{${descriptors}src:url("${href(file)}") format("woff2")}\n`)
    .join("");
}

function facesIn(sheet: string, folder: string, alphabets: readonly string[]): FontFace[] {
  const named = new RegExp(`files/([\\w-]+-(?:${alphabets.join("|")})-\\d[\\w-]*\\.woff2)`);
  return [...sheet.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, body = ""]) => {
    const file = named.exec(body)?.[1];
    if (!file) return [];
    const descriptors = body
      .replace(/src:[^;]*;/, "")
      .replace(/\s+/g, " ")
      .trim();
    return [{file, source: join(folder, "files", file), descriptors}];
  });
}

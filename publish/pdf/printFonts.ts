import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {FontFace} from "../site/fontFaces.ts";
import {fontFaces, fontSheet} from "../site/fontFaces.ts";
import {projectRoot} from "../site/projectRoot.ts";
import {fontGlyphs} from "./fontGlyphs.ts";

/** Fonts of a print, and what they can't write. */
export interface PrintFonts {
  /** `@font-face` rules that hold the fonts themselves. */
  readonly css: string;
  readonly missing: ReadonlySet<string>;
}

/** All alphabets that the two faces know. */
const alphabets = ["latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext"];

/** Signs that neither face has: ≤, →, □. The family is named last in print.css. */
const signs: FontFace = {
  file: "noto-sans-math-latin-400-normal.woff2",
  source: join(
    projectRoot(),
    "node_modules/@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2"
  ),
  descriptors: "font-family:'Noto Sans Math';font-style:normal;font-weight:400;"
};

/** The fonts that these letters need, and the letters that none of them has. */
export function printFonts(letters: ReadonlySet<string>): PrintFonts {
  const faces = [...fontFaces(projectRoot(), alphabets), signs];
  const glyphs = new Map(faces.map((face) => [face, fontGlyphs(face.source)]));
  const has = (face: FontFace, letter: string) => glyphs.get(face)?.has(letter.codePointAt(0)!) ?? false;
  const text = faces.filter(({file}) => file.startsWith("source-sans") && file.endsWith("400-normal.woff2"));
  const needed = faces.filter((face) =>
    /-latin-\d/.test(face.file) && face !== signs
      ? true
      : [...letters].some((letter) => has(face, letter) && !isPlain(letter))
  );
  const missing = [...letters].filter(
    (letter) => !/\s|\p{Cc}/u.test(letter) && ![...text, signs].some((face) => has(face, letter))
  );
  const sources = new Map(needed.map(({file, source}) => [file, source]));
  const href = (file: string) =>
    `data:font/woff2;base64,${readFileSync(sources.get(file) ?? file, "base64")}`;
  return {css: fontSheet(needed, href), missing: new Set(missing)};
}

function isPlain(letter: string): boolean {
  return letter.codePointAt(0)! < 0x100;
}

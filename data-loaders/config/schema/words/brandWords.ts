import type {KeyWords} from "../described.ts";

/** What the editor and docs/reference.md say about `config/brand.yaml`. */
export const BRAND_WORDS: KeyWords = {
  keys: {
    name: [
      "Stands over the menu of every page; by default the organisation of report.yaml.",
      "name: A grocer"
    ],
    logo: ["An SVG or PNG beside this file; scripts and references in it are taken out.", "logo: logo.svg"],
    accent: [
      "The one colour for what matters; text in it has to be readable on the light ground (4.5:1).",
      'accent: "#0b5fa5"'
    ],
    accent_dark: [
      "The same for readers with a dark screen; by default the nearest lighter shade that is readable there.",
      'accent_dark: "#6db3f2"'
    ],
    headings: [
      "The face of titles: Source Serif 4, Source Sans 3, or a web font beside this file.",
      "headings: Source Serif 4"
    ]
  },
  values: {}
};

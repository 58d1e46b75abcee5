import {join, resolve} from "node:path";
import {build} from "esbuild";
import type {Brand} from "../../data-loaders/config/brand.ts";
import {brandSheet} from "./brandSheet.ts";
import type {FontFace} from "./fontFaces.ts";
import {fontFaces} from "./fontFaces.ts";

/** Of the brand's own face of headings. */
export const headingsFile = "headings.woff2";

/** The look of the site and what its pages do on hover, touch and search: the same files for every report. */
export interface ThemeFiles {
  /** One style sheet, without fonts. */
  readonly css: string;
  /** One classic script, so that it also runs from the file system. */
  readonly script: string;
  readonly icon: string;
  readonly fonts: readonly FontFace[];
}

const browsers = ["chrome111", "firefox113", "safari16.4"];

/** Bundles `src/theme/site.css` and the client script, in the colours and faces of a brand. @throws Error with esbuild's messages when one is wrong */
export async function themeFiles(root: string, brand: Brand = {}): Promise<ThemeFiles> {
  const options = {
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    target: browsers,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent"
  } as const;
  const [css, script] = await Promise.all([
    build({...options, entryPoints: ["src/theme/site.css"], outdir: join(root, "theme")}),
    build({
      ...options,
      entryPoints: ["publish/site/client/report.js"],
      format: "iife",
      outdir: join(root, "theme")
    })
  ]);
  return {
    css: `${css.outputFiles[0]?.text ?? ""}${brandSheet(brand)}`,
    script: script.outputFiles[0]?.text ?? "",
    icon: brand.accent ? icon.replaceAll(ownAccent, brand.accent.light) : icon,
    fonts: brandFaces(fontFaces(root), brand)
  };
}

/** Without the serif where nothing is set in it; with the brand's own face of headings. */
function brandFaces(faces: readonly FontFace[], {headings}: Brand): FontFace[] {
  if (!headings || headings.name === "Source Serif 4") return [...faces];
  const sans = faces.filter(({file}) => !file.startsWith("source-serif-4"));
  if (headings.kind === "shipped") return sans;
  const descriptors = `font-family:"${headings.name}";font-style:normal;font-weight:600;font-display:swap;`;
  return [...sans, {file: headingsFile, source: resolve(headings.path), descriptors}];
}

const ownAccent = "#0b5fa5";

/** Three bars of different length and a dot: a chart and a place on a map. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5fa5"/><g fill="#fdfcfa"><rect x="7" y="8" width="11" height="4" rx="1"/><rect x="7" y="14" width="17" height="4" rx="1"/><rect x="7" y="20" width="7" height="4" rx="1"/><circle cx="23" cy="10" r="3"/></g></svg>
`;

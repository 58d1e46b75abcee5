import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join, posix} from "node:path";
import type {Logo} from "../../data-loaders/config/brand.ts";
import type {Publication} from "../../src/pages/publication.ts";
import {putBackDrawings} from "./drawings.ts";
import {finishPage} from "./finishPage.ts";
import {fontSheet} from "./fontFaces.ts";
import type {FrameLinks, PdfLink} from "./pageFrame.ts";
import type {PictureFile} from "./pictures/pictureFiles.ts";
import {withPictureLinks} from "./pictures/pictureLinks.ts";
import {siteModel} from "./siteModel.ts";
import {upFrom} from "./sitePaths.ts";
import type {FileTree} from "./sourceTree.ts";
import {headingsFile} from "./themeFiles.ts";
import type {ThemeFiles} from "./themeFiles.ts";
import {filesIn} from "./writeTree.ts";

/** What the site is made of besides Framework's output. */
export interface SiteParts {
  readonly publication: Publication;
  readonly theme: ThemeFiles;
  /** Taken out of the pages before Framework saw them. */
  readonly drawings: readonly string[];
  readonly pictures: readonly PictureFile[];
  readonly pdfs: readonly PdfLink[];
}

/**
 * The site to publish, from Framework's output in `rendered`: every page with its drawings and its frame, the
 * theme under names that change with its content, downloads at stable addresses, and of Framework's own files
 * those a page needs.
 */
export function finishedSite(
  {publication, theme, drawings, pictures, pdfs}: SiteParts,
  rendered: string
): FileTree {
  const files = new Map<string, string | Uint8Array>(pictures.map(({path, content}) => [path, content]));
  for (const {path, content} of publication.downloads) files.set(path, content);
  const links = addTheme(files, theme, publication.settings.brand?.logo);
  const site = siteModel(publication);
  const downloads = new Set(files.keys());
  const output = filesIn(rendered);
  const search = output.find((path) => /^_observablehq\/search\.[0-9a-f]+\.js$/.test(path));
  if (!search) throw new Error("Framework made no search module");
  for (const {path} of publication.pages) {
    const bare = readFileSync(join(rendered, `${path}.html`), "utf8");
    const html = withPictureLinks(putBackDrawings(bare, drawings), pictures, upFrom(path));
    files.set(`${path}.html`, finishPage(html, {site, path, links, search, pdfs, downloads}));
  }
  const pages = [...files].flatMap(([path, content]) => (path.endsWith(".html") ? [String(content)] : []));
  for (const path of output.filter((path) => isNeeded(path, search, pages)))
    files.set(path, readFileSync(join(rendered, path)));
  return files;
}

/** Search is loaded when it is wanted; everything else only by a page with code cells, which imports it. */
function isNeeded(path: string, search: string, pages: readonly string[]): boolean {
  if (path.endsWith(".html")) return false;
  if (path === search || /^_observablehq\/minisearch\./.test(path)) return true;
  if (path.startsWith("_file/")) return pages.some((html) => html.includes(encodeURI(path)));
  return pages.some((html) => /_observablehq\/client\.[0-9a-f]+\.js/.test(html));
}

/** Adds fonts, style sheet, script and icon under `assets/`. @returns where they are */
function addTheme(
  files: Map<string, string | Uint8Array>,
  theme: ThemeFiles,
  logo: Logo | undefined
): FrameLinks {
  const addresses = new Map<string, string>();
  for (const {file, source} of theme.fonts)
    addresses.set(file, addHashed(files, `assets/fonts/${file}`, readFileSync(source)));
  const sheet = fontSheet(theme.fonts, (file) => posix.relative("assets", addresses.get(file) ?? ""));
  return {
    icon: addHashed(files, "assets/icon.svg", theme.icon),
    stylesheets: [addHashed(files, "assets/site.css", `${sheet}${theme.css}`)],
    fonts: firstFonts.flatMap((file) => addresses.get(file) ?? []),
    script: addHashed(files, "assets/report.js", theme.script),
    ...(logo && {logo: addHashed(files, `assets/logo.${logo.kind}`, logo.content)})
  };
}

/** What the first screen of every page is set in. */
const firstFonts = [
  "source-sans-3-latin-400-normal.woff2",
  "source-sans-3-latin-600-normal.woff2",
  "source-serif-4-latin-600-normal.woff2",
  headingsFile
];

/** `assets/site.css` as `assets/site.1a2b3c4d.css`, so that a host may let browsers keep it for ever. */
function addHashed(
  files: Map<string, string | Uint8Array>,
  path: string,
  content: string | Uint8Array
): string {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const extension = posix.extname(path);
  const address = `${path.slice(0, -extension.length)}.${hash}${extension}`;
  files.set(address, content);
  return address;
}

import {join, relative} from "node:path";
import type {Publication} from "../../src/pages/publication.ts";
import type {FontFace} from "./fontFaces.ts";
import {configFile, configName} from "./configFile.ts";
import {takeOutDrawings} from "./drawings.ts";
import {finishedSite} from "./finishedSite.ts";
import type {PdfLink} from "./pageFrame.ts";
import type {Picture} from "./pictures/figurePicture.ts";
import {lightColours} from "./pictures/lightColours.ts";
import {pictureFiles} from "./pictures/pictureFiles.ts";
import {picturesOf} from "./pictures/picturesOf.ts";
import {projectRoot} from "./projectRoot.ts";
import {renderPages} from "./renderPages.ts";
import {sourceTree} from "./sourceTree.ts";
import type {ThemeFiles} from "./themeFiles.ts";
import {themeFiles} from "./themeFiles.ts";
import {filesIn, fixTimes, writeTree} from "./writeTree.ts";

export interface BuildSiteOptions {
  /** Folder for the site: absent or empty. */
  readonly out: string;
  /** Scratch folder inside the project, kept between builds: `.cache/site`. */
  readonly workFolder: string;
  /** PDFs that the caller puts beside the pages, which every page then links to. */
  readonly pdfs?: readonly PdfLink[];
  /** Draws PNGs of the figures, while the pages are rendered; absent: there are SVGs only. */
  readonly pngs?: (
    pictures: readonly Picture[],
    fonts: readonly FontFace[]
  ) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** Told what was done, a line at a time. */
  readonly onLine?: (text: string) => void;
}

/**
 * Writes a publication as a static site that needs no server and no network: the same publication gives the same
 * bytes. Nothing is written to `out` before every page is rendered.
 * @throws UserError when a page names a file that does not exist
 */
export async function buildSite(publication: Publication, options: BuildSiteOptions): Promise<void> {
  const {out, workFolder, pdfs = [], onLine = () => {}} = options;
  if (filesIn(out).length > 0) throw new Error(`the folder for the site is not empty: ${out}`);
  const root = projectRoot();
  if (relative(root, workFolder).startsWith("..")) throw new Error(`not inside the project: ${workFolder}`);
  const theme = await themeFiles(root, publication.settings.brand);
  const {publication: bare, drawings} = takeOutDrawings(publication);
  await writeSources(root, workFolder, bare, theme);
  const pictures = picturesOf(publication, lightColours(theme.css));
  const [pngs] = await Promise.all([options.pngs?.(pictures, theme.fonts), renderPages(root, workFolder)]);
  onLine(`${publication.pages.length} pages rendered`);
  const files = pictureFiles(pictures, pngs ?? new Map());
  const site = finishedSite(
    {publication, theme, drawings, pictures: files, pdfs},
    join(workFolder, "output")
  );
  writeTree(out, site);
  onLine(`${site.size} files of the site written`);
}

async function writeSources(
  root: string,
  folder: string,
  publication: Publication,
  theme: ThemeFiles
): Promise<void> {
  const tree = new Map(sourceTree(publication, theme));
  tree.set(configName, await configFile(root, tree));
  writeTree(folder, tree, ["output", "source/.observablehq"]);
  fixTimes(folder, tree);
}

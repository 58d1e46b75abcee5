import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";
import type {Browser} from "puppeteer";
import {readSections, writeSections} from "../../../data-loaders/baskets/sectionFile.ts";
import {browserPatience} from "../../pdf/browserPatience.ts";
import {closeBrowser} from "../../pdf/closeBrowser.ts";
import {watched} from "../../pdf/watched.ts";
import type {FontFace} from "../fontFaces.ts";
import {fontSheet} from "../fontFaces.ts";
import {projectRoot} from "../projectRoot.ts";
import type {DrawnPixels} from "./browser/drawPixels.ts";
import type {Picture} from "./figurePicture.ts";
import {pngFile} from "./pngFile.ts";

/** Twice the size of the drawing: sharp on a slide. */
const scale = 2;

export interface PngOptions {
  /** Starts a browser, which is closed when all is drawn. */
  readonly launch: () => Promise<Browser>;
  readonly fonts: readonly FontFace[];
  /** Pictures that were drawn before are kept here; others are removed. */
  readonly cacheFolder: string;
}

/** Each picture as a PNG, by the figure's id. A browser is started only when there is something new to draw. */
export async function drawPngs(
  pictures: readonly Picture[],
  {launch, fonts, cacheFolder}: PngOptions
): Promise<ReadonlyMap<string, Uint8Array>> {
  mkdirSync(cacheFolder, {recursive: true});
  const sources = new Map(fonts.map(({file, source}) => [file, source]));
  const drawn = fonts.filter(({file}) => isDrawn(file));
  const faces = fontSheet(drawn, (file) => dataAddress(sources.get(file)!));
  const script = await drawingScript();
  const named = pictures.map(({id, svg}) => ({id, svg, hash: hashOf(svg, faces, script)}));
  const drawnBefore = new Map(named.map(({hash}) => [hash, keptPng(cacheFolder, hash)]));
  const missing = named.filter(({hash}) => !drawnBefore.get(hash));
  const drawnNow =
    missing.length > 0
      ? await drawMissing(missing, {faces, script, cacheFolder}, launch)
      : new Map<string, Buffer>();
  const kept = new Set(named.map(({hash}) => fileOf(hash)));
  for (const file of readdirSync(cacheFolder))
    if (!kept.has(file)) rmSync(join(cacheFolder, file), {recursive: true});
  return new Map(named.map(({id, hash}) => [id, drawnBefore.get(hash) ?? drawnNow.get(hash)!]));
}

const fileOf = (hash: string): string => `${hash}.picture`;

/** Undefined where it is not there or not as it was written. */
function keptPng(cacheFolder: string, hash: string): Buffer | undefined {
  const kept = readSections(join(cacheFolder, fileOf(hash)), hash, (file) => file.read("png"));
  return kept && Buffer.from(new Uint8Array(kept));
}

interface Drawing {
  readonly faces: string;
  readonly script: string;
  readonly cacheFolder: string;
}

async function drawMissing(
  pictures: readonly {readonly svg: string; readonly hash: string}[],
  {faces, script, cacheFolder}: Drawing,
  launch: () => Promise<Browser>
): Promise<Map<string, Buffer>> {
  const browser = await launch();
  const work = {file: "PNGs of the figures", doing: "drawing", within: 3 * browserPatience()};
  try {
    return await watched(browser, work, async (open) => {
      const drawn = new Map<string, Buffer>();
      const page = await open();
      await page.evaluate(script);
      for (const {svg, hash} of pictures) {
        const call = `drawing.drawPixels(${JSON.stringify(svg)}, ${JSON.stringify(faces)}, ${scale})`;
        const png = Buffer.from(pngFile((await page.evaluate(call)) as DrawnPixels));
        writeSections(join(cacheFolder, fileOf(hash)), hash, {}, [{name: "png", array: png}]);
        drawn.set(hash, png);
      }
      return drawn;
    });
  } finally {
    await closeBrowser(browser);
  }
}

/** Figures are set in the upright sans. */
const isDrawn = (file: string): boolean => !/italic|serif/.test(file);

function dataAddress(source: string): string {
  return `data:font/woff2;base64,${readFileSync(source).toString("base64")}`;
}

async function drawingScript(): Promise<string> {
  const {outputFiles} = await build({
    absWorkingDir: projectRoot(),
    entryPoints: ["publish/site/pictures/browser/drawPixels.ts"],
    write: false,
    bundle: true,
    format: "iife",
    globalName: "drawing",
    logLevel: "silent"
  });
  return `${outputFiles[0]?.text ?? ""};globalThis.drawing = drawing;`;
}

function hashOf(...texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\u0000")).digest("hex").slice(0, 32);
}

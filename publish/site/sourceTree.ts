import {readFileSync} from "node:fs";
import type {Publication, PublishedPage} from "../../src/pages/publication.ts";
import {fontSheet} from "./fontFaces.ts";
import {isInside} from "./sitePaths.ts";
import {siteModel} from "./siteModel.ts";
import type {ThemeFiles} from "./themeFiles.ts";

/** Files of a folder by their path in it, with `/`. */
export type FileTree = ReadonlyMap<string, string | Uint8Array>;

/**
 * What Framework reads: pages as Markdown with front matter, downloads, the theme, and `site.json` beside them
 * for the frame of every page.
 * @throws Error when a path would leave the folder: the pages' maker lets no such id pass
 */
export function sourceTree(publication: Publication, theme: ThemeFiles): FileTree {
  const tree = new Map<string, string | Uint8Array>();
  const add = (path: string, content: string | Uint8Array) => {
    if (!isInside(path) || tree.has(path)) throw new Error(`not a usable path, or used twice: ${path}`);
    tree.set(path, content);
  };
  for (const page of publication.pages) add(`source/${page.path}.md`, pageSource(page));
  for (const {path, content} of publication.downloads) add(`source/${path}`, content);
  add("source/theme/site.css", theme.css);
  add("source/theme/report.js", theme.script);
  add(
    "source/theme/fonts.css",
    fontSheet(theme.fonts, (file) => `fonts/${file}`)
  );
  for (const {file, source} of theme.fonts) add(`source/theme/fonts/${file}`, readFileSync(source));
  const logo = publication.settings.brand?.logo;
  if (logo) add(`source/theme/logo.${logo.kind}`, logo.content);
  add("source/favicon.svg", theme.icon);
  add("site.json", `${JSON.stringify(siteModel(publication), null, 1)}\n`);
  return tree;
}

function pageSource({path, title, markdown}: PublishedPage): string {
  if (!/^[\w-]+(\/[\w-]+)*$/.test(path)) throw new Error(`not a usable page path: ${path}`);
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${markdown.trim()}\n`;
}

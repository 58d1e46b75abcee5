import {readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {offlineFetch} from "./offlineFetch.ts";
import {pageFooter, pageHead, pageHeader} from "./pageFrame.ts";
import {projectRoot} from "./projectRoot.ts";
import type {SiteModel} from "./siteModel.ts";
import type {MarkdownRenderer} from "./tableMarkup.ts";
import {withTableMarkup} from "./tableMarkup.ts";

/** The page a fragment is made for, as Framework tells it: `/profiles/pet-owner`. */
interface FragmentRequest {
  readonly path: string;
}

/** A page of the search index besides those Framework finds. */
interface SearchResult {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** The options of Framework that we set; it ships no types. */
export interface FrameworkConfig {
  readonly root: string;
  readonly output: string;
  readonly title: string;
  readonly pages: readonly {readonly name: string; readonly path: string}[];
  readonly style: string | null;
  readonly head: ((page: FragmentRequest) => string) | null;
  readonly header: ((page: FragmentRequest) => string) | null;
  readonly footer: ((page: FragmentRequest) => string) | null;
  readonly sidebar: boolean;
  readonly toc: boolean;
  readonly pager: boolean;
  readonly search: {readonly index: () => Iterable<SearchResult>};
  readonly linkify: boolean;
  readonly markdownIt: (markdown: MarkdownRenderer) => MarkdownRenderer;
  readonly globalStylesheets: readonly string[];
  readonly preserveExtension: boolean;
  readonly preserveIndex: boolean;
}

/**
 * Framework's configuration for the source tree in `folder` (relative to the project, or absolute), which
 * `buildSite` or `startPreview` wrote there. The process loses its network: see `offlineFetch`.
 *
 * In a build Framework draws the body only: it parses a page's head, header and footer with jsdom three times
 * each, half of the build's time, so `finishPage` adds the same fragments afterwards. In a preview it draws all.
 */
export function siteConfig(folder: string, preview: boolean): FrameworkConfig {
  const root = projectRoot();
  globalThis.fetch = offlineFetch(root);
  const here = relative(root, folder) || ".";
  const site = JSON.parse(readFileSync(join(folder, "site.json"), "utf8")) as SiteModel;
  return {
    root: join(here, "source"),
    output: join(here, "output"),
    title: site.title,
    pages: site.pages.map(({path, title}) => ({name: title, path: `/${path}`})),
    style: preview ? "theme/site.css" : null,
    head: preview ? () => pageHead(previewLinks) : null,
    header: preview
      ? ({path}) =>
          pageHeader(site, path.slice(1), {
            search: "/_observablehq/search.js",
            logo: site.logo && `/theme/logo.${site.logo.kind}`
          })
      : null,
    footer: preview ? ({path}) => pageFooter(site, path.slice(1)) : null,
    sidebar: false,
    toc: false,
    pager: false,
    search: {index: () => figureResults(site)},
    linkify: false,
    markdownIt: withTableMarkup,
    globalStylesheets: [],
    preserveExtension: true,
    preserveIndex: true
  };
}

/** Figures are found by their titles, and lead to their places on the page. */
function figureResults({figures}: SiteModel): SearchResult[] {
  return figures.map(({page, id, title}) => ({path: `/${page}.html#${id}`, title, text: ""}));
}

const previewLinks = {
  icon: "/favicon.svg",
  stylesheets: ["/theme/fonts.css"],
  fonts: [],
  script: "/theme/report.js"
};

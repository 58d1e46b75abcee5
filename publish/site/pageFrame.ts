import type {SiteModel, SitePage} from "./siteModel.ts";
import {escapeHtml} from "../../src/charts/escapeText.ts";
import {longDate} from "../../src/figures/longDate.ts";
import {pageLink} from "./sitePaths.ts";
import {archiveLinks, editionNote, versionSwitcher} from "./versionFrame.ts";

/** Where the frame's files lie, relative to the page it is made for. */
export interface FrameLinks {
  readonly icon: string;
  readonly stylesheets: readonly string[];
  /** Fonts wanted at once, so that text does not jump when they arrive. */
  readonly fonts: readonly string[];
  readonly script: string;
  /** The brand's logo, where it has one. */
  readonly logo?: string;
}

/** What goes into `<head>` beside title and encoding. */
export function pageHead({icon, stylesheets, fonts, script}: FrameLinks): string {
  return [
    `<meta name="color-scheme" content="light dark">`,
    `<link rel="icon" href="${icon}" type="image/svg+xml">`,
    ...fonts.map((href) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`),
    ...stylesheets.map((href) => `<link rel="stylesheet" href="${href}">`),
    `<script src="${script}" defer></script>`
  ].join("\n");
}

/** What the header links to besides pages, relative to the page it is made for. */
export interface HeaderLinks {
  readonly search: string;
  readonly logo?: string | undefined;
  /** The report on paper, where it was printed. */
  readonly pdfs?: readonly PdfLink[];
}

/** A PDF beside the pages. */
export interface PdfLink {
  readonly href: string;
  /** What it is, with type and size: `The report (PDF, 60 pages, 540 kB)`. */
  readonly label: string;
}

/**
 * Skip link, report title, version and navigation. The menu of small screens is a popover, which needs no
 * script; on wide screens the same list stands open on the left.
 */
export function pageHeader(site: SiteModel, path: string, {search, logo, pdfs = []}: HeaderLinks): string {
  return `<a class="skip-link" href="#observablehq-main">Skip to the page</a>
${editionNote(site, path)}<div class="masthead">
${logoPicture(site, logo)}<p class="report-title"><a href="${pageLink(path, "index")}">${escapeHtml(site.title)}</a></p>
<p class="report-version"><span class="report-organisation">${escapeHtml(site.name)}<br></span>Version ${escapeHtml(site.version)}, ${longDate(site.date)}</p>
<button class="menu-button" type="button" popovertarget="observablehq-sidebar">Contents</button>
</div>
<nav id="observablehq-sidebar" class="report-nav" popover aria-label="Report">
<button class="menu-button close-button" type="button" popovertarget="observablehq-sidebar" popovertargetaction="hide">Close</button>
<div id="observablehq-search" class="search" role="search" data-module="${escapeHtml(search)}"><input type="search" placeholder="Search the report" aria-label="Search the report" autocomplete="off" spellcheck="false"></div>
<div id="observablehq-search-results" class="search-results" role="status" aria-label="Search results"></div>
<div class="nav-groups">
${navGroups(site.pages)
  .map((group) => navGroup(group, path))
  .join("\n")}
${pdfs.map(({href, label}) => `<p class="nav-pdf"><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></p>\n`).join("")}${versionSwitcher(site, path)}</div>
</nav>`;
}

/** As high as three lines of text at most; its name stands beside it, so it needs none of its own. */
function logoPicture({logo}: SiteModel, address: string | undefined): string {
  if (!logo || address === undefined) return "";
  return `<img class="report-logo" src="${escapeHtml(address)}" alt="" width="${Math.round(logo.width)}" height="${Math.round(logo.height)}">\n`;
}

/** Previous and next page, and how to cite the report. */
export function pageFooter(site: SiteModel, path: string): string {
  const at = site.pages.findIndex((page) => page.path === path);
  const previous = at > 0 ? site.pages[at - 1] : undefined;
  const next = at >= 0 ? site.pages[at + 1] : undefined;
  return `<nav class="pager" aria-label="Previous and next page">
${pagerLink("prev", "Previous", path, previous)}${pagerLink("next", "Next", path, next)}</nav>
<p class="citation">Cite as: ${escapeHtml(site.organisation)} (${escapeHtml(site.date.slice(0, 4))}). “${escapeHtml(site.title)}”: ${escapeHtml(lowerFirst(site.subtitle))}. Version ${escapeHtml(site.version)}, ${longDate(site.date)}.</p>
<p class="citation">Data: ${escapeHtml(site.data.citation)}. ${escapeHtml(site.data.notice)}</p>${archiveLinks(site, path)}`;
}

interface NavGroup {
  readonly name: string;
  readonly pages: readonly SitePage[];
}

/** Groups in the order of their first page; pages in reading order. */
function navGroups(pages: readonly SitePage[]): NavGroup[] {
  const names = [...new Set(pages.map(({group}) => group))];
  return names.map((name) => ({name, pages: pages.filter(({group}) => group === name)}));
}

function navGroup({name, pages}: NavGroup, path: string): string {
  const items = pages.map((page) => {
    const current = page.path === path ? ` aria-current="page"` : "";
    return `<li><a href="${pageLink(path, page.path)}"${current}>${escapeHtml(page.title)}</a></li>`;
  });
  const heading = name === "" ? "" : `<p class="nav-heading">${escapeHtml(name)}</p>\n`;
  return `<div class="nav-group">${heading}<ul>\n${items.join("\n")}\n</ul></div>`;
}

function pagerLink(rel: "prev" | "next", label: string, path: string, page: SitePage | undefined): string {
  if (!page) return "";
  return `<a rel="${rel}" href="${pageLink(path, page.path)}"><span class="pager-label">${label}</span> <span>${escapeHtml(page.title)}</span></a>\n`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

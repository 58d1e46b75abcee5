import {escapeHtml} from "../../src/charts/escapeText.ts";
import type {SiteModel} from "./siteModel.ts";
import {upFrom} from "./sitePaths.ts";

/*
 * What every page says of drafts and versions. Links to other versions leave the folder; they are shown only where
 * `versions.css` beside the folder says that there are any, so that a version that is carried elsewhere has no dead
 * links. They carry `data-sibling`, by which the gate knows them.
 */

/** On a draft that it is one; on a version the note that is shown once a newer one is published. */
export function editionNote({edition, version}: SiteModel, path: string): string {
  if (!edition) return "";
  if (edition.isDraft)
    return `<p class="draft-note"><strong>Draft</strong> of version ${escapeHtml(version)}: not published, numbers may change</p>\n`;
  return `<p class="newer-version">Version ${escapeHtml(version)} is not the latest. <a data-sibling href="${upFrom(path)}../latest/index.html">Read version <span class="latest-version"></span></a></p>\n`;
}

/** The other versions, as links that need no script. */
export function versionSwitcher({edition, version}: SiteModel, path: string): string {
  if (!edition || edition.isDraft) return "";
  const up = `${upFrom(path)}../`;
  const link = (to: string, text: string): string =>
    `<li><a data-sibling href="${up}${encodeURI(to)}">${text}</a></li>`;
  const items = [
    link("latest/index.html", `Latest: <span class="latest-version"></span>`),
    ...edition.older.map((older) => link(`${older}/index.html`, escapeHtml(older))),
    link("index.html", "All versions")
  ];
  return `<details class="version-switcher"><summary>Version ${escapeHtml(version)}: others</summary><ul>
${items.join("\n")}
</ul></details>
`;
}

/** What is beside the pages for citing and archiving; a preview has none of it. */
export function archiveLinks({edition}: SiteModel, path: string): string {
  if (!edition) return "";
  const up = upFrom(path);
  const link = (file: string, text: string): string => `<a href="${up}${file}" download>${text}</a>`;
  return `<p class="citation">To keep: ${[
    link("figures.xlsx", "all figures as a workbook (XLSX)"),
    link("datapackage.json", "data package (JSON)"),
    link("CITATION.cff", "citation (CFF)"),
    link("citation.bib", "BibTeX"),
    link("manifest.json", "manifest (JSON)")
  ].join(", ")}.</p>`;
}

/** Attributes by which `versions.css` and the page's script know which version this is and where its folder ends. */
export function versionAttributes({edition, version}: SiteModel, path: string): string {
  if (!edition || edition.isDraft) return "";
  return ` data-version="${escapeHtml(version)}" data-up="${upFrom(path)}"`;
}

/**
 * Drafts are nothing for search engines; of versions the latest is, where the settings say at which address, since a
 * canonical link is absolute. Without scripts a version's page asks itself for the sheet that tells of other versions,
 * which else the page's script asks for where the folder is called like the version.
 */
export function versionHead({edition, address}: SiteModel, path: string): string {
  if (!edition || edition.isDraft) return `<meta name="robots" content="noindex">`;
  const sheet = `<noscript><link rel="stylesheet" href="${upFrom(path)}../versions.css"></noscript>`;
  if (address === undefined) return sheet;
  const page = path === "index" ? "" : `${encodeURI(path)}.html`;
  return `<link rel="canonical" href="${escapeHtml(`${address}/latest/${page}`)}">\n${sheet}`;
}

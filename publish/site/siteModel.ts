import type {Publication} from "../../src/pages/publication.ts";

/** A page as the navigation, the pager and the search know it. */
export interface SitePage {
  /** Without extension, no leading slash: `profiles/pet-owner`. */
  readonly path: string;
  readonly title: string;
  readonly group: string;
}

/** What every page's frame shows; written as `site.json` for Framework's process. */
export interface SiteModel {
  readonly title: string;
  readonly subtitle: string;
  readonly organisation: string;
  readonly version: string;
  /** ISO date. */
  readonly date: string;
  readonly language: string;
  /** How to cite the data, and what its reader must know. */
  readonly data: {readonly citation: string; readonly notice: string};
  /** In reading order. */
  readonly pages: readonly SitePage[];
}

/** The frame's share of a publication. */
export function siteModel({settings, sources, pages}: Publication): SiteModel {
  const {title, subtitle, organisation, version, date, language} = settings;
  return {
    title,
    subtitle,
    organisation,
    version,
    date,
    language,
    data: {citation: sources.citation, notice: sources.notice},
    pages: pages.map(({path, title, group}) => ({path, title, group}))
  };
}

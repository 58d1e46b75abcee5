import type {Logo} from "../../data-loaders/config/brand.ts";
import type {Edition, Publication, PublishedPage} from "../../src/pages/publication.ts";

/** A page as the navigation, the pager and the search know it. */
export interface SitePage {
  /** Without extension, no leading slash: `profiles/pet-owner`. */
  readonly path: string;
  readonly title: string;
  readonly group: string;
}

/** A figure as the search knows it. */
export interface SiteFigure {
  readonly page: string;
  readonly id: string;
  readonly title: string;
}

/** What every page's frame shows; written as `site.json` for Framework's process. */
export interface SiteModel {
  readonly title: string;
  readonly subtitle: string;
  readonly organisation: string;
  /** What stands over the menu: the brand's name, or the organisation. */
  readonly name: string;
  readonly logo?: Pick<Logo, "kind" | "width" | "height">;
  readonly version: string;
  /** ISO date. */
  readonly date: string;
  readonly language: string;
  /** How to cite the data, and what its reader must know. */
  readonly data: {readonly citation: string; readonly notice: string};
  readonly edition?: Edition;
  /** Where all versions are served. */
  readonly address?: string;
  /** In reading order. */
  readonly pages: readonly SitePage[];
  readonly figures: readonly SiteFigure[];
}

/** The frame's share of a publication. */
export function siteModel({settings, sources, pages, edition}: Publication): SiteModel {
  const {title, subtitle, organisation, brand, version, date, language} = settings;
  return {
    title,
    subtitle,
    organisation,
    name: brand?.name ?? organisation,
    ...(brand?.logo && {logo: sizeOf(brand.logo)}),
    version,
    date,
    language,
    ...(edition && {edition}),
    ...(settings.address !== undefined && {address: settings.address}),
    data: {citation: sources.citation, notice: sources.notice},
    pages: pages.map(({path, title, group}) => ({path, title, group})),
    figures: pages.flatMap(figuresOn)
  };
}

const sizeOf = ({kind, width, height}: Logo): SiteModel["logo"] => ({kind, width, height});

/** Figures with their titles, read from the page as the figures step wrote it. */
function figuresOn({path, figures, markdown}: PublishedPage): SiteFigure[] {
  return figures.flatMap((id) => {
    const title = new RegExp(`<p class="figure-title" id="${id}-title">(.*?)</p>`, "s").exec(markdown)?.[1];
    return title === undefined ? [] : [{page: path, id, title: plainHtml(title)}];
  });
}

function plainHtml(html: string): string {
  return html
    .replace("</span> ", ": ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/g, " ")
    .trim();
}

import type {Publication} from "../../src/pages/publication.ts";

/**
 * A publication whose pages link to downloads where the preview serves them, marked as none of Framework's
 * business. It would watch each of a page's files and, when a segmentation changes them all, read the page once
 * for every one.
 */
export function previewDownloads(publication: Publication): Publication {
  const known = new Set(publication.downloads.map(({path}) => path));
  const pages = publication.pages.map((page) => ({
    ...page,
    markdown: page.markdown.replace(/href="(?:\.\.?\/)*([^"]+)" download>/g, (link, path: string) =>
      known.has(path) ? `href="/_file/${path}" rel="external" download>` : link
    )
  }));
  return {...publication, pages};
}

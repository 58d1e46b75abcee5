import {escapeHtml} from "../../src/charts/escapeText.ts";
import type {FrameLinks, PdfLink} from "./pageFrame.ts";
import {pageFooter, pageHead, pageHeader} from "./pageFrame.ts";
import {securityPolicy} from "./securityPolicy.ts";
import type {SiteModel} from "./siteModel.ts";
import {upFrom} from "./sitePaths.ts";
import {versionAttributes, versionHead} from "./versionFrame.ts";

/** What a built page needs besides Framework's HTML of it. Addresses are relative to the site. */
export interface PageSurroundings {
  readonly site: SiteModel;
  /** Path of the page without extension. */
  readonly path: string;
  readonly links: FrameLinks;
  readonly search: string;
  readonly pdfs: readonly PdfLink[];
  /** Files at stable addresses, such as `data/orders-by-hour.csv`; Framework links to hashed copies of them. */
  readonly downloads: ReadonlySet<string>;
}

/**
 * Makes Framework's page of body text a page of the report: frame, language, description, security policy, and
 * no scripts that it does not need.
 * @throws Error when Framework's HTML is no longer shaped as this expects
 */
export function finishPage(
  html: string,
  {site, path, links, search, pdfs, downloads}: PageSurroundings
): string {
  const up = upFrom(path);
  const hasCode = !bareClient.test(html);
  const here = (href: string) => `${up}${href}`;
  const head = pageHead({
    icon: here(links.icon),
    stylesheets: links.stylesheets.map(here),
    fonts: links.fonts.map(here),
    script: here(links.script)
  });
  const edits: [RegExp, string][] = [
    [/<html>/, `<html lang="${escapeHtml(site.language)}"${versionAttributes(site, path)}>`],
    [/, maximum-scale=1">/, `">\n<meta name="description" content="${description(html, site)}">`],
    [/<\/head>/, `${head}\n${versionHead(site, path)}\n</head>`],
    [
      /<div id="observablehq-center">\n<main id="observablehq-main" class="observablehq">/,
      `<div id="observablehq-center">
<header id="observablehq-header">
${pageHeader(site, path, {search: here(search), logo: links.logo && here(links.logo), pdfs: pdfs.map(({href, label}) => ({href: here(href), label}))})}
</header>
<main id="observablehq-main" class="observablehq" tabindex="-1">`
    ],
    [
      /<\/main>\n<\/div>\n<\/body>\n<\/html>\s*$/,
      `</main>
<footer id="observablehq-footer">
${pageFooter(site, path)}
</footer>
</div>
</body>
</html>
`
    ]
  ];
  const bare = hasCode ? html : html.replace(bareClient, "").replaceAll(preloads, "");
  const framed = edits.reduce(replaceOne, stableDownloads(bare, downloads));
  const policy = `<meta http-equiv="Content-Security-Policy" content="${securityPolicy(framed, hasCode)}">`;
  return replaceOne(framed, [/<meta charset="utf-8">/, `<meta charset="utf-8">\n${policy}`]);
}

/** The script of a page without code cells: it starts a runtime that has nothing to run. */
const bareClient = /<script type="module">\s*import "[^"]*\/client\.[0-9a-f]+\.js";\s*<\/script>\n?/;
const preloads = /<link rel="modulepreload" href="[^"]*">\n?/g;

function replaceOne(html: string, [pattern, text]: [RegExp, string]): string {
  if (!pattern.test(html))
    throw new Error(`Framework's page has no ${pattern.source}: was its version changed?`);
  return html.replace(pattern, () => text);
}

/** `_file/data/orders.1a2b3c4d.csv` back to `data/orders.csv`. */
function stableDownloads(html: string, downloads: ReadonlySet<string>): string {
  return html.replace(/_file\/([^"?#]+?)\.[0-9a-f]{8}(\.\w+)/g, (hashed, stem: string, extension: string) => {
    const path = `${decodeURI(stem)}${extension}`;
    return downloads.has(path) ? encodeURI(path) : hashed;
  });
}

/** The page's first paragraph, which is its answer, as at most 160 characters of text. */
function description(html: string, site: SiteModel): string {
  const main = html.slice(html.indexOf("<main"));
  const paragraph = /<p>([\s\S]*?)<\/p>/.exec(main)?.[1] ?? "";
  const text = paragraph
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (text === "") return escapeHtml(`${site.title}. ${site.subtitle}`);
  return text.length <= 160
    ? text.replaceAll('"', "&quot;")
    : `${text
        .slice(0, 160)
        .replace(/[^ ]*$/, "")
        .replaceAll('"', "&quot;")
        .trim()} …`;
}

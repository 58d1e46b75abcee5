import type {PageInspection} from "./inspection/inspectPage.ts";

/**
 * Links inside the site that lead nowhere: to a file that is not there, to an anchor its page lacks, or out of
 * the folder the site lies in.
 * @param inspections by page file: `profiles/pet-owner.html`
 */
export function linkFaults(
  file: string,
  inspections: ReadonlyMap<string, PageInspection>,
  files: ReadonlySet<string>,
  base: string
): string[] {
  const links = inspections.get(file)?.links ?? [];
  return links.flatMap(({written, address}) => {
    const target = siteTarget(address, base);
    if (target === undefined) return unreachable(written, address, base);
    if (!files.has(target.file)) return [`links to ${target.file}, which does not exist`];
    const anchors = inspections.get(target.file)?.anchors;
    const missing = target.anchor !== "" && anchors && !anchors.includes(target.anchor);
    return missing ? [`links to ${target.file}#${target.anchor}, an anchor that does not exist`] : [];
  });
}

/** File and anchor of an address inside the site; undefined for any other. */
export function siteTarget(address: string, base: string): {file: string; anchor: string} | undefined {
  if (!address.startsWith(base)) return undefined;
  const {pathname, hash} = new URL(address);
  const path = decodeURIComponent(pathname.slice(new URL(base).pathname.length));
  return {file: path.replace(/(^|\/)$/, "$1index.html"), anchor: decodeURIComponent(hash.slice(1))};
}

/** Other sites and mail may be linked to; our own host outside the folder, scripts and nonsense may not. */
function unreachable(written: string, address: string, base: string): string[] {
  const {protocol, origin} = URL.canParse(address) ? new URL(address) : {protocol: "", origin: ""};
  if (origin === new URL(base).origin) return [`links out of the report's folder: ${written}`];
  return ["https:", "http:", "mailto:"].includes(protocol)
    ? []
    : [`has a link that can't be followed: ${written}`];
}

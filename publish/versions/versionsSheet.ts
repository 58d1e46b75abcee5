import {cssString} from "../pdf/pageRules.ts";
import type {VersionIndex} from "./versionIndex.ts";

/**
 * `versions.css` beside the versions: how pages that are never touched again learn that a newer version came. It needs
 * no script, and works from a folder on disk. A page says its own version in `data-version`; alone, without this sheet,
 * it shows neither the list of its siblings nor the note.
 */
export function versionsSheet({latest, versions}: VersionIndex): string {
  if (latest === undefined) return "";
  const older = versions.filter(({version}) => version !== latest);
  const isOlder = `html[data-version]:not([data-version=${cssString(latest)}])`;
  return [
    "/* Made with every version that is published; see docs/publishing.md. */",
    ".version-switcher{display:block}",
    `.latest-version::after{content:${cssString(latest)}}`,
    ...(older.length > 0 ? [`${isOlder} .newer-version{display:block}`] : []),
    ""
  ].join("\n");
}

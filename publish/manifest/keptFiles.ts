import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {isScalar, parseDocument} from "yaml";
import type {FrozenCut} from "../../data-loaders/config/frozenText.ts";
import {frozenText} from "../../data-loaders/config/frozenText.ts";
import {FROZEN_FILE} from "../../data-loaders/config/readConfig.ts";
import type {Config} from "../../data-loaders/config/readConfig.ts";
import type {ReportFolders} from "../reportFolders.ts";

/** A file of the configuration or the text of a page as it was when the numbers were made. */
export interface KeptFile {
  /** Below `config/`: `segments.yaml`, `pages/when.md`. */
  readonly file: string;
  readonly content: string;
}

/**
 * What a version was written in: every YAML file of the configuration as it was read, cut points that this build froze
 * among them, and the pages' sources. `report.yaml` names the version that is made, also where the command line gave
 * another number. Sorted by name.
 */
export function keptFiles(
  {config: folder, pages}: Pick<ReportFolders, "config" | "pages">,
  {files, report}: Pick<Config, "files" | "report">,
  cuts: readonly FrozenCut[]
): readonly KeptFile[] {
  const read = new Map(files.map(({path, content}) => [basename(path), content]));
  const inFolder = (path: string): string => read.get(path) ?? readFileSync(join(folder, path), "utf8");
  const contents = new Map(
    [...new Set([...read.keys(), ...filesOf(folder, ".yaml")])].map((file) => [file, inFolder(file)])
  );
  contents.delete(FROZEN_FILE); // the build itself may have added to it since it was read
  const frozen = frozenNow(join(folder, FROZEN_FILE), cuts);
  if (frozen !== undefined) contents.set(FROZEN_FILE, frozen);
  const settings = contents.get("report.yaml");
  if (settings !== undefined) contents.set("report.yaml", withVersion(settings, report.version));
  for (const file of filesOf(pages, ".md"))
    contents.set(`pages/${file}`, readFileSync(join(pages, file), "utf8"));
  return [...contents].map(([file, content]) => ({file, content})).sort((a, b) => (a.file < b.file ? -1 : 1));
}

function filesOf(folder: string, extension: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(extension));
}

/** The frozen cut points with those that are to be added; the same before and after they are. */
function frozenNow(path: string, cuts: readonly FrozenCut[]): string | undefined {
  const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  const fresh = cuts.filter(({name}) => !new RegExp(`^${name}:`, "m").test(before ?? ""));
  return fresh.length > 0 ? frozenText(before, fresh) : before;
}

/** The settings with another version, everything else as it was written. */
function withVersion(content: string, version: string): string {
  const node: unknown = parseDocument(content).get("version", true);
  if (!isScalar(node) || !node.range || node.value === version) return content;
  return content.slice(0, node.range[0]) + version + content.slice(node.range[1]);
}

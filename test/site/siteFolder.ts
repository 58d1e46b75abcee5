import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../publish/site/projectRoot.ts";

/** A scratch folder inside the project, where a site build can find its packages. */
export function siteFolder(): {path: string; remove: () => void} {
  const parent = join(projectRoot(), ".cache/test");
  mkdirSync(parent, {recursive: true});
  const path = mkdtempSync(join(parent, "site-"));
  return {path, remove: () => rmSync(path, {recursive: true, force: true})};
}

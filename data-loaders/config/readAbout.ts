import {existsSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "./problem.ts";
import {problemList} from "./problemList.ts";
import {readYaml} from "./readYaml.ts";
import {about} from "./shapes/about.ts";
import {shaped} from "./shapes/shaped.ts";
import {whole} from "./shapes/draft.ts";
import type {Sources} from "./sources.ts";

/**
 * How the data of a folder is cited and what its reader must know: from its own `about.yaml` where there is one, so that
 * a synthetic folder never passes for the real data; else from `config/sources.yaml`.
 * @throws UserError with every problem of the file
 */
export function readAbout(folder: string, sources: Sources): Sources {
  const path = join(folder, "about.yaml");
  if (!existsSync(path)) return sources;
  const yaml = readYaml(path);
  const problems = problemList(yaml);
  const draft = shaped({about}, yaml.value, [], problems) ?? {};
  if (problems.list.length > 0) throw new UserError(problems.list);
  const {citation, notice} = whole<Pick<Sources, "citation" | "notice">>(draft);
  return {...sources, citation, notice};
}

import {formatPath} from "./path.ts";
import type {Path} from "./path.ts";
import type {Problem} from "./problem.ts";
import type {Config, ConfigFile} from "./readConfig.ts";

/** Finds where something stands in a config file; `Config.where`. */
export type Where = Config["where"];

/** For rules that were read from no file, such as those of a test. */
export const nowhere: Where = (file) => ({file: `config/${file}`}) as ReturnType<Where>;

/** A problem with a rule that only the data shows, told at the rule's own line. */
export function locatedProblem(where: Where, file: ConfigFile, path: Path, message: string): Problem {
  return {...where(file, path), path: formatPath(path), message};
}

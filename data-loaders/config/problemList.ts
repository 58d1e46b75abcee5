import {formatPath} from "./path.ts";
import type {Path} from "./path.ts";
import type {Problem} from "./problem.ts";
import type {YamlFile} from "./readYaml.ts";

/** Collects the problems of one file, each at its place. */
export interface ProblemList {
  readonly yaml: YamlFile;
  readonly list: readonly Problem[];
  /** `what` says whether the key or the value at the path is meant. */
  readonly add: (path: Path, message: string, what?: "key" | "value") => void;
  /** At a place inside the text that stands at the path; `at` counts its characters from 0. */
  readonly addIn: (path: Path, span: {readonly at: number; readonly width: number}, message: string) => void;
}

export function problemList(yaml: YamlFile): ProblemList {
  const list: Problem[] = [];
  return {
    yaml,
    list,
    add: (path, message, what) =>
      list.push({file: yaml.file, ...yaml.locate(path, what), path: formatPath(path), message}),
    addIn: (path, {at, width}, message) =>
      list.push({file: yaml.file, ...yaml.locateIn(path, at, width), path: formatPath(path), message})
  };
}

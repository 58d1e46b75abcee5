import type {Problem} from "../../data-loaders/config/problem.ts";
import {problemList} from "../../data-loaders/config/problemList.ts";
import {parseYaml} from "../../data-loaders/config/readYaml.ts";
import {onlyKeys} from "./byVerdict.ts";
import type {FieldReader} from "./fieldReader.ts";
import {fieldReader} from "./fieldReader.ts";

/** A fenced block of a page: its text, and the 1-based line its first line stands on. */
export interface Block {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** The fields of a block in YAML, each at its place in the page; without a reader where it cannot be read at all. */
export function blockReader(
  {file, line, text}: Block,
  what: string,
  keys: readonly string[]
): {readonly read?: FieldReader; readonly problems: readonly Problem[]} {
  const {yaml, problems: faults} = parseYaml(file, text, line);
  if (!yaml || faults.length > 0) return {problems: faults.map((fault) => withHint(fault, text, line))};
  const problems = problemList(yaml);
  const fields = yaml.value;
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    problems.add([], `${what} is a list of keys and values: ${keys.slice(0, 5).join(", ")}`);
    return {problems: problems.list};
  }
  const read = fieldReader(what, fields as Record<string, unknown>, problems);
  onlyKeys(read, keys);
  return {read, problems: problems.list};
}

/** YAML takes `{{` for the beginning of a map, and says so in words that do not help. */
function withHint(fault: Problem, text: string, firstLine: number): Problem {
  const line = text.split("\n")[(fault.line ?? firstLine) - firstLine] ?? "";
  if (!/:\s*\{\{/.test(line)) return fault;
  return {...fault, message: 'a text that begins with "{{" stands in quotes'};
}

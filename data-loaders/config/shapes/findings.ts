import type {z} from "zod";
import type {Path} from "../path.ts";
import type {YamlFile} from "../readYaml.ts";
import {valueAt} from "../valueAt.ts";
import {unknownKeys} from "./unknownKeys.ts";

/** One difference between a value and its shape. */
export interface Finding {
  readonly at: Path;
  readonly what: "key" | "value";
  readonly message: string;
  /** The parts to take out of the value before it is checked further. */
  readonly drop: readonly Path[];
  /** Another part whose problems follow from this one. */
  readonly covers?: Path;
  /** The key that a missing entry lacks, or that an unknown key probably means. */
  readonly lacks?: string;
  readonly means?: string;
}

type Issue = z.core.$ZodIssue;

/**
 * The shape library's issues, told apart: those to be told, and the parts to take out of the value before it is
 * checked further. Paths of findings begin at `path`, where the value stands in the file.
 */
export function findings(
  issues: readonly Issue[],
  value: unknown,
  path: Path,
  yaml: YamlFile
): {told: readonly Finding[]; drop: readonly Path[]} {
  const found = issues.flatMap((issue) => findingsOf(issue, value, path, yaml));
  const typos = new Set(found.map(({at, means}) => `${at.slice(0, -1).join("/")}:${means}`));
  const covered = new Set(found.map(({covers}) => covers?.join("/")));
  const told = found.filter(({at, lacks}) => {
    return lacks === undefined ? !covered.has(at.join("/")) : !typos.has(`${at.join("/")}:${lacks}`);
  });
  return {told, drop: found.flatMap(({drop}) => drop)};
}

function findingsOf(issue: Issue, value: unknown, path: Path, yaml: YamlFile): readonly Finding[] {
  const at = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    const entries = valueAt(value, at) as Readonly<Record<string, unknown>>;
    return unknownKeys({at, unknown: issue.keys, allowed: issue.message.split("\n"), entries}, path, yaml);
  }
  if (issue.code === "invalid_union") return unionFindings(issue, value, path, yaml);
  if (issue.code === "invalid_key")
    return [{at, what: "key", message: issue.issues[0]?.message ?? issue.message, drop: [at]}];
  if (isMissing(value, at)) {
    const lacks = String(at.at(-1));
    return [{at: at.slice(0, -1), what: "key", message: `"${lacks}" is missing`, drop: [], lacks}];
  }
  return [{at, what: "value", message: issue.message, drop: [at]}];
}

/** The issues of the alternative that the value probably stands for: the one of its own type. */
function unionFindings(
  issue: z.core.$ZodIssueInvalidUnion,
  value: unknown,
  path: Path,
  yaml: YamlFile
): readonly Finding[] {
  const at = issue.path as Path;
  const meant = isMissing(value, at) ? undefined : issue.errors.find(isOfItsType);
  if (!meant) return findingsOf({...issue, code: "custom"} as Issue, value, path, yaml);
  return meant.flatMap((inner) =>
    findingsOf({...inner, path: [...issue.path, ...inner.path]} as Issue, value, path, yaml)
  );
}

function isOfItsType(issues: readonly Issue[]): boolean {
  return !issues.some(
    (issue) =>
      issue.path.length === 0 &&
      (issue.code === "invalid_type" || (issue.code === "invalid_union" && !issue.errors.some(isOfItsType)))
  );
}

function isMissing(value: unknown, at: Path): boolean {
  const holder = valueAt(value, at.slice(0, -1));
  return (
    at.length > 0 &&
    typeof holder === "object" &&
    holder !== null &&
    !Object.hasOwn(holder, String(at.at(-1)))
  );
}

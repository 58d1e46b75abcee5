import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import {nearest, suggestion} from "../suggestion.ts";

/**
 * Which of the kinds an entry is: the one whose key it has. Told here and not by trying every shape,
 * since nobody can read the complaints of four shapes at once.
 */
export function kindOf<Kind extends string>(
  value: unknown,
  kinds: readonly Kind[],
  path: Path,
  problems: ProblemList
): Kind | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    problems.add(path, value === null ? "is empty" : "a group of entries { … } is needed", "key");
    return undefined;
  }
  const [first, second] = kinds.filter((kind) => Object.hasOwn(value, kind));
  if (first !== undefined && second === undefined) return first;
  if (first !== undefined && second !== undefined)
    problems.add([...path, second], `stands beside "${first}"; keep one of the two`, "key");
  else addNoKind(value, kinds, path, problems);
  return undefined;
}

function addNoKind(value: object, kinds: readonly string[], path: Path, problems: ProblemList): void {
  const typo = Object.keys(value).find((key) => nearest(key, kinds) !== undefined);
  if (typo === undefined) problems.add(path, `one of these keys is needed: ${kinds.join(", ")}`, "key");
  else problems.add([...path, typo], `unknown key${suggestion(typo, kinds)}`, "key");
}

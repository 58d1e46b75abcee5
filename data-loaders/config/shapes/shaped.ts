import type {z} from "zod";
import {knowsPass, learnPass, passKey} from "../knownTexts.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "./draft.ts";
import {findings} from "./findings.ts";
import {shapeMessage} from "./shapeMessage.ts";

/** Shapes by the name under which values are known to have them. */
const named = new Map<string, z.ZodType>();

/**
 * Compares a value with its shape (by its name, which no other shape has), adds a problem for every difference, and returns what is left of the value
 * without the parts that differ: a draft that the checks of meaning can still read. What had its shape before is not
 * compared again.
 */
export function shaped<Shape extends z.ZodType>(
  shapeByName: Readonly<Record<string, Shape>>,
  value: unknown,
  path: Path,
  problems: ProblemList
): Draft<z.infer<Shape>> | undefined {
  const [name, shape] = onlyOne(shapeByName);
  const key = passKey(`shape ${name}`, value);
  if (knowsPass(key)) return value as Draft<z.infer<Shape>>;
  const result = shape.safeParse(value, {reportInput: true, error: shapeMessage});
  if (result.success) {
    learnPass(key);
    return value as Draft<z.infer<Shape>>;
  }
  const {told, drop} = findings(result.error.issues, value, path, problems.yaml);
  for (const {at, message, what} of told) problems.add([...path, ...at], message, what);
  return without(value, drop) as Draft<z.infer<Shape>> | undefined;
}

function onlyOne<Shape extends z.ZodType>(shapeByName: Readonly<Record<string, Shape>>): [string, Shape] {
  const [[name, shape] = []] = Object.entries(shapeByName);
  if (name === undefined || !shape || (named.get(name) ?? shape) !== shape)
    throw new Error(`a shape needs a name of its own, which ${name} is not`);
  named.set(name, shape);
  return [name, shape];
}

function without(value: unknown, paths: readonly Path[]): unknown {
  const rest: {top: unknown} = {top: structuredClone(value)};
  for (const path of paths) takeOut(rest, ["top", ...path]);
  return rest.top;
}

/** Items of a list become undefined, so that the others keep their place. */
function takeOut(holder: object, path: Path): void {
  let inside: unknown = holder;
  for (const part of path.slice(0, -1)) inside = (inside as Record<string, unknown> | undefined)?.[part];
  if (typeof inside === "object" && inside !== null)
    (inside as Record<string, unknown>)[String(path.at(-1))] = undefined;
}

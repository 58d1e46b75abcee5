import type {Path} from "./path.ts";

/** The value at a path inside a plain value; undefined where the path ends early. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, part) => (inside as Record<string, unknown> | null | undefined)?.[part],
    value
  );
}

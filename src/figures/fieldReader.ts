import type {ProblemList} from "../../data-loaders/config/problemList.ts";

/** Reads the fields of a block one by one; each reader gives a harmless value where it reports a problem. */
export interface FieldReader {
  readonly fields: Record<string, unknown>;
  readonly problems: ProblemList;
  readonly text: (key: string, needed: boolean) => string | undefined;
  readonly texts: (key: string) => readonly string[];
}

/** `what` names the block in messages: `a figure`, `an answer`. */
export function fieldReader(
  what: string,
  fields: Record<string, unknown>,
  problems: ProblemList
): FieldReader {
  const text = (key: string, needed: boolean) => {
    const value = fields[key];
    if (value === undefined || value === null) {
      if (needed) problems.add([], `${what} needs ${/^[aeio]/.test(key) ? "an" : "a"} ${key}`);
      return undefined;
    }
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number") return String(value);
    problems.add([key], "must be a text");
    return undefined;
  };
  const texts = (key: string) => {
    const value = fields[key];
    if (value === undefined || value === null) return [];
    const list: unknown[] = Array.isArray(value) ? value : [value];
    list.forEach((item, at) => {
      if (typeof item !== "string") problems.add(Array.isArray(value) ? [key, at] : [key], "must be a name");
    });
    return list.filter((item): item is string => typeof item === "string");
  };
  return {fields, problems, text, texts};
}

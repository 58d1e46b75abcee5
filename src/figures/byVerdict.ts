import {suggestion} from "../../data-loaders/config/suggestion.ts";
import type {Verdict} from "../../data-loaders/statistics/verdict.ts";
import type {FieldReader} from "./fieldReader.ts";

/** What a comparison can come to, in the words that pages use as keys. */
export const verdicts: readonly Verdict[] = ["difference", "no difference", "can't tell"];

/** A text for each verdict; the data chooses which of them is printed. */
export type VerdictTexts = Readonly<Record<Verdict, string>>;

/** Reads the texts by verdict that stand in a block, or in the mapping under one of its keys. */
export function verdictTexts({fields, problems}: FieldReader, under?: string): VerdictTexts {
  const holder = (under === undefined ? fields : fields[under]) as Record<string, unknown>;
  const at = under === undefined ? [] : [under];
  const textOf = (verdict: Verdict): string => {
    const value = holder[verdict];
    if (typeof value === "string" && value.trim() !== "") return value;
    if (value === undefined) problems.add(at, `a text for "${verdict}" is missing: the data decides`);
    else problems.add([...at, verdict], "must be a text");
    return "";
  };
  return {
    difference: textOf("difference"),
    "no difference": textOf("no difference"),
    "can't tell": textOf("can't tell")
  };
}

/** Reports keys of a mapping that are none of those allowed. */
export function onlyKeys({problems}: FieldReader, keys: readonly string[], under?: string): void {
  const at = under === undefined ? [] : [under];
  for (const key of problems.yaml.keys(at))
    if (!keys.includes(key)) problems.add([...at, key], `unknown key${suggestion(key, keys)}`, "key");
}

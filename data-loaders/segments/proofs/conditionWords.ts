import type {Test, When} from "../../config/segments.ts";
import type {Shown} from "./domain.ts";
import {shortName, valueWords} from "./exampleWords.ts";

const LONGEST = 100;

/** A condition as it stands in the file, cut where it is long: `age: { from: 18, below: 35 }`. */
export function conditionWords(when: When, shown: (subject: string) => Shown): string {
  const words = text(when, shown);
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

function text(when: When, shown: (subject: string) => Shown): string {
  if ("not" in when) return `not { ${text(when.not, shown)} }`;
  if ("subject" in when) return `${shortName(when.subject)}: ${testWords(when.test, shown(when.subject))}`;
  const isAll = "all" in when;
  const parts = (isAll ? when.all : when.any).map((part) => text(part, shown));
  return isAll ? parts.join(", ") : `any [ ${parts.map((part) => `{ ${part} }`).join(", ")} ]`;
}

function testWords({in: values, missing, ...ends}: Test, shown: Shown): string {
  const list = values?.map((value) => valueWords(value, shown));
  const written = Object.entries(ends).map(([end, value]) => `${end}: ${valueWords(value, shown)}`);
  if (list && written.length === 0 && missing === undefined)
    return list.length === 1 ? list[0]! : `[${list.join(", ")}]`;
  const parts = [
    ...(list ? [`in: [${list.join(", ")}]`] : []),
    ...written,
    ...(missing === undefined ? [] : [`missing: ${missing}`])
  ];
  return `{ ${parts.join(", ")} }`;
}

import type {Test, When} from "../../config/segments.ts";
import {shortName, valueWords} from "./exampleWords.ts";

const LONGEST = 100;

/** A condition as it stands in the file, cut where it is long: `age: { from: 18, below: 35 }`. */
export function conditionWords(when: When, isShare: (subject: string) => boolean): string {
  const words = text(when, isShare);
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

function text(when: When, isShare: (subject: string) => boolean): string {
  if ("not" in when) return `not { ${text(when.not, isShare)} }`;
  if ("subject" in when) return `${shortName(when.subject)}: ${testWords(when.test, isShare(when.subject))}`;
  const isAll = "all" in when;
  const parts = (isAll ? when.all : when.any).map((part) => text(part, isShare));
  return isAll ? parts.join(", ") : `any [ ${parts.map((part) => `{ ${part} }`).join(", ")} ]`;
}

function testWords({in: values, missing, ...ends}: Test, isShare: boolean): string {
  const list = values?.map((value) => valueWords(value, isShare));
  const written = Object.entries(ends).map(([end, value]) => `${end}: ${valueWords(value, isShare)}`);
  if (list && written.length === 0 && missing === undefined)
    return list.length === 1 ? list[0]! : `[${list.join(", ")}]`;
  const parts = [
    ...(list ? [`in: [${list.join(", ")}]`] : []),
    ...written,
    ...(missing === undefined ? [] : [`missing: ${missing}`])
  ];
  return `{ ${parts.join(", ")} }`;
}

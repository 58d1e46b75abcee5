import type {Domain} from "./domain.ts";
import {shortName, valueWords} from "./exampleWords.ts";

/** `age is a whole number from 16 to 110` */
export function domainWords(subject: string, domain: Domain): string {
  const name = shortName(subject);
  if (domain.kind === "texts")
    return domain.values ? `${name} is one of ${domain.values.join(", ")}` : `${name} is a text`;
  const {from, up_to, steps, names} = domain;
  if (names) return `${name} is ${names[from]} to ${names[up_to]}`;
  const numbers = steps === 1 ? "whole numbers" : "numbers";
  const ends = [from, up_to].map((end) => (Number.isFinite(end) ? valueWords(end, domain) : undefined));
  if (ends[0] !== undefined && ends[1] !== undefined)
    return `${name} ${steps === 1 ? "is a whole number" : "goes"} from ${ends[0]} to ${ends[1]}`;
  if (ends[0] !== undefined) return `${name} has ${numbers} from ${ends[0]} up`;
  return ends[1] === undefined ? `${name} has ${numbers}` : `${name} has ${numbers} up to ${ends[1]}`;
}

import type {Band, Determination} from "./determinations.ts";
import {valueWords} from "./exampleWords.ts";

/** `family_status follows from dependants and age for every customer: with dependants 0 it is single at age 18 to 59, …` */
export function determinationWords({attribute, by, parts}: Determination): string {
  const [outer, inner] = by;
  const said =
    inner === undefined
      ? parts
          .map(({bands: [band], value}) => `${shownValue(value)} at ${outer} ${bandWords(band!)}`)
          .join(", ")
      : grouped(
          parts.map(({bands: [first, second], value}) => [
            bandWords(first!),
            `${shownValue(value)} at ${inner} ${bandWords(second!)}`
          ])
        )
          .map(([band, values]) => `with ${outer} ${band} it is ${values.join(", ")}`)
          .join("; ");
  return `${followsFrom({attribute, by})} for every customer: ${said}`;
}

export const followsFrom = ({attribute, by}: Pick<Determination, "attribute" | "by">): string =>
  `${attribute} follows from ${by.join(" and ")}`;

function grouped(pairs: readonly (readonly [string, string])[]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return [...groups];
}

const shownValue = (value: string | undefined): string => value ?? "missing";

const SHOWN = 6;

function bandWords(band: Band): string {
  const words = (value: string | number | undefined) =>
    value === undefined ? "missing" : valueWords(value, {isShare: false});
  if ("from" in band)
    return band.from === band.to ? words(band.from) : `${words(band.from)} to ${words(band.to)}`;
  const shown = band.values.slice(0, SHOWN).map(words).join(", ");
  return band.values.length > SHOWN ? `${shown} …` : shown;
}

import type {Segmentation, Test, When} from "../../config/segments.ts";

/** Every cut point and value that a test, a bin or a map has for a subject. */
export type NamedValues = ReadonlyMap<string, readonly (number | string)[]>;

export function namedValues(segmentations: readonly Segmentation[]): NamedValues {
  const named = new Map<string, (number | string)[]>();
  const add = (subject: string, values: readonly (number | string | undefined)[]): void => {
    const list = named.get(subject) ?? [];
    named.set(subject, list);
    for (const value of values) if (value !== undefined) list.push(value);
  };
  const addWhen = (when: When): void => {
    if ("subject" in when) add(when.subject, testValues(when.test));
    else if ("not" in when) addWhen(when.not);
    else for (const part of "all" in when ? when.all : when.any) addWhen(part);
  };
  for (const segmentation of segmentations) {
    if (segmentation.kind === "rules") for (const {when} of segmentation.rules) addWhen(when);
    else if (segmentation.kind === "map")
      add(
        segmentation.by,
        segmentation.map.flatMap(({values}) => values)
      );
    else if (segmentation.kind === "bins")
      add(
        segmentation.by,
        segmentation.bins.map(({up_to, below}) => up_to ?? below)
      );
  }
  return named;
}

const testValues = ({from, above, up_to, below, in: values = []}: Test) => [
  from,
  above,
  up_to,
  below,
  ...values
];

import type {Segmentation} from "../../config/segments.ts";
import {domainWords} from "./domainWords.ts";
import {valueWords} from "./exampleWords.ts";
import type {Finding} from "./finding.ts";
import {NEVER} from "./formula.ts";
import type {Domain} from "./domain.ts";
import type {Proving} from "./proving.ts";
import type {ValueClass} from "./variable.ts";

type Bins = Extract<Segmentation, {kind: "bins"}>;
type ValueMap = Extract<Segmentation, {kind: "map"}>;

/** Bins that no value can come to. */
export function proveBins({name, by, bins}: Bins, {logic}: Proving): Finding[] {
  const domain = logic.domain(by);
  const labels = logic.labels(name);
  if (!domain) return [];
  return bins.flatMap(({label}, at): Finding[] =>
    labels.get(label) === NEVER
      ? [
          {
            kind: "empty bin",
            label,
            path: ["segmentations", name, "bins", at],
            message: `"${label}" is always empty: ${domainWords(by, domain)}`
          }
        ]
      : []
  );
}

const SHOWN = 5;

/** Values in a map that the column can't have, and values it can have that the map leaves out. */
export function proveMap({name, by, map}: ValueMap, {logic}: Proving): Finding[] {
  const domain = logic.domain(by);
  if (!domain) return [];
  const {classes, shown: as} = logic.variable(by);
  const path = ["segmentations", name, "map"];
  const possible = new Set(classes.map(({value}) => value));
  const odd = map.flatMap(({label, values}) =>
    values.flatMap((value, at): Finding[] =>
      possible.has(value)
        ? []
        : [
            {
              kind: "impossible value",
              label,
              path: values.length === 1 ? [...path, label] : [...path, label, at],
              message: `${valueWords(value, as)} can't be: ${domainWords(by, domain)}`
            }
          ]
    )
  );
  const mapped = new Set(map.flatMap(({values}) => values));
  const left = runs(
    classes,
    ({kind, value}) => kind === "between" || (kind === "value" && !mapped.has(value!))
  );
  if (left.length === 0) return odd;
  const shown = left.slice(0, SHOWN).map((run) => runWords(run, domain));
  const message = `no segment for ${shown.join(", ")}${left.length > SHOWN ? ", …" : ""}: ${domainWords(by, domain)}; map every value that can be`;
  return [...odd, {kind: "uncovered", path, message}];
}

/** Neighbours that pass, together. */
function runs(
  classes: readonly ValueClass[],
  passes: (one: ValueClass) => boolean
): readonly (readonly ValueClass[])[] {
  const found: ValueClass[][] = [];
  for (const [at, one] of classes.entries()) {
    if (!passes(one)) continue;
    const before = classes[at - 1];
    if (before && passes(before) && one.low !== undefined) found.at(-1)!.push(one);
    else found.push([one]);
  }
  return found;
}

/** `21 to 23` */
function runWords(run: readonly ValueClass[], domain: Domain): string {
  const [first, last] = [run[0]!, run.at(-1)!];
  if (first.low === undefined || domain.kind === "texts") return String(first.value);
  const step = domain.steps === undefined ? 0 : 1 / domain.steps;
  const from = first.kind === "between" ? first.low + step : first.low;
  const to = last.kind === "between" ? last.high! - step : last.high!;
  const words = (value: number) => valueWords(Number(value.toFixed(9)), domain);
  if (from === to) return words(from);
  return Number.isFinite(to) ? `${words(from)} to ${words(to)}` : `${words(from)} and more`;
}

import {combinations} from "../../config/segmentations/combinations.ts";
import type {Segmentation} from "../../config/segments.ts";
import {binOf} from "./binOf.ts";
import {all, is, not, sizeOf, variablesOf} from "./formula.ts";
import type {Formula} from "./formula.ts";
import type {Logic} from "./logic.ts";
import {classesWhere, variable} from "./variable.ts";
import type {ClassSet, Variable} from "./variable.ts";

type Labels = ReadonlyMap<string, Formula>;
type Of<Kind extends Segmentation["kind"]> = Extract<Segmentation, {kind: Kind}>;
type Made = Pick<Logic, "variable" | "formula" | "labels">;

/** Rules that name a segmentation with more parts than this take its labels as they are. */
const LARGEST = 20_000;

/** When a row is in each segment. Those it uses are in `logic.labels` already. */
export function labelFormulas(segmentation: Segmentation, logic: Made): Labels {
  const labels = known(segmentation, logic);
  const size = [...(labels?.values() ?? [])].reduce((sum, formula) => sum + sizeOf(formula, LARGEST), 0);
  return labels && size < LARGEST ? labels : unknownLabels(segmentation, logic);
}

function known(segmentation: Segmentation, logic: Made): Labels | undefined {
  switch (segmentation.kind) {
    case "bins":
      return binLabels(segmentation, logic.variable(segmentation.by));
    case "map":
      return mapLabels(segmentation, logic.variable(segmentation.by));
    case "rules":
      return ruleLabels(
        segmentation,
        segmentation.rules.map(({when}) => logic.formula(when))
      );
    case "cross":
      return crossLabels(segmentation, logic);
  }
}

/** Of quantiles whose cut points are still to be computed nothing is known. */
function binLabels({bins, missing}: Of<"bins">, by: Variable): Labels | undefined {
  const hasEnds = bins.slice(0, -1).every(({up_to, below}) => up_to !== undefined || below !== undefined);
  if (!hasEnds) return undefined;
  const at = (bin: number) =>
    classesWhere(by, (value) => typeof value === "number" && binOf(bins, value) === bin);
  return withMissing(
    bins.map(({label}, bin) => [label, at(bin)]),
    by,
    missing
  );
}

function mapLabels({map, missing}: Of<"map">, by: Variable): Labels {
  const sets = map.map(({label, values}): [string, ClassSet] => [
    label,
    classesWhere(by, (value) => value !== undefined && values.includes(value))
  ]);
  return withMissing(sets, by, missing);
}

function withMissing(
  sets: readonly (readonly [string, ClassSet])[],
  by: Variable,
  missing: string | undefined
): Labels {
  const none = classesWhere(by, (value) => value === undefined);
  return new Map(
    [...sets, ...(missing === undefined ? [] : [[missing, none] as const])].map(([label, set]) => [
      label,
      is(by, set)
    ])
  );
}

/** Rules that are true together are a segment "A + B" of their own under `match: all`. */
function ruleLabels({match, rules, else: otherwise}: Of<"rules">, whens: readonly Formula[]): Labels {
  const rest: [string, Formula][] = otherwise === undefined ? [] : [[otherwise, all(whens.map(not))]];
  if (match !== "all")
    return new Map([
      ...rules.map(({label}, at): [string, Formula] => [
        label,
        all([whens[at]!, ...whens.slice(0, at).map(not)])
      ]),
      ...rest
    ]);
  const combined = combinations(rules).map(({rules: set, label}): [string, Formula] => [
    label,
    all(whens.map((when, rule) => ((set >> rule) & 1 ? when : not(when))))
  ]);
  return new Map([...combined, ...rest]);
}

function crossLabels({of}: Of<"cross">, logic: Made): Labels {
  const [rows, columns] = of.map((name) => [...logic.labels(name)]) as [
    [string, Formula][],
    [string, Formula][]
  ];
  return new Map(
    rows.flatMap(([a, row]) =>
      columns.map(([b, column]): [string, Formula] => [`${a} · ${b}`, all([row, column])])
    )
  );
}

/** Labels of a segmentation of which nothing is known before the data is read, or too much to reckon with. */
function unknownLabels(segmentation: Segmentation, logic: Made): Labels {
  const {name, segments} = segmentation;
  const labels = variable(
    name,
    segments.map(({label}) => ({kind: "value", value: label})),
    {restsOn: [...new Set(madeOf(segmentation, logic))]}
  );
  return new Map(segments.map(({label}, bit) => [label, is(labels, 1n << BigInt(bit))]));
}

function madeOf(segmentation: Segmentation, logic: Made): readonly Variable[] {
  if (segmentation.kind === "bins" || segmentation.kind === "map") return [logic.variable(segmentation.by)];
  if (segmentation.kind === "rules")
    return segmentation.rules.flatMap(({when}) => variablesOf(logic.formula(when)));
  return segmentation.of.flatMap((name) => [...logic.labels(name).values()].flatMap(variablesOf));
}

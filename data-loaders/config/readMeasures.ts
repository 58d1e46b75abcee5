import {checkMatters} from "./checks/checkMatters.ts";
import {checkMeasure} from "./checks/checkMeasure.ts";
import {exactMatters} from "./matters.ts";
import type {Measure, Measures, Part} from "./measures.ts";
import {problemList} from "./problemList.ts";
import type {ProblemList} from "./problemList.ts";
import {exactly} from "./reading.ts";
import type {Reading} from "./reading.ts";
import {readYaml} from "./readYaml.ts";
import type {YamlFile} from "./readYaml.ts";
import {valueAt} from "./valueAt.ts";
import {whole} from "./shapes/draft.ts";
import type {Draft} from "./shapes/draft.ts";
import {kindOf} from "./shapes/kindOf.ts";
import {measureShapes, measures} from "./shapes/measure.ts";
import type {WrittenMeasure} from "./shapes/measure.ts";
import {shaped} from "./shapes/shaped.ts";

/** Reads `measures.yaml`. Throws a `UserError` with every problem of the file. */
export function readMeasures(path: string): Measures {
  return exactly(measuresReading(readYaml(path)));
}

export function measuresReading(yaml: YamlFile): Reading<Measures> {
  const problems = problemList(yaml);
  const written = shaped({measures}, yaml.value, [], problems) ?? {};
  const drafts = yaml
    .keys(["measures"])
    .map((name) => [name, measureDraft(name, valueAt(yaml.value, ["measures", name]), problems)] as const);
  for (const [name, draft] of drafts) {
    if (!draft) continue;
    checkMeasure(draft, ["measures", name], problems);
    if ("matters" in draft) checkMatters(draft, ["measures", name], problems);
  }
  return {
    problems: problems.list,
    exact: () => ({
      currency: whole<string>(written.currency),
      measures: drafts.map(([name, draft]) => exactMeasure(name, whole<WrittenMeasure>(draft)))
    })
  };
}

const KINDS = Object.keys(measureShapes) as WrittenMeasure["kind"][];

function measureDraft(
  name: string,
  value: unknown,
  problems: ProblemList
): Draft<WrittenMeasure> | undefined {
  const path = ["measures", name];
  const kind = kindOf(value, KINDS, path, problems);
  return (
    kind &&
    ({
      kind,
      ...shaped<(typeof measureShapes)[typeof kind]>(
        {[`measure of ${kind}`]: measureShapes[kind]},
        value,
        path,
        problems
      )
    } as Draft<WrittenMeasure>)
  );
}

function exactMeasure(name: string, written: WrittenMeasure): Measure {
  const words = {
    name,
    unit: written.unit,
    base: written.base,
    says: written.says.trim().replace(/\s+/g, " ")
  };
  if (written.kind === "count") return {...words, kind: "total", part: written.count};
  if (written.kind === "sum") return {...words, kind: "total", part: written.sum};
  const compared = {...words, matters: exactMatters(written.matters)};
  switch (written.kind) {
    case "ratio":
      return {...compared, kind: "ratio", over: written.ratio as [Part, Part]};
    case "median":
      return {...compared, kind: "median", of: written.median};
    case "share":
      return {...compared, kind: "share", part: written.share};
    case "penetration":
      return {...compared, kind: "penetration"};
    case "index":
      return {...compared, kind: "index", part: written.index};
  }
}

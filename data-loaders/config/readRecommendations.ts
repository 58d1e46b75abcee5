import {checkRecommendation} from "./checks/checkRecommendation.ts";
import type {RecommendationWords} from "./checks/checkRecommendation.ts";
import {percentNumber} from "./conditions.ts";
import {problemList} from "./problemList.ts";
import type {Reading} from "./reading.ts";
import type {YamlFile} from "./readYaml.ts";
import type {Evidence, FindPlace, Recommendation} from "./recommendations.ts";
import {whole} from "./shapes/draft.ts";
import {recommendation, recommendations} from "./shapes/recommendations.ts";
import type {WrittenEvidence, WrittenRecommendation} from "./shapes/recommendations.ts";
import {shaped} from "./shapes/shaped.ts";
import {valueAt} from "./valueAt.ts";
import type {Path} from "./path.ts";

/** Share of an audience that is held out unless a recommendation says otherwise: half finds the smallest lift. */
const HALF = 0.5;

/** What the file recommends, checked against segments and measures; figures are checked with the pages. */
export function recommendationsReading(
  yaml: YamlFile,
  words: RecommendationWords
): Reading<readonly Recommendation[]> {
  const problems = problemList(yaml);
  shaped({recommendations}, yaml.value, [], problems);
  const drafts = yaml.keys(["recommendations"]).map((id) => {
    const path = ["recommendations", id];
    const draft = shaped({recommendation}, valueAt(yaml.value, path), path, problems);
    if (draft) checkRecommendation(draft, path, words, problems);
    return [id, draft] as const;
  });
  return {
    problems: problems.list,
    exact: () => drafts.map(([id, draft]) => exactly(id, whole<WrittenRecommendation>(draft), yaml))
  };
}

function exactly(id: string, written: WrittenRecommendation, yaml: YamlFile): Recommendation {
  const {audience, rests_on, test, title, action, question, ...texts} = written;
  const [[segmentation, label] = ["all", ""]] = Object.entries(audience);
  return {
    ...texts,
    id,
    title,
    question,
    action: action.trim(),
    ...(segmentation !== "all" && {audience: {segmentation, label}}),
    restsOn: rests_on.map((evidence, at) =>
      exactEvidence(evidence, placeOf(yaml, ["recommendations", id, "rests_on", at]))
    ),
    ...(test && {
      test: {
        measure: test.measure,
        holdOut: test.hold_out === undefined ? HALF : percentNumber(test.hold_out)
      }
    }),
    place: placeOf(yaml, ["recommendations", id], "key")
  };
}

function exactEvidence({verdict, expect, row = [], ...names}: WrittenEvidence, place: FindPlace): Evidence {
  const must = verdict === undefined ? {expect: expect ?? ""} : {verdict};
  return {...names, row: typeof row === "string" ? [row] : row, must, place};
}

function placeOf(yaml: YamlFile, path: Path, what?: "key"): FindPlace {
  return () => ({file: yaml.file, ...yaml.locate(path, what)});
}

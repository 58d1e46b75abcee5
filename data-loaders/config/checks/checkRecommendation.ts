import {percentNumber} from "../conditions.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenEvidence, WrittenRecommendation} from "../shapes/recommendations.ts";
import {suggestion} from "../suggestion.ts";
import type {Measures} from "../measures.ts";
import type {Segments} from "../segments.ts";

/** What recommendations may name. Absent where the file that says so cannot be read. */
export interface RecommendationWords {
  readonly segments: Segments | undefined;
  readonly measures: Measures | undefined;
}

/** Reports what a recommendation names that is not there. Figures are checked when the pages are read. */
export function checkRecommendation(
  {audience, rests_on = [], test}: Draft<WrittenRecommendation>,
  path: Path,
  {segments, measures}: RecommendationWords,
  problems: ProblemList
): void {
  const entries = Object.entries((audience ?? {}) as Readonly<Record<string, string>>);
  const fault = audience && audienceFault(entries, segments);
  if (fault) problems.add([...path, "audience", ...fault.at], fault.message, fault.what);
  for (const [at, evidence] of rests_on.entries())
    if (evidence) checkEvidence(evidence, [...path, "rests_on", at], problems);
  const measure = test?.measure;
  const known = measures?.measures.filter(({kind}) => kind === "ratio").map(({name}) => name);
  if (measure !== undefined && known && !known.includes(measure))
    problems.add([...path, "test", "measure"], `a test measures a ratio${suggestion(measure, known)}`);
  const held = test?.hold_out === undefined ? 0.5 : percentNumber(test.hold_out);
  if (!(held > 0 && held < 1))
    problems.add([...path, "test", "hold_out"], "between 0% and 100% of the audience is held out");
}

interface Fault {
  readonly at: Path;
  readonly message: string;
  readonly what?: "key";
}

/** `{ loyalty: Loyal }`, or `{ all: customers }`. */
function audienceFault(
  [[name, label] = ["", ""], ...more]: readonly [string, string][],
  segments: Segments | undefined
): Fault | undefined {
  if (name === "" || more.length > 0)
    return {at: [], message: "one segment is needed, { loyalty: Loyal }, or { all: customers }"};
  if ((name === "all" && label === "customers") || !segments) return undefined;
  const known = segments.segmentations.filter(({grain}) => grain === "customer");
  const segmentation = known.find((one) => one.name === name);
  if (!segmentation) {
    const hint = suggestion(name, [...known.map((one) => one.name), "all"]);
    return {at: [name], message: `unknown segmentation of customers${hint}`, what: "key"};
  }
  const labels = segmentation.segments.map((segment) => segment.label);
  if (labels.includes(label)) return undefined;
  return {at: [name], message: `${name} has no segment "${label}"${suggestion(label, labels)}`};
}

function checkEvidence({verdict, expect}: Draft<WrittenEvidence>, path: Path, problems: ProblemList): void {
  if (verdict !== undefined && expect !== undefined)
    problems.add([...path, "expect"], 'stands beside "verdict"; keep one of the two', "key");
  if (verdict === undefined && expect === undefined)
    problems.add(path, "a verdict or an expectation is needed: verdict: difference", "key");
}

import {VERDICT_WORDS} from "../../data-loaders/statistics/verdictWords.ts";
import type {FigureData} from "./figureData.ts";
import type {FigureMeasure} from "./figureMeasure.ts";
import {inSentence, measureTitle} from "./measureTitle.ts";
import {wordList} from "./wordList.ts";

/** As many measures and names as a listener keeps in mind. */
const most = 4;

/** `Price per item: no difference worth acting on.` for alt texts. */
export function verdictSentences({measures, verdicts}: FigureData): string {
  const compared = measures.flatMap((measure, at) => (verdicts[at] ? [{measure, ...verdicts[at]}] : []));
  return compared
    .slice(0, most)
    .map(({measure, verdict, differing}) => {
      const more = differing.length - most;
      const names = [...differing.slice(0, most), ...(more > 0 ? [`${more} more`] : [])];
      const who = verdict === "difference" ? ` for ${wordList(names)}` : "";
      return `${measureTitle(measure)}: ${VERDICT_WORDS[verdict]}${who}.`;
    })
    .join(" ");
}

/** What intervals and verdicts mean, where the figure has any. */
export function verdictNote({measures, verdicts}: FigureData): string {
  const compared = measures.filter((_, at) => verdicts[at]);
  if (compared.length === 0) return "";
  const matters = [...new Set(compared.map(mattersWords))];
  const from =
    matters.length === 1 ? matters[0]! : wordList(matters.map((words) => inMeasures(words, compared)));
  return `Intervals are 95%. A difference from everyone counts when it is sure and at least ${from}.`;
}

/** `2 points in reorder share` */
function inMeasures(words: string, compared: readonly FigureMeasure[]): string {
  const those = compared.filter((measure) => mattersWords(measure) === words);
  return `${words} in ${wordList(those.map((measure) => inSentence(measureTitle(measure))))}`;
}

/** `5% of everyone’s value`, `2 points`. */
function mattersWords({matters}: FigureMeasure): string {
  if (!matters) return "";
  if (matters.kind === "points") return matters.points === 1 ? "1 point" : `${matters.points} points`;
  return `${Number((100 * matters.share).toFixed(2))}% of everyone’s value`;
}

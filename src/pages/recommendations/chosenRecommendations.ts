import type {Recommendation} from "../../../data-loaders/config/recommendations.ts";
import {suggestion} from "../../../data-loaders/config/suggestion.ts";
import type {PageSegment} from "../pageSource.ts";

/**
 * The recommendations that a block asks for: all of them without a word, those of `question 5`, those whose audience is
 * the segment of the page (`segment`), or some by their ids, each on a line. `first 5` is for the block: five that stand.
 */
export function chosenRecommendations(
  text: string,
  all: readonly Recommendation[],
  segment: PageSegment | undefined
): readonly Recommendation[] | {readonly message: string} {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0 || firstOf(text) !== undefined) return all;
  if (words[0] === "question") {
    const question = Number(words[1]);
    if (words.length === 2 && question >= 1 && question <= 10)
      return all.filter((one) => one.question === question);
    return {message: "one of the ten questions is needed: question 5"};
  }
  if (words.length === 1 && words[0] === "segment") {
    if (!segment)
      return {message: "only the template of segment pages has a segment; write ids, or question 5"};
    return all.filter(
      ({audience}) => audience?.segmentation === segment.segmentation && audience.label === segment.label
    );
  }
  const known = all.map(({id}) => id);
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined)
    return {message: `unknown recommendation "${unknown}"${suggestion(unknown, known)}`};
  return words.map((word) => all.find(({id}) => id === word)!);
}

/** How many of those that stand are asked for: `first 5`. */
export function firstOf(text: string): number | undefined {
  const found = /^first ([1-9]\d?)$/.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}

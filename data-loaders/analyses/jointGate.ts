import type {Aggregate} from "../aggregates/aggregate.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {AnalysisGate} from "./analysedBaskets.ts";

/** Tables before the gate, with the dimensions that were made for them. */
type Disclose = (raw: readonly RawAggregate[], made: readonly CodedDimension[]) => readonly Aggregate[];

/**
 * A gate for analyses that run at once: when all of them have asked, their tables are disclosed in one go, so that
 * nothing hidden in one follows from another. Whoever calls adds the tables of the pages.
 * @param asks how many analyses will ask; none is answered before
 */
export function jointGate(atLeast: number, asks: number, disclose: Disclose): AnalysisGate {
  const waiting: {raw: readonly RawAggregate[]; answer: (shown: readonly Aggregate[]) => void}[] = [];
  const made = new Map<string, CodedDimension>();
  return {
    atLeast,
    disclose: (raw, ownDimensions = []) =>
      new Promise((answer) => {
        waiting.push({raw, answer});
        for (const dimension of ownDimensions) made.set(dimension.name, dimension);
        if (waiting.length === asks) answerAll();
      })
  };

  function answerAll(): void {
    const shown = disclose(
      waiting.flatMap((each) => each.raw),
      [...made.values()]
    );
    let end = 0;
    for (const {raw, answer} of waiting) {
      end += raw.length;
      answer(shown.slice(end - raw.length, end));
    }
  }
}

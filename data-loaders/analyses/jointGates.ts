import type {Aggregate} from "../aggregates/aggregate.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {AnalysisGate} from "./analysedBaskets.ts";

/** Tables before the gate, with the dimensions that were made for them. */
type Disclose = (raw: readonly RawAggregate[], made: readonly CodedDimension[]) => readonly Aggregate[];

interface Asked {
  readonly raw: readonly RawAggregate[];
  readonly made: readonly CodedDimension[];
  readonly answer: (shown: readonly Aggregate[]) => void;
}

/**
 * One gate for each of those that count at once: when all have asked, their tables are disclosed in one go, so that
 * nothing hidden in one follows from another. They stand in the order of the gates, whoever is ready first.
 */
export function jointGates(atLeast: number, gates: number, disclose: Disclose): AnalysisGate[] {
  const asked: (Asked | undefined)[] = Array.from({length: gates}, () => undefined);
  const answerAll = (all: readonly Asked[]): void => {
    const made = new Map(all.flatMap((each) => each.made.map((dimension) => [dimension.name, dimension])));
    const shown = disclose(
      all.flatMap(({raw}) => raw),
      [...made.values()]
    );
    let end = 0;
    for (const {raw, answer} of all) {
      end += raw.length;
      answer(shown.slice(end - raw.length, end));
    }
  };
  return asked.map((_, at) => ({
    atLeast,
    disclose: (raw, made = []) =>
      new Promise((answer) => {
        asked[at] = {raw, made, answer};
        const all = asked.filter((each) => each !== undefined);
        if (all.length === gates) answerAll(all);
      })
  }));
}

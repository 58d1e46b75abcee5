import {setImmediate as turn} from "node:timers/promises";
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
 * @param foresee is told what the first gate was asked, and others so far, while it waits for the rest
 */
export function jointGates(
  atLeast: number,
  gates: number,
  disclose: Disclose,
  foresee: (...told: Parameters<Disclose>) => void = () => undefined
): AnalysisGate[] {
  const asked: (Asked | undefined)[] = Array.from({length: gates}, () => undefined);
  const told = (): {all: Asked[]; raw: RawAggregate[]; made: CodedDimension[]} => {
    const all = asked.filter((each) => each !== undefined);
    const made = new Map(all.flatMap((each) => each.made.map((dimension) => [dimension.name, dimension])));
    return {all, raw: all.flatMap(({raw}) => raw), made: [...made.values()]};
  };
  const answerAll = (): void => {
    const {all, raw: tables, made} = told();
    const shown = disclose(tables, made);
    let end = 0;
    for (const {raw, answer} of all) {
      end += raw.length;
      answer(shown.slice(end - raw.length, end));
    }
  };
  const isComplete = (): boolean => !asked.includes(undefined);
  return asked.map((_, at) => ({
    atLeast,
    disclose: async (raw, made = []) => {
      const shown = new Promise<readonly Aggregate[]>((answer) => {
        asked[at] = {raw, made, answer};
      });
      if (isComplete()) answerAll();
      else if (at === 0) {
        await turn();
        const {raw: tables, made: all} = told();
        if (!isComplete()) foresee(tables, all);
      }
      return shown;
    }
  }));
}

import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll} from "vitest";

/**
 * What became of one attack: the right outcome; a wrong number or a lost row that nobody was told of; or any other
 * wrong outcome, such as a crash or a message about something else.
 */
export type Verdict = "survived" | "silent" | "failed";

/** Counts the verdicts of one suite. */
export interface Score {
  readonly note: (verdict: Verdict) => void;
}

/**
 * Prints `CSV: 180/180 survived, 0 silent` when the suite is done. `npm run test:full` collects such lines in
 * docs/reliability.md; `says` tells there what is done to the product.
 */
export function scoreOf(suite: string, says: string): Score {
  const verdicts: Verdict[] = [];
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  afterAll(() => {
    const score = {suite, says, survived: count("survived"), cases: verdicts.length, silent: count("silent")};
    console.log(`${suite}: ${score.survived}/${score.cases} survived, ${score.silent} silent`);
    const folder = process.env.CARTOGRAPH_SCORES;
    if (!folder) return;
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, `${suite.replaceAll(/\W+/g, "-")}.json`), JSON.stringify(score));
  });
  return {note: (verdict) => verdicts.push(verdict)};
}

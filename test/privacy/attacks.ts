import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, it} from "vitest";

/** Attacks of one suite: each is a test of its own, and counted. */
export interface Attacks {
  /** A test that passes where the attack gains nothing. */
  readonly attack: (name: string, timeout: number, run: () => void | Promise<void>) => void;
}

/**
 * Prints `privacy: 12/12 attacks repelled` when the suite is done, and leaves the score for docs/reliability.md where
 * the full test asks for it. An attack that gains something is a silent leak.
 */
export function attacksOf(suite: string, says: string): Attacks {
  let [tried, repelled] = [0, 0];
  afterAll(() => {
    console.log(`${suite}: ${repelled}/${tried} attacks repelled`);
    const folder = process.env.CARTOGRAPH_SCORES;
    if (!folder) return;
    mkdirSync(folder, {recursive: true});
    const score = {suite, says, survived: repelled, cases: tried, silent: tried - repelled};
    writeFileSync(join(folder, `${suite.replaceAll(/\W+/g, "-")}.json`), JSON.stringify(score));
  });
  return {
    attack: (name, timeout, run) =>
      it(name, {timeout}, async () => {
        tried++;
        await run();
        repelled++;
      })
  };
}

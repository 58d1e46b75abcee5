import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {NOTHING_PLANTED, PLANTED, plantedFindings, QUERIES} from "./plantedFindings.ts";
import type {PlantedFindings} from "./plantedFindings.ts";
import {plantedShop} from "./plantedShop.ts";
import type {Comparison} from "../../data-loaders/statistics/comparison.ts";
import {plantedTruths} from "../../sample/plantedTruths.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {tempFolder} from "../tempFolder.ts";

const isFull = process.env.CARTOGRAPH_FULL === "1";
/**
 * Enough that 5 % of a basket's size can be told from nothing in every region of every sample: with 20,000 customers it
 * can be in 80 of 100, and the others are called "can't tell".
 */
const CUSTOMERS = isFull ? 40_000 : 20_000;
const SEEDS = isFull ? 100 : 1;
/** Of 100 seeds: intervals that hold a planted difference, and planted nulls that are denied. */
const [HELD, DENIED] = [0.93 * SEEDS, 0.95 * SEEDS];

closePools();

describe(`of ${SEEDS} samples of ${CUSTOMERS.toLocaleString("en")} customers, from CSV to verdict`, () => {
  const found: PlantedFindings[] = [];
  beforeAll(
    async () => {
      const folder = tempFolder();
      for (let seed = 1; seed <= SEEDS; seed++)
        found.push(plantedFindings(await plantedShop(CUSTOMERS, seed, folder, poolOf(2), QUERIES)));
    },
    isFull ? 7_200_000 : 120_000
  );

  const comparisons = (id: string): readonly Comparison[] => found.map(({differences}) => differences[id]!);
  const held = (of: readonly Comparison[], truth: number, within = 0): number =>
    of.filter(({low, high}) => low - within <= truth && truth <= high + within).length;

  const denied = (name: string): number =>
    found.filter(({verdicts}) => verdicts[name] === "no difference").length;
  const heldOf = (id: string): number => {
    // the planted value is that of the generator's rule; repeats and small baskets move its limit by up to `within`
    const {effect, within} = plantedTruths().find((truth) => truth.id === id)!;
    return held(comparisons(id), effect.value, within);
  };
  const heldLimit = (id: string): number => {
    const all = comparisons(id);
    return held(all, all.reduce((sum, {value}) => sum + value, 0) / SEEDS);
  };

  afterAll(() => {
    if (!isFull) return;
    for (const id of PLANTED)
      console.log(`${id}: held ${heldOf(id)}/${SEEDS}, limit held ${heldLimit(id)}/${SEEDS}`);
    for (const name of NOTHING_PLANTED) console.log(`${name}: no difference ${denied(name)}/${SEEDS}`);
  });

  it.each(PLANTED)("intervals hold what was planted: %s", (id) => {
    expect(plantedTruths().find((truth) => truth.id === id)?.kind).toBe("difference");
    expect(heldOf(id)).toBeGreaterThanOrEqual(HELD);
    for (const {p} of comparisons(id)) expect(p).toBeLessThan(1e-6);
  });

  it.runIf(isFull).each(PLANTED)("intervals are as wide as samples differ: %s", (id) => {
    expect(heldLimit(id)).toBeGreaterThanOrEqual(HELD - 3); // 95 less two and a half standard errors
  });

  it.each(NOTHING_PLANTED)("nothing was planted, and that is said: %s", (name) => {
    expect(denied(name)).toBeGreaterThanOrEqual(DENIED);
  });

  it("calls the department that a segment buys three times as much of a difference", () => {
    for (const {verdicts} of found) expect(verdicts["index of babies by young families"]).toBe("difference");
  });
});

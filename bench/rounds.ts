import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {changedConfig} from "./changedConfig.ts";
import type {Measured, StepTask} from "./measured.ts";
import type {Way} from "./options.ts";
import {runFresh} from "./runFresh.ts";

export type Rounds = ReadonlyMap<Way, readonly Measured[]>;

/** Folders that all rounds of a scale share. */
export type Place = Pick<StepTask, "data" | "config" | "pages" | "queries"> & {
  readonly root: string;
  readonly scratch: string;
};

/** Every way once per round, one after another, so that what else the machine does meets them all alike. */
export function rounds(ways: readonly Way[], runs: number, place: Place): Rounds {
  const found = new Map<Way, Measured[]>(ways.map((way) => [way, []]));
  if (ways.includes("warm") && !ways.includes("cold")) once("cold", 0, place);
  for (let run = 0; run < runs; run++) {
    for (const way of ways) {
      const measured = once(way, run, place);
      found.get(way)!.push(measured);
      console.log(
        `  ${run + 1}/${runs} ${way.padEnd(9)} ${(measured.total_ms / 1000).toFixed(2)} s, ${measured.peak_mb.toFixed(0)} MB`
      );
    }
  }
  return found;
}

function once(way: Way, run: number, {root, scratch, ...place}: Place): Measured {
  const cache = join(scratch, "cache");
  mkdirSync(cache, {recursive: true});
  const task: StepTask = {...place, way, cache};
  if (way === "cold") {
    rmSync(cache, {recursive: true, force: true});
    return runFresh({...task, way: "cartograph"}, root);
  }
  if (way !== "warm") return runFresh(task, root);
  const config = changedConfig(place.config, join(scratch, "config"), run);
  return runFresh({...task, way: "cartograph", config}, root);
}

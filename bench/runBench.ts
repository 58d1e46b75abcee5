import {rmSync} from "node:fs";
import {join, resolve} from "node:path";
import {UserError} from "../data-loaders/config/problem.ts";
import {projectRoot} from "../publish/site/projectRoot.ts";
import {agreement} from "./agreement.ts";
import {benchOptions} from "./options.ts";
import type {BenchOptions, Way} from "./options.ts";
import {questions} from "./questions.ts";
import {medianTime, results} from "./results.ts";
import {rounds} from "./rounds.ts";
import type {Place, Rounds} from "./rounds.ts";
import {hasPandas} from "./runFresh.ts";
import {scaleData, SCALES} from "./scales.ts";
import type {Scale} from "./scales.ts";

/** Measures, prints, and asserts nothing: times are the machine's, ratios are for the reader. */
export async function runBench(args: readonly string[]): Promise<number> {
  try {
    const options = benchOptions(args);
    const cold = new Map<Scale, number>();
    for (const scale of options.data === undefined ? options.scales : [undefined]) {
      const found = await benchScale(scale, options);
      const runs = found.get("cold");
      if (scale !== undefined && runs?.length) cold.set(scale, medianTime(runs));
    }
    console.log(growth(cold));
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function benchScale(scale: Scale | undefined, options: BenchOptions): Promise<Rounds> {
  const root = projectRoot();
  const cache = join(root, ".cache/bench");
  const data = scale === undefined ? resolve(options.data!) : await scaleData(scale, cache);
  const scratch = join(cache, `scratch-${process.pid}`);
  const folders = {config: join(root, "config"), pages: join(root, "src/pages/content")};
  try {
    const place: Place = {
      ...folders,
      root,
      scratch,
      data,
      queries: await questions(folders, data, join(scratch, "cache"))
    };
    console.log(`\n${scale ?? data}: ${place.queries.length} queries, ${options.runs} rounds`);
    const found = rounds(possibleWays(options.ways, scale), options.runs, place);
    console.log(`\n${results(found)}\n${agreement(found)}`);
    return found;
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}

/** A notebook's way takes 17 GB at full scale, and no ratio needs it there. */
function possibleWays(ways: readonly Way[], scale: Scale | undefined): Way[] {
  const isAsked = ways.some((way) => way === "pandas" || way === "notebook");
  const pandas = isAsked && hasPandas();
  if (isAsked && !pandas)
    console.log("pandas is left out: /usr/bin/python3 has none (apt-get install python3-pandas)");
  const isLarge = scale === "full" || scale === "triple";
  return ways.filter((way) => (way === "pandas" ? pandas : way === "notebook" ? pandas && !isLarge : true));
}

/** How cold runs grow: time per customer against that of the tenth. */
function growth(cold: ReadonlyMap<Scale, number>): string {
  const base = cold.get("tenth");
  if (base === undefined || cold.size < 2) return "";
  const perCustomer = (scale: Scale, time: number): number => time / SCALES[scale];
  const lines = [...cold].map(
    ([scale, time]) =>
      `  ${scale.padEnd(10)} ${(time / 1000).toFixed(2).padStart(8)} s   ${(perCustomer(scale, time) / perCustomer("tenth", base)).toFixed(2)} × the tenth's time per customer`
  );
  return `\ngrowth of cold runs\n${lines.join("\n")}`;
}

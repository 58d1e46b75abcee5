import {existsSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {GENERATOR_VERSION} from "../sample/bundledSample.ts";
import {writeSample} from "../sample/writeSample.ts";

/** Customers of each scale; full is that of the public data. */
export const SCALES = {hundredth: 2062, tenth: 20_621, full: 206_209, triple: 618_627} as const;

export type Scale = keyof typeof SCALES;

const SEED = 20170101;

/** The folder of a scale's made-up CSVs below `cache`, written first where it is not there. */
export async function scaleData(scale: Scale, cache: string): Promise<string> {
  const folder = join(cache, `${scale}-${SEED}-${GENERATOR_VERSION}`);
  if (existsSync(folder)) return folder;
  console.log(`writing the data of scale ${scale} …`);
  const aside = `${folder}.${process.pid}`;
  try {
    await writeSample({customers: SCALES[scale], seed: SEED, out: aside});
    renameSync(aside, folder);
  } finally {
    rmSync(aside, {recursive: true, force: true});
  }
  return folder;
}

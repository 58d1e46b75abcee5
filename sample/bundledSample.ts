import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {mkdir, mkdtemp, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {PLANTS} from "./plants.ts";
import {writeSample} from "./writeSample.ts";

/** What `npm run report` without arguments reports on. */
export const SAMPLE = {customers: 2000, seed: 20170101} as const;

/** To be raised with every change of the generator that changes a byte of what it writes. */
export const GENERATOR_VERSION = 3;

/**
 * The folder of the bundled sample, written first when the cache does not hold it yet. It appears whole or not at all,
 * so that two commands at once do no harm.
 * @returns `<cacheDir>/sample-<key>`; the key follows from all that decides its bytes
 */
export async function ensureBundledSample(cacheDir: string): Promise<string> {
  const folder = join(cacheDir, `sample-${sampleKey()}`);
  if (existsSync(folder)) return folder;
  await mkdir(cacheDir, {recursive: true});
  const aside = await mkdtemp(`${folder}.part-`);
  try {
    await writeSample({...SAMPLE, out: aside});
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, {recursive: true, force: true});
    if (!existsSync(folder)) throw error; // else another command was first, with the same bytes
  }
  return folder;
}

function sampleKey(): string {
  const deciding = JSON.stringify([GENERATOR_VERSION, SAMPLE, PLANTS]);
  return createHash("sha256").update(deciding).digest("hex").slice(0, 12);
}

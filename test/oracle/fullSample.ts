import {existsSync} from "node:fs";
import {mkdir, rename} from "node:fs/promises";
import {join} from "node:path";
import {writeSample} from "../../sample/writeSample.ts";

/** Full Instacart scale: made once by the generator, about 700 MB in the cache. */
export async function fullSample(): Promise<string> {
  const ready = ["/tmp/full", ".cache/full-scale"].find((folder) => existsSync(join(folder, "orders.csv")));
  if (ready) return ready;
  const aside = ".cache/full-scale.part";
  await mkdir(aside, {recursive: true});
  await writeSample({customers: 206_209, seed: 1, out: aside});
  await rename(aside, ".cache/full-scale");
  return ".cache/full-scale";
}

import {readFileSync} from "node:fs";
import {join} from "node:path";
import * as z from "zod";
import {manifestShape} from "../manifest/manifest.ts";
import {versionFolders} from "./versionIndex.ts";

const {config, inputs, keys} = manifestShape.shape;

/** What the manifest of any form has to tell of the sizes that were published, and what tells how they were made. */
const publishedSizes = z.object({
  customers: z.number().optional().catch(undefined),
  segmentations: z.array(
    z.object({
      name: z.string(),
      grain: z.string(),
      segments: z.array(z.object({label: z.string(), size: z.unknown()}))
    })
  ),
  config: config.catch([]),
  inputs: inputs.catch([]),
  keys: keys.catch({baskets: "", code: ""})
});

export interface EarlierManifest extends z.infer<typeof publishedSizes> {
  readonly version: string;
  readonly folder: string;
}

/** Of all published versions. One that can't be read is left out: what it says is not known to a reader, either. */
export function earlierManifests(dist: string): EarlierManifest[] {
  return versionFolders(dist).flatMap((version) => {
    const folder = join(dist, version);
    const {data} = publishedSizes.safeParse(contentOf(folder));
    return data ? [{...data, version, folder}] : [];
  });
}

function contentOf(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  } catch {
    return undefined;
  }
}

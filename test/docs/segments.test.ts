import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {parse, stringify} from "yaml";
import {segmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import {proveSegments} from "../../data-loaders/segments/proofs/proveSegments.ts";
import {ensureBundledSample} from "../../sample/bundledSample.ts";
import {tempFolder} from "../tempFolder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const course = readFileSync(join(root, "docs/segments.md"), "utf8");
const examples = [...course.matchAll(/^## (.+)$|^```yaml\n([\s\S]*?)^```$/gm)].reduce<
  {title: string; yaml: string}[]
>((found, [, title, yaml]) => {
  if (title) found.push({title, yaml: ""});
  else if (found.at(-1)!.yaml === "") found.at(-1)!.yaml = yaml!;
  else found.push({title: `${found.at(-1)!.title} (again)`, yaml: yaml!});
  return found;
}, []);

type Groups = Record<"facts" | "segmentations", Record<string, unknown>>;

let pool: WorkerPool;
let cache: string;
beforeAll(() => {
  pool = new WorkerPool(process.env.CARTOGRAPH_WORKER!);
  cache = tempFolder();
});
afterAll(() => pool.close());

test.each(examples)("$title: everyone is in exactly one segment, and no segment is empty", async ({yaml}) => {
  const config = join(tempFolder(), "config");
  cpSync(join(root, "config"), config, {recursive: true});
  const shipped = parse(readFileSync(join(config, "segments.yaml"), "utf8")) as Groups;
  const example = parse(yaml) as Partial<Groups>;
  const both = {
    facts: {...shipped.facts, ...example.facts},
    segmentations: {...shipped.segmentations, ...example.segmentations}
  };
  writeFileSync(join(config, "segments.yaml"), stringify(both));
  const read = readConfig(config);
  expect(proveSegments(read.segments, read.sources, read.where).problems).toEqual([]);
  const sample = await ensureBundledSample(join(root, ".cache"));
  const {segmentations, baskets} = await segmentedBaskets(read, sample, cache, pool, () => undefined);
  for (const name of Object.keys(example.segmentations!)) {
    const {labels, codes} = segmentations.find((entry) => entry.name === name)!;
    const sizes = labels.map((_, code) => codes.filter((other) => other === code).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(baskets.customers);
    expect(Math.min(...sizes.filter((_, code) => labels[code] !== "One order only")), name).toBeGreaterThan(
      0
    );
  }
});

test("the course has an example under every heading", () => {
  expect(examples.length).toBeGreaterThanOrEqual(11);
  expect(examples.every(({yaml}) => yaml !== "")).toBe(true);
});

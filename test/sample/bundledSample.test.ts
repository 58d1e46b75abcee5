import {readdirSync, statSync} from "node:fs";
import {basename, join} from "node:path";
import {describe, expect, test} from "vitest";
import {ensureBundledSample, SAMPLE} from "../../sample/bundledSample.ts";
import {temporaryFolder} from "./fixtures.ts";
import {readCustomerLines} from "./sampleFiles.ts";

const cache = join(temporaryFolder(), "cache");

describe("the bundled sample", () => {
  test("is written once and kept, also when two commands want it at once", async () => {
    const [one, other] = await Promise.all([ensureBundledSample(cache), ensureBundledSample(cache)]);
    expect(other).toBe(one);
    expect(readdirSync(cache)).toEqual([basename(one)]);
    expect(basename(one)).toMatch(/^sample-[0-9a-f]{12}$/);
    expect(readCustomerLines(one)).toHaveLength(SAMPLE.customers);
    const written = statSync(join(one, "orders.csv")).mtimeMs;
    expect(await ensureBundledSample(cache)).toBe(one);
    expect(statSync(join(one, "orders.csv")).mtimeMs).toBe(written);
  });
});

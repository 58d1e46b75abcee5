import {openSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test, vi} from "vitest";
import {stageFolder} from "../../publish/versions/asidePaths.ts";
import {placeVersion} from "../../publish/versions/placeVersion.ts";
import {predecessor} from "../../publish/versions/predecessor.ts";
import {tempFolder} from "../tempFolder.ts";

vi.mock("node:fs", {spy: true}); // the real functions, which remember what they were called with

const manifestsRead = (): string[] =>
  [...vi.mocked(readFileSync).mock.calls, ...vi.mocked(openSync).mock.calls]
    .map(([path]) => String(path))
    .filter((path) => path.endsWith("manifest.json"));

test("of 100 versions, the 100th reads as many manifests as the second: that of the version before and its own", async () => {
  const dist = join(tempFolder(), "dist");
  const reads: string[][] = [];
  for (let at = 0; at < 100; at++) {
    const version = `1.${at}.0`;
    vi.clearAllMocks();
    predecessor(dist, version);
    const stage = stageFolder(dist);
    writeFileSync(
      join(stage, "manifest.json"),
      JSON.stringify({version, date: "2026-11-22", title: "A report"})
    );
    await placeVersion(dist, stage, version);
    reads.push(manifestsRead());
  }
  const of = (version: string): string => join(dist, version, "manifest.json");
  expect(reads[1]).toEqual([of("1.0.0"), of("1.1.0")]);
  expect(reads[99]).toEqual([of("1.98.0"), of("1.99.0")]);
});

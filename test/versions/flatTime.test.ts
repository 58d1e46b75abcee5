import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {stageFolder} from "../../publish/versions/asidePaths.ts";
import {placeVersion} from "../../publish/versions/placeVersion.ts";
import {predecessor} from "../../publish/versions/predecessor.ts";
import {tempFolder} from "../tempFolder.ts";

test("of 100 versions, only the predecessor's manifest is read, and the last takes no longer than the first", async () => {
  const dist = join(tempFolder(), "dist");
  const times: number[] = [];
  for (let at = 0; at < 100; at++) {
    const start = performance.now();
    const version = `1.${at}.0`;
    predecessor(dist, version);
    const stage = stageFolder(dist);
    writeFileSync(
      join(stage, "manifest.json"),
      JSON.stringify({version, date: "2026-11-22", title: "A report"})
    );
    // A manifest that any reading of would show: only that of the version before may be opened.
    mkdirSync(join(stage, "data"));
    await placeVersion(dist, stage, version);
    times.push(performance.now() - start);
    if (at >= 2) writeFileSync(join(dist, `1.${at - 2}.0/manifest.json`), "not to be read");
  }
  const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;
  const [first, last] = [median(times.slice(0, 20)), median(times.slice(-20))];
  console.log(
    `milliseconds per version: ${first.toFixed(1)} of the first 20, ${last.toFixed(1)} of the last 20`
  );
  expect(last).toBeLessThan(3 * first + 5);
  expect(predecessor(dist, "1.100.0").manifest).toBeUndefined();
});

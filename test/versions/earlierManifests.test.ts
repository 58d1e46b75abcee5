import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {earlierManifests} from "../../publish/versions/earlierManifests.ts";
import {tempFolder} from "../tempFolder.ts";

const SEGMENTATIONS = [
  {name: "loyalty", title: "Loyalty", grain: "customer", segments: [{label: "Loyal", size: 12}]}
];

it("reads the sizes of manifests of any form, and passes over what is none", () => {
  const dist = tempFolder();
  const contents = {
    "1.0.0": JSON.stringify({manifest: 1, segmentations: SEGMENTATIONS}),
    "1.1.0": JSON.stringify({
      customers: 40,
      segmentations: SEGMENTATIONS,
      config: [1],
      inputs: {},
      keys: null
    }),
    "1.2.0": "{}",
    "1.3.0": "null",
    "1.4.0": "not JSON",
    "1.5.0": JSON.stringify({segmentations: [null]})
  };
  for (const [version, content] of Object.entries(contents)) {
    mkdirSync(join(dist, version));
    writeFileSync(join(dist, version, "manifest.json"), content);
  }
  mkdirSync(join(dist, "1.6.0"));
  const found = earlierManifests(dist);
  expect(found.map(({version, customers}) => [version, customers])).toEqual(
    expect.arrayContaining([
      ["1.0.0", undefined],
      ["1.1.0", 40]
    ])
  );
  expect(found).toHaveLength(2);
  for (const {config, inputs, segmentations} of found) {
    expect([config, inputs]).toEqual([[], []]);
    expect(segmentations[0]!.segments).toEqual([{label: "Loyal", size: 12}]);
  }
});

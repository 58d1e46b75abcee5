import {expect, test} from "vitest";
import {
  compareVersions,
  isVersion,
  latestOf,
  nextFree,
  predecessorOf
} from "../../publish/versions/versionNumber.ts";

test("versions are ordered as semver.org orders them", () => {
  const ordered = [
    "0.9.0",
    "0.10.0",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.0.1",
    "10.0.0"
  ];
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
});

test("only three numbers are a version, with a word behind them at most", () => {
  const names = ["1.2.0", "1.2.0-rc.1", "1.2", "01.2.0", "draft", "latest", "1.2.0/..", "1.2.0 "];
  expect(names.filter(isVersion)).toEqual(["1.2.0", "1.2.0-rc.1"]);
});

test("the next free version passes over those that are taken", () => {
  expect(nextFree("1.2.0", ["1.2.0", "1.2.1", "1.3.0"])).toBe("1.2.2");
  expect(nextFree("1.2.0-rc.1", [])).toBe("1.2.1");
});

test("the latest is the highest final one; a version's predecessor is the highest below it, a draft's the latest", () => {
  const versions = ["1.0.0", "1.2.0", "0.9.0", "2.0.0-rc.1"];
  expect(latestOf(versions)).toBe("1.2.0");
  expect(latestOf(["2.0.0-rc.1"])).toBe("2.0.0-rc.1");
  expect(latestOf([])).toBeUndefined();
  expect(predecessorOf("1.1.0", versions)).toBe("1.0.0");
  expect(predecessorOf("0.9.0", versions)).toBeUndefined();
  expect(predecessorOf(undefined, versions)).toBe("1.2.0");
});

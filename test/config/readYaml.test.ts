import {describe, expect, it} from "vitest";
import {UserError} from "../../data-loaders/config/problem.ts";
import {parseYaml, readYaml} from "../../data-loaders/config/readYaml.ts";
import type {YamlFile} from "../../data-loaders/config/readYaml.ts";
import {FIXTURE} from "./editedConfig.ts";

function read(content: string): YamlFile {
  const {yaml, problems} = parseYaml("a.yaml", content);
  expect(problems).toEqual([]);
  return yaml!;
}

describe("locate", () => {
  const yaml = read('first: { a: 1, b: [x, "yy"] }\nsecond:\n  - { c: 1 }\n  - d: 2\n    e:\n2: ü\n');

  it.each([
    [["first"], "key", 1, 1, 5],
    [["first"], "value", 1, 8, 22],
    [["first", "b", 1], "value", 1, 23, 4],
    [["second"], "value", 2, 1, 6],
    [["second", 0], "value", 3, 5, 8],
    [["second", 1], "value", 4, 5, 1],
    [["second", 1, "d"], "value", 4, 8, 1],
    [["second", 1, "e"], "value", 5, 5, 1],
    [["2"], "value", 6, 4, 1],
    [["first", "a", "deeper"], "value", 1, 13, 1],
    [["nowhere"], "value", 1, 1, 1]
  ] as const)("%j as %s", (path, what, line, column, width) => {
    expect(yaml.locate(path, what)).toEqual({line, column, width});
  });

  it("keeps its columns behind a byte-order mark and Windows line ends", () => {
    const windows = read("a: 1\r\nb: { c: 2 }\r\n");
    expect(windows.locate(["b", "c"])).toEqual({line: 2, column: 9, width: 1});
    expect(windows.value).toEqual({a: 1, b: {c: 2}});
  });
});

describe("keys", () => {
  it("stand in the order of the file, numbers too", () => {
    const yaml = read("map:\n  two: a\n  10: b\n  1: c\n");
    expect(yaml.keys(["map"])).toEqual(["two", "10", "1"]);
  });

  it("are none where the path ends early", () => {
    const yaml = read("a: 1\n");
    expect(yaml.keys(["b"])).toEqual([]);
    expect(yaml.keys(["a"])).toEqual([]);
    expect(yaml.keys([])).toEqual(["a"]);
  });
});

describe("readYaml", () => {
  it("reads a file under the name the user knows", () => {
    const yaml = readYaml(`${FIXTURE}/report.yaml`, "config/report.yaml");
    expect(yaml.file).toBe("config/report.yaml");
    expect(yaml.value).toMatchObject({title: "Who shops when", paper: "A4"});
  });

  it("throws one UserError with every fault that stands for itself", () => {
    const {problems} = parseYaml("a.yaml", "a: 1\na: 2\nb: { c: 1, c: 2 }\nd: *x\ne: &y 1\n");
    expect(problems.map(({line, column}) => [line, column])).toEqual([
      [2, 1],
      [3, 12],
      [4, 4],
      [5, 7]
    ]);
    expect(() => readYaml("/nowhere/a.yaml")).toThrow(UserError);
  });
});

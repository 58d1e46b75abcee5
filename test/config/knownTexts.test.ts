import * as z from "zod";
import {describe, expect, it} from "vitest";
import {knownText} from "../../data-loaders/config/knownTexts.ts";
import type {Path} from "../../data-loaders/config/path.ts";
import {CONFIG_FILES} from "../../data-loaders/config/readConfig.ts";
import {parseYaml} from "../../data-loaders/config/readYaml.ts";
import type {YamlFile} from "../../data-loaders/config/readYaml.ts";
import {problemList} from "../../data-loaders/config/problemList.ts";
import {shaped} from "../../data-loaders/config/shapes/shaped.ts";
import {NAME_CASES} from "../hostile/yamlNameCases.ts";
import {TYPE_CASES} from "../hostile/yamlTypeCases.ts";
import {WRITING_CASES} from "../hostile/yamlWritingCases.ts";
import {fixtureText} from "./editedConfig.ts";

const CASES = [...NAME_CASES, ...TYPE_CASES, ...WRITING_CASES]
  .map(({file, edit}) => edit(fixtureText(file)))
  .filter((text) => typeof text === "string");
const ODD = [
  "2: b\n1: a\n10: c\n",
  "a: { 7: x, 3: y, z: 1 }\nb: [1, .inf, -0, .nan, ~, 2024-01-01]\n",
  "one: 1\n'': 2\nhasOwnProperty: 3\n",
  "constructor: { toString: 1 }\n",
  "- 1\n- { b: 2, a: 1 }\n"
];

/** Every path of a value, and one that is not there. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    path,
    [...path, "not there"],
    ...Object.entries(value).flatMap(([key, inside]) => {
      const part = Array.isArray(value) ? Number(key) : key;
      return pathsOf(inside, [...path, part]);
    })
  ];
}

function told(yaml: YamlFile): unknown[] {
  return pathsOf(yaml.value).map((path) => [
    path,
    yaml.keys(path),
    yaml.locate(path),
    yaml.locate(path, "key"),
    yaml.locateIn(path, 0, 1)
  ]);
}

describe("a text that was read before", () => {
  it("says the same, of all files of the fixture and all attacks that are faultless YAML", () => {
    const texts = [...CONFIG_FILES.map(fixtureText), ...CASES, ...ODD];
    let again = 0;
    for (const text of texts) {
      const first = parseYaml("a.yaml", text, 5);
      const isKnown = knownText(text) !== undefined;
      expect(isKnown).toBe(first.problems.length === 0);
      const second = parseYaml("a.yaml", text, 5);
      expect(second.problems).toEqual(first.problems);
      if (!isKnown) continue;
      again++;
      expect(second.yaml!.value).toEqual(first.yaml!.value);
      expect(told(second.yaml!)).toEqual(told(first.yaml!));
    }
    expect(again).toBeGreaterThan(30);
  });

  it("is given anew each time, so that nobody changes what another reads", () => {
    const read = (): {list: number[]} =>
      parseYaml("a.yaml", "list: [1, 2]\n").yaml!.value as {list: number[]};
    read().list.push(3);
    expect(read()).toEqual({list: [1, 2]});
  });
});

describe("a value that had its shape before", () => {
  const told = (shapes: Readonly<Record<string, z.ZodType>>, text: string): string[] => {
    const {yaml} = parseYaml("a.yaml", text);
    const problems = problemList(yaml!);
    shaped(shapes, yaml!.value, [], problems);
    return problems.list.map(({path, message}) => `${path}: ${message}`);
  };
  const size = z.strictObject({size: z.number()});
  const word = z.strictObject({size: z.string()});

  it("is not compared again, and is not taken for another value or another shape", () => {
    let compared = 0;
    const counted = size.refine(() => ++compared > 0);
    expect(told({counted}, "size: 1")).toEqual([]);
    expect(told({counted}, "size:   1 # as it was")).toEqual([]);
    expect(compared).toBe(1);
    expect(told({counted}, "size: 2")).toEqual([]);
    expect(compared).toBe(2);
    for (const text of ['size: "1"', "size: .nan", "size: ~", "size: [1]", "size: {1: 1}", "siez: 1"])
      expect(told({counted}, text)).not.toEqual([]);
    expect(told({word}, "size: 1")).not.toEqual([]);
  });

  it("tells what is wrong with another each time", () => {
    const first = told({size}, "size: one");
    expect(first).toEqual([expect.stringContaining("size: ")]);
    expect(told({size}, "size: one")).toEqual(first);
  });

  it("needs a shape with a name of its own", () => {
    told({size}, "size: 1");
    expect(() => told({size: word}, "size: a")).toThrow(/name of its own/);
  });
});

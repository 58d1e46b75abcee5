import {LineCounter, parseDocument} from "yaml";
import * as z from "zod";
import {describe, expect, it} from "vitest";
import {knownText} from "../../data-loaders/config/knownTexts.ts";
import type {Path} from "../../data-loaders/config/path.ts";
import {CONFIG_FILES} from "../../data-loaders/config/readConfig.ts";
import {parseYaml} from "../../data-loaders/config/readYaml.ts";
import type {YamlFile} from "../../data-loaders/config/readYaml.ts";
import {problemList} from "../../data-loaders/config/problemList.ts";
import {syntaxFaults} from "../../data-loaders/config/syntaxFaults.ts";
import {yamlParts} from "../../data-loaders/config/yamlParts.ts";
import {shaped} from "../../data-loaders/config/shapes/shaped.ts";
import {NAME_CASES} from "../hostile/yamlNameCases.ts";
import {TYPE_CASES} from "../hostile/yamlTypeCases.ts";
import {WRITING_CASES} from "../hostile/yamlWritingCases.ts";
import {seeded} from "../seeded.ts";
import type {Seeded} from "../seeded.ts";
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

/** Whether the entries of the text are known. */
function areKnown(text: string): boolean {
  const parts = yamlParts(text);
  return parts?.every((part) => knownText(part.text) !== undefined) ?? false;
}

/** What the parser of YAML says of the whole text, if it finds no fault. */
function readWhole(text: string): {readonly value: unknown} | undefined {
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false
  });
  return syntaxFaults(document, text).length > 0 ? undefined : {value: document.toJS({maxAliasCount: 0})};
}

const BITS = [
  ..."#:-|>[]{}\"'&*!%?, \n",
  "\n  ",
  "\n    ",
  "\n\n",
  ": ",
  " |\n",
  " >-\n",
  "---\n",
  "...\n",
  "&a ",
  "*a",
  "<<: ",
  "? ",
  "other:\n",
  "  other: 1\n",
  '  "other": 1\n',
  "  Other: 1\n",
  "  __proto__: 1\n",
  "facts:\n",
  "# a remark\n",
  "  - x\n",
  "%TAG ! x\n",
  "constructor: 1\n"
];

/** A file as somebody types in it: bits put in, lines taken out, moved, doubled or pushed in. */
function typedIn(text: string, {below, pick}: Seeded): string {
  const at = below(text.length);
  const lines = text.split("\n");
  const line = below(lines.length);
  const bit = pick(BITS);
  return pick([
    () => text.slice(0, at) + bit + text.slice(at),
    () => [...lines.slice(0, line), bit.trimEnd(), ...lines.slice(line)].join("\n"),
    () => lines.toSpliced(line, 1).join("\n"),
    () => lines.toSpliced(line, 0, pick(lines)).join("\n"),
    () => lines.with(line, ` ${lines[line]}`).join("\n"),
    () => lines.with(line, lines[line]!.slice(1)).join("\n"),
    () => text.slice(0, at) + text.slice(at + 1)
  ])();
}

describe("an edited file of which most entries were read before", () => {
  it("may have a group by the name of what every object has", () => {
    const text = fixtureText("segments.yaml");
    parseYaml("a.yaml", text);
    const edited = `${text}\nconstructor:\n  polluted: 1\n`;
    expect(parseYaml("a.yaml", edited).yaml!.value).toEqual(readWhole(edited)!.value);
    expect(Object.hasOwn(Object, "polluted")).toBe(false);
  });

  it.each([...CONFIG_FILES])("says what the parser says of it as a whole: %s", (file) => {
    const random = seeded(7);
    const text = fixtureText(file);
    parseYaml("a.yaml", text);
    let faultless = 0;
    let inParts = 0;
    for (let turn = 0; turn < 400; turn++) {
      const edited = turn % 3 === 0 ? typedIn(typedIn(text, random), random) : typedIn(text, random);
      const {yaml, problems} = parseYaml("a.yaml", edited);
      const whole = readWhole(edited);
      expect(problems.length === 0, edited).toBe(whole !== undefined);
      if (!whole) continue;
      faultless++;
      if (yamlParts(edited)) inParts++;
      expect(yaml!.value, edited).toEqual(whole.value);
      expect(JSON.stringify(yaml!.value), edited).toBe(JSON.stringify(whole.value));
    }
    expect(faultless).toBeGreaterThan(100);
    if (yamlParts(text)) expect(inParts).toBeGreaterThan(60);
  });
});

describe("a text that was read before", () => {
  it("says the same, of all files of the fixture and all attacks that are faultless YAML", () => {
    const texts = [...CONFIG_FILES.map(fixtureText), ...CASES, ...ODD];
    let again = 0;
    for (const text of texts) {
      const first = parseYaml("a.yaml", text, 5);
      const isKnown = first.problems.length === 0;
      expect(isKnown).toBe(knownText(text) !== undefined || areKnown(text));
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

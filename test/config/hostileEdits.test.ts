import {expect, it} from "vitest";
import {parse, stringify} from "yaml";
import {renderProblems} from "../../data-loaders/config/renderProblems.ts";
import {CONFIG_FILES} from "../../data-loaders/config/readConfig.ts";
import {seeded} from "../seeded.ts";
import type {Seeded} from "../seeded.ts";
import {fixtureText, readEdited} from "./editedConfig.ts";

const VALUES: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  true,
  "",
  "x",
  "a.b",
  "item",
  "order",
  "customer.age",
  "profile",
  "1%",
  "> 5",
  "constructor",
  "toString",
  [],
  {},
  [[]],
  [null],
  ["a", "a"],
  [1, 2, 3],
  {a: 1},
  {from: 1},
  {in: [1]},
  "first",
  "age_group"
];
const KEYS = ["toString", "constructor", "hasOwnProperty", "label", "by", "of", "map", "a b", "1", ""];
const TEXTS = [
  ":",
  " ",
  "\n",
  "\t",
  "{",
  "}",
  "[",
  "]",
  "'",
  '"',
  "#",
  "-",
  "*",
  "&",
  "!",
  ",",
  ">",
  "|",
  "%",
  "@",
  "\u0000",
  "\u202e",
  "😀",
  "- ",
  ": ",
  "? ",
  "<<: ",
  "---\n",
  "\r\n"
];

type Holder = Record<string, unknown>;

/** Every object and array inside, with each of its keys. */
function places(value: unknown): (readonly [Holder, string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [
    [value as Holder, key] as const,
    ...places(inside)
  ]);
}

function withWrongValue(content: string, random: Seeded): string {
  const value: unknown = parse(content);
  const [holder, key] = random.pick(places(value));
  const old = holder[key];
  const way = random.below(3);
  if (way === 0) holder[key] = structuredClone(random.pick(VALUES));
  else delete holder[key];
  if (way === 2) holder[random.pick([...KEYS, `${key}x`, key.slice(1)])] = old;
  return stringify(value, {lineWidth: 0});
}

function withWrongText(content: string, random: Seeded): string {
  const at = random.below(content.length);
  const [before, after] = [content.slice(0, at), content.slice(at)];
  if (random.chance(0.3)) return before + after.slice(1);
  return random.chance(0.2) ? before + after.slice(random.below(30)) : before + random.pick(TEXTS) + after;
}

it("answers every edit with a configuration or with problems that stand somewhere, never with a crash", () => {
  const random = seeded(20261122);
  const count = process.env.CARTOGRAPH_FULL ? 2000 : 300;
  for (let round = 0; round < count; round++) {
    const file = random.pick(CONFIG_FILES);
    const edit = random.chance(0.5) ? withWrongValue : withWrongText;
    const content = edit(fixtureText(file), random);
    const {config, problems, lines} = readEdited({[file]: content});
    expect(config === undefined).toBe(problems.length > 0);
    for (const {line, column} of problems)
      expect([line, column]).toEqual([expect.any(Number), expect.any(Number)]);
    for (const line of lines) expect(line).not.toMatch(/undefined|\[object|[\p{Cc}\u202e]/u);
    renderProblems(problems, () => content);
  }
}, 240_000);

import {expect, it} from "vitest";
import {isMap, isScalar, parseDocument, visit} from "yaml";
import type {Node, Pair, YAMLMap} from "yaml";
import type {Config} from "../../data-loaders/config/readConfig.ts";
import {CONFIG_FILES} from "../../data-loaders/config/readConfig.ts";
import {seeded} from "../seeded.ts";
import type {Seeded} from "../seeded.ts";
import {fixtureText, readEdited} from "./editedConfig.ts";

/** Groups whose order is the order of codes, pages, printed conditions or columns. */
const ORDERED = ["facts", "segmentations", "measures", "columns", "map", "when", "where"];
/** Of these the order changes nothing but the order of the result. */
const LISTS = ["facts", "segmentations", "measures", "columns"];

function shuffledYaml(
  content: string,
  random: Seeded,
  isShuffled: (key: string | undefined) => boolean
): string {
  const document = parseDocument(content);
  visit(document, {
    Map: (_, map: YAMLMap, parents) => {
      if (isShuffled(keyOf(parents.at(-1) as Node | Pair))) map.items = random.shuffled(map.items);
    }
  });
  return document.toString({lineWidth: 0});
}

const keyOf = (parent: Node | Pair): string | undefined =>
  "key" in parent && isScalar(parent.key) && isMap(parent.value) ? String(parent.key.value) : undefined;

function shuffledConfig(seed: number, isShuffled: (key: string | undefined) => boolean): Config {
  const random = seeded(seed);
  const contents = CONFIG_FILES.map(
    (file) => [file, shuffledYaml(fixtureText(file), random, isShuffled)] as const
  );
  const {config, lines} = readEdited(Object.fromEntries(contents));
  expect(lines).toEqual([]);
  return config!;
}

const meaning = ({sources, segments, measures, report}: Config) => ({sources, segments, measures, report});

function sorted<T extends {readonly name: string}>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
}

it("means the same in whatever order the keys of an entry stand", () => {
  const expected = meaning(readEdited({}).config!);
  for (let seed = 1; seed <= 20; seed++) {
    expect(meaning(shuffledConfig(seed, (key) => !ORDERED.includes(key ?? "")))).toEqual(expected);
  }
});

it("means the same in whatever order facts, segmentations, measures and columns stand", () => {
  const expected = meaning(readEdited({}).config!);
  for (let seed = 1; seed <= 20; seed++) {
    const {sources, segments, measures} = shuffledConfig(seed, (key) => LISTS.includes(key ?? ""));
    expect(sorted(segments.facts)).toEqual(sorted(expected.segments.facts));
    expect(sorted(segments.segmentations)).toEqual(sorted(expected.segments.segmentations));
    expect(sorted(measures.measures)).toEqual(sorted(expected.measures.measures));
    expect(sorted(sources.tables.orders.columns)).toEqual(sorted(expected.sources.tables.orders.columns));
    const names = segments.segmentations.map(({name}) => name);
    expect(names.indexOf("age_by_household")).toBeGreaterThan(names.indexOf("age_group"));
    expect(names.indexOf("age_by_household")).toBeGreaterThan(names.indexOf("household"));
  }
});

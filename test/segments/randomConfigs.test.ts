import {expect, it} from "vitest";
import {columnsOf} from "../../data-loaders/config/columns.ts";
import {problemLine, UserError} from "../../data-loaders/config/problem.ts";
import {segmentsReading} from "../../data-loaders/config/readSegments.ts";
import {parseYaml, readYaml} from "../../data-loaders/config/readYaml.ts";
import type {Segments} from "../../data-loaders/config/segments.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {assignSegments} from "../../data-loaders/segments/assignSegments.ts";
import {handMade} from "../facts/handMade.ts";
import {seeded} from "../seeded.ts";
import {plainLabels} from "./plainLoops.ts";
import type {Row} from "./plainLoops.ts";
import {FACTS, randomConfig, randomRow} from "./randomConfig.ts";

const COLUMNS = columnsOf(readYaml("config/sources.yaml").value as Parameters<typeof columnsOf>[0]);
const CUSTOMERS = 60;
const EMPTY = handMade({products: {gift: {department: "babies", cents: 499}}, customers: []});

function described(written: unknown): Segments {
  const text = JSON.stringify({facts: FACTS, segmentations: written});
  const reading = segmentsReading(parseYaml("segments.yaml", text).yaml!, COLUMNS);
  expect(reading.problems.map(problemLine), text).toEqual([]);
  return reading.exact();
}

function storeOf(rows: readonly Row[]): {baskets: Baskets; facts: Map<string, Float64Array>} {
  const numbers = (name: string) =>
    Float64Array.from(rows, (row) => (row[name] as number | undefined) ?? Number.NaN);
  const categories = (name: string) => {
    const labels = [...new Set(rows.map((row) => row[name] as string))];
    return {
      kind: "categories" as const,
      labels,
      codes: Int32Array.from(rows, (row) => labels.indexOf(row[name] as string))
    };
  };
  const attributes = {
    age: {kind: "numbers" as const, values: numbers("customer.age")},
    dependants: {kind: "numbers" as const, values: numbers("customer.dependants")},
    state: categories("customer.state"),
    family_status: categories("customer.family_status")
  };
  return {
    baskets: {...EMPTY, customers: rows.length, words: {...EMPTY.words, attributes, hasCustomers: true}},
    facts: new Map(Object.keys(FACTS).map((name) => [name, numbers(name)]))
  };
}

it("puts every customer into exactly one segment of random segmentations, as plain loops do, or says why not", {
  timeout: 600_000
}, () => {
  const random = seeded(20261122);
  const rounds = process.env.CARTOGRAPH_FULL ? 10_000 : 500;
  let stopped = 0;
  for (let round = 0; round < rounds; round++) {
    const {plain, written} = randomConfig(random);
    const rows = Array.from({length: CUSTOMERS}, () => randomRow(random));
    const expected = new Map<string, readonly (string | undefined)[]>();
    for (const [name, segmentation] of Object.entries(plain)) {
      const labels = plainLabels(segmentation, rows);
      expected.set(name, labels);
      for (const [row, label] of labels.entries()) rows[row]![name] = label;
      if (labels.some((label) => label === undefined || label === "two")) break;
    }
    const {baskets, facts} = storeOf(rows);
    const isWhole = [...expected.values()].flat().every((label) => label !== undefined && label !== "two");
    const {segmentations} = described(written);
    if (!isWhole) {
      stopped++;
      expect(() => assignSegments(segmentations, baskets, facts), JSON.stringify(written)).toThrow(UserError);
      continue;
    }
    const {assigned} = assignSegments(segmentations, baskets, facts);
    for (const {name, labels, codes} of assigned)
      expect(
        [...codes].map((code) => labels[code]),
        JSON.stringify(written)
      ).toEqual(expected.get(name));
  }
  expect(stopped).toBeGreaterThan(rounds / 50);
  expect(stopped).toBeLessThan(rounds / 2);
});

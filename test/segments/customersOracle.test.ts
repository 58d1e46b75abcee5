import {existsSync, readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {parse} from "yaml";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import {assignSegments} from "../../data-loaders/segments/assignSegments.ts";
import {handMade} from "../facts/handMade.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {seeded} from "../seeded.ts";
import {plainLabels} from "./plainLoops.ts";
import type {Row, YamlSegmentation} from "./plainLoops.ts";

const FILE = "/work/shared/data/customers_full.csv.gz";
const NAMES = {
  STATE: "state",
  Age: "age",
  n_dependants: "dependants",
  fam_status: "family_status",
  income: "income"
};

/** The default run takes every tenth customer, the full one all 206,209. */
const EVERY = process.env.CARTOGRAPH_FULL ? 1 : 10;

type Attributes = Baskets["words"]["attributes"];

/** The file's customers with behaviour drawn by lot, as a store without orders and as plain rows. */
function customers(): {
  baskets: Baskets;
  facts: Map<string, Float64Array>;
  rows: Record<string, Row[string]>[];
} {
  const [header = "", ...all] = gunzipSync(readFileSync(FILE)).toString().trimEnd().split(/\r?\n/);
  const lines = all.filter((_, at) => at % EVERY === 0);
  const cells = lines.map((line) => line.split(","));
  const columns = header.split(",");
  const rows = cells.map((): Record<string, Row[string]> => ({}));
  const attributes: Record<string, Attributes[string]> = {};
  for (const [written, name] of Object.entries(NAMES)) {
    const texts = cells.map((line) => line[columns.indexOf(written)]!);
    const isNumber = name !== "state" && name !== "family_status";
    for (const [row, text] of texts.entries())
      rows[row]![`customer.${name}`] = isNumber ? Number(text) : text;
    attributes[name] = isNumber
      ? {kind: "numbers", values: Float64Array.from(texts, Number)}
      : categories(texts);
  }
  const facts = drawnFacts(rows);
  const empty = handMade({products: {gift: {department: "babies", cents: 499}}, customers: []});
  const words = {...empty.words, attributes, hasCustomers: true};
  return {baskets: {...empty, customers: rows.length, words}, facts, rows};
}

function categories(texts: readonly string[]): Attributes[string] {
  const labels = [...new Set(texts)].sort();
  const codes = new Map(labels.map((label, code) => [label, code]));
  return {kind: "categories", labels, codes: Int32Array.from(texts, (text) => codes.get(text)!)};
}

/** Values on and around the ends of the shipped bins; a few are missing. */
function drawnFacts(rows: readonly Record<string, Row[string]>[]): Map<string, Float64Array> {
  const random = seeded(206_209);
  const facts = new Map<string, Float64Array>();
  for (const {name, take, missing} of readConfig("config").segments.facts) {
    const values = new Float64Array(rows.length);
    for (const [row, plain] of rows.entries()) {
      const share = random.pick([0, 0.02, 0.05, 0.02 + 1e-9, random.next() ** 4]);
      const value =
        take === "share" ? share : random.pick([random.below(101), 10, 20, 40, 4.99, 5, random.next() * 30]);
      const isMissing = missing === "allowed" && random.chance(0.02);
      values[row] = isMissing ? Number.NaN : value;
      plain[name] = isMissing ? undefined : value;
    }
    facts.set(name, values);
  }
  return facts;
}

describe.skipIf(!existsSync(FILE))(`every shipped segmentation of the customers of ${FILE}`, () => {
  it("is as plain loops over the YAML find it", {timeout: 120_000}, () => {
    const {segments} = readConfig("config");
    const {baskets, facts, rows} = customers();
    expect(rows).toHaveLength(Math.ceil(206_209 / EVERY));
    const ofCustomers = segments.segmentations.filter(({grain}) => grain === "customer");
    const started = performance.now();
    const {assigned} = assignSegments(ofCustomers, baskets, facts);
    const took = performance.now() - started;
    const written = (
      parse(readFileSync("config/segments.yaml", "utf8")) as Record<string, Record<string, YamlSegmentation>>
    ).segmentations!;
    expect(assigned.map(({name}) => name).sort()).toEqual(ofCustomers.map(({name}) => name).sort());
    for (const {name, labels, codes} of assigned) {
      const expected = plainLabels(written[name]!, rows);
      let differences = 0;
      for (const [row, label] of expected.entries()) {
        if (labels[codes[row]!] !== label) differences++;
        rows[row]![name] = label;
      }
      expect([name, differences]).toEqual([name, 0]);
    }
    console.log(`${ofCustomers.length} segmentations of ${rows.length} customers: ${took.toFixed(0)} ms`);
    expect(took).toBeLessThan(1500);
  });
});

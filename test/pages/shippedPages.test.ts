import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import type {PageContext} from "../../src/pages/pageSource.ts";
import {readPages} from "../../src/pages/readPages.ts";
import {everyText} from "../../src/pages/verdictPath.ts";

const root = join(import.meta.dirname, "../..");
const config = readConfig(join(root, "config"));
const others = [
  ["day", "order"],
  ["hour", "order"],
  ["department", "item"],
  ["aisle", "item"],
  ["product", "item"]
] as const;

function contextWithout(unavailable: ReadonlyMap<string, string>): PageContext {
  const segmentations = config.segments.segmentations.map(({name, title, grain}) => ({name, title, grain}));
  const dimensions = [...segmentations, ...others.map(([name, grain]) => ({name, title: name, grain}))];
  return {
    measures: config.measures,
    segments: config.segments,
    settings: config.report,
    recommendations: config.recommendations,
    dimensions: dimensions.filter(({name}) => !unavailable.has(name)),
    unavailable
  };
}

const folder = join(root, "src/pages/content");
const pages = readPages(folder, contextWithout(new Map()));

describe("the pages that are shipped", () => {
  it("answer the ten questions, each on a page, after a summary and before Methods", () => {
    const asked = [
      "index",
      "when",
      "spend-by-time",
      "price-ranges",
      "departments",
      "loyalty",
      "habits-by-loyalty",
      "habits-by-region",
      "habits-by-age-and-family",
      "classifications",
      "profiles",
      "recommendations",
      "methods",
      "glossary"
    ];
    const paths = pages.filter(({segment}) => !segment).map(({path}) => path);
    expect(paths.filter((path) => asked.includes(path))).toEqual(asked);
  });

  it.each(pages.map((page) => [page.path, page]))(
    "%s opens with a sentence that holds a number",
    (_, {blocks}) => {
      const [heading, answer] = blocks;
      expect(heading?.kind === "prose" && heading.text).toMatch(/^# /);
      const texts =
        answer?.kind === "prose" ? [answer.text] : answer?.kind === "answer" ? everyText(answer.spec) : [];
      expect(texts.join("\n")).toContain("{{");
    }
  );

  it("state a finding with a live number or name in it over every figure", () => {
    const specs = pages.flatMap(({blocks}) =>
      blocks.flatMap((block) => (block.kind === "figure" ? [block.spec] : []))
    );
    expect(specs.length).toBeGreaterThan(30);
    for (const {id, finding} of specs) expect(`${id}: ${everyText(finding).join("\n")}`).toContain("{{");
  });

  it("can be read for data without prices and customers", () => {
    const reason = "this data has none";
    const lacking = [
      "spend",
      "priced_items",
      "price_range",
      "spender",
      "region",
      "age_group",
      "income_group",
      "household",
      "age_by_household",
      "profile"
    ];
    const fewer = readPages(folder, contextWithout(new Map(lacking.map((name) => [name, reason]))));
    expect(fewer.map(({path}) => path)).not.toContain("profiles/pet-owner");
    const drawn = fewer.flatMap(({blocks}) =>
      blocks.filter((block) => block.kind === "figure" && !block.spec.unavailable)
    );
    expect(drawn.length).toBeGreaterThan(10);
  });
});

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {SCHEMA_FILES} from "../../../data-loaders/config/schema/schemaFiles.ts";
import type {SchemaFile} from "../../../data-loaders/config/schema/schemaFiles.ts";
import {FIXTURE} from "../editedConfig.ts";
import {DATA, modeline, openEditor, SHIPPED} from "./editor.ts";

const editor = openEditor();
const fixture = openEditor(FIXTURE);
afterAll(() => {
  editor.close();
  fixture.close();
});

/** The shipped file with one passage written otherwise; `‸` is the cursor. */
function edited(file: SchemaFile, passage: string, instead: string): string {
  const text = editor.text(file);
  expect(text).toContain(passage);
  return text.replace(passage, () => instead);
}

const completions = (passage: string, instead: string, file: SchemaFile = "segments.yaml") =>
  editor.completions(file, edited(file, passage, instead));

const hover = (passage: string, instead: string, file: SchemaFile = "segments.yaml") =>
  editor.hover(file, edited(file, passage, instead));

const words = (column: string): string[] => (DATA[column] ?? []).map(({word}) => word);

describe("an editor with the YAML language server", () => {
  it.each(SCHEMA_FILES)("finds the schema by the first line of config/%s", (file) => {
    expect(readFileSync(join(SHIPPED, file), "utf8").split("\n")[0]).toBe(modeline(file));
  });

  it.each(SCHEMA_FILES)("has nothing to say against the shipped config/%s", async (file) => {
    expect(await editor.problems(file, editor.text(file))).toEqual([]);
  });

  it.each(SCHEMA_FILES)(
    "has nothing to say against a %s that uses every word of the language",
    async (file) => {
      expect(await fixture.problems(file, fixture.text(file))).toEqual([]);
    }
  );
});

describe("completion", () => {
  const NEW = "- { label: New, up_to: 10 }";
  const PET_OWNER = "when: { pet_share: { above: 2% } }";

  it("offers the keys of a bin", async () => {
    expect(await completions(NEW, "- label: New\n        ‸")).toEqual(["up_to", "below", "say", "colour"]);
  });

  it("offers the data's departments in a condition of a fact", async () => {
    const offered = await completions("where: { department: babies }", "where: { department: b‸ }");
    expect(offered).toEqual(words("item.department"));
  });

  it("offers facts and columns of numbers to make bins of", async () => {
    const offered = await completions("by: orders_placed", "by: ‸");
    expect(offered).toEqual(expect.arrayContaining(["orders_placed", "baby_share", "customer.age"]));
    expect(offered).not.toContain("customer.state");
    expect(offered).not.toContain("item.price");
  });

  it("offers what belongs to the rows that are split", async () => {
    const offered = await completions("by: item.price", "by: ‸");
    expect(offered).toContain("item.price");
    expect(offered).not.toContain("orders_placed");
  });

  it("offers the labels of another segmentation", async () => {
    expect(await completions(PET_OWNER, "when:\n          loyalty: ‸")).toEqual(["New", "Regular", "Loyal"]);
  });

  it("offers them in a condition inside a condition, too", async () => {
    const nested = "when:\n          any:\n            - loyalty: ‸";
    expect(await completions(PET_OWNER, nested)).toEqual(["New", "Regular", "Loyal"]);
  });

  it("offers the ends of a range for a number", async () => {
    const offered = await completions(PET_OWNER, "when:\n          pet_share:\n            ‸");
    expect(offered).toEqual(expect.arrayContaining(["from", "above", "up_to", "below"]));
  });

  it("offers the data's states in a map", async () => {
    expect(await completions("West: [Idaho,", "West: [‸,")).toEqual(words("customer.state"));
  });

  it("offers only rows to count, and columns to take a mean of", async () => {
    const fact = (take: string) =>
      completions("  orders_placed: {", `  fresh:\n    take: ${take}\n    of: ‸\n  orders_placed: {`);
    expect(await fact("count")).toEqual(["order", "item"]);
    expect(await fact("mean")).toEqual(expect.arrayContaining(["item.price", "order.hour"]));
    expect(await fact("mean")).not.toContain("item.department");
  });

  it("offers all kinds as long as a segmentation has none, and then one kind's keys", async () => {
    const fresh = await completions("  loyalty:\n", "  fresh:\n    ‸\n  loyalty:\n");
    expect(fresh).toEqual(expect.arrayContaining(["bins", "map", "rules", "cross"]));
    const crossed = await completions("title: Age by household", "‸");
    expect(crossed).toEqual(expect.arrayContaining(["title", "expect"]));
    expect(crossed).not.toContain("bins");
  });

  it("offers the segments of just this segmentation for expected sizes", async () => {
    const offered = await completions(
      "    else: Everyone else",
      "    else: Everyone else\n    expect:\n      at_most:\n        ‸"
    );
    expect(offered).toEqual(expect.arrayContaining(["Pet owner", "Everyone else"]));
    expect(offered).not.toContain("Loyal");
  });

  it("offers segmentations of customers for segment pages, and parts for a measure", async () => {
    const pages = await completions("segment_pages: [profile]", "segment_pages: [‸]", "report.yaml");
    expect(pages).toContain("loyalty");
    expect(pages).not.toContain("price_range");
    expect(await completions("ratio: [items, orders]", "ratio: [items, ‸]", "measures.yaml")).toContain(
      "gap_days"
    );
  });
});

describe("a wrong edit is underlined at its line", () => {
  const WRONG: readonly (readonly [string, SchemaFile, string, string, RegExp])[] = [
    [
      "an unknown key",
      "segments.yaml",
      "{ label: New, up_to: 10 }",
      "{ label: New, up_too: 10 }",
      /up_too is not allowed/
    ],
    ["a text for a number", "segments.yaml", "up_to: 10 }", "up_to: ten }", /Expected "number"/],
    ["an unknown department", "segments.yaml", "department: babies", "department: babys", /"babies"/],
    ["an unknown take", "segments.yaml", "take: max", "take: maximum", /"count", "sum", "mean"/],
    ["an unknown fact to bin", "segments.yaml", "by: orders_placed", "by: order_placed", /"orders_placed"/],
    [
      "an unknown fact in a rule",
      "segments.yaml",
      "{ pet_share:",
      "{ pets_share:",
      /pets_share is not allowed/
    ],
    ["an unknown kind", "segments.yaml", "bins:", "bin:", /bin is not allowed/],
    [
      "a second kind",
      "segments.yaml",
      "    by: customer.state\n    map:",
      "    by: customer.state\n    cross: [loyalty, profile]\n    map:",
      /cross is not allowed/
    ],
    [
      "no kind",
      "segments.yaml",
      "    cross: [age_group, household]",
      "",
      /One of these keys is needed: bins, map, rules, cross/
    ],
    [
      "a fact of a customer for items",
      "segments.yaml",
      "by: item.price",
      "by: orders_placed",
      /"item.price"/
    ],
    [
      "an unknown label",
      "segments.yaml",
      "when: { pet_share: { above: 2% } }",
      "when: { loyalty: Loyale }",
      /"Loyal"/
    ],
    [
      "a segmentation of items in a cross",
      "segments.yaml",
      "[age_group, household]",
      "[age_group, price_range]",
      /"household"/
    ],
    ["capitals in a name", "segments.yaml", "  loyalty:\n", "  Loyalty:\n", /small letters, digits and _/],
    ["a misspelt needed column", "sources.yaml", "      hour:", "      hours:", /hours is not allowed/],
    ["a key that is no column", "sources.yaml", "key: order_id", "key: oder_id", /"order_id"/],
    [
      "a number for a percent",
      "sources.yaml",
      "stop_above: 1%",
      "stop_above: 1",
      /A percent is needed, such as 2%/
    ],
    ["an unknown part", "measures.yaml", "count: customers", "count: shoppers", /"customers"/],
    ["an unknown page", "report.yaml", "[profile]", "[profil]", /"profile"/],
    ["a date of another form", "report.yaml", "2026-11-22", "22.11.2026", /year-month-day/]
  ];

  it.each(WRONG)("%s", async (_, file, passage, instead, message) => {
    const text = edited(file, passage, instead);
    const problems = await editor.problems(file, text);
    expect(problems.filter((problem) => message.test(problem))).toHaveLength(1);
    const told = Number(problems.find((problem) => message.test(problem))?.split(":")[0]);
    const line = editor.text(file).split(passage)[0]!.split("\n").length;
    expect(Math.abs(told - line)).toBeLessThanOrEqual(passage.split("\n").length);
  });
});

describe("hover", () => {
  it("says what a key is for, with an example", async () => {
    expect(await hover("up_to: 10", "up‸_to: 10")).toContain(
      "Upper end of the segment; the value itself belongs to it. Example: up_to: 10"
    );
  });

  it("says how a fact is defined, at its name and where it is used", async () => {
    const says = "share of the customer's items from pets";
    expect(await hover("  pet_share: {", "  pet‸_share: {")).toContain(says);
    expect(await hover("when: { pet_share:", "when: { pet‸_share:")).toContain(says);
  });

  it("says what a segmentation has, and how a measure is defined", async () => {
    expect(await hover("\n  loyalty:", "\n  loy‸alty:")).toContain("Loyalty: New, Regular, Loyal");
    expect(await hover("  reorder_share:", "  reorder‸_share:", "measures.yaml")).toContain(
      "share of item lines the customer had bought before"
    );
  });

  it("says what each word means", async () => {
    expect(await hover("take: median", "take: med‸ian")).toContain("`median`: the middle value");
  });
});

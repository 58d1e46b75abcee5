import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {parse, stringify} from "yaml";
import * as z from "zod";
import {renderProblems} from "../../data-loaders/config/renderProblems.ts";
import {brand} from "../../data-loaders/config/shapes/brand.ts";
import {fact} from "../../data-loaders/config/shapes/fact.ts";
import {measureShapes, measures} from "../../data-loaders/config/shapes/measure.ts";
import {report} from "../../data-loaders/config/shapes/report.ts";
import {segmentationShapes} from "../../data-loaders/config/shapes/segmentation.ts";
import {sources} from "../../data-loaders/config/shapes/sources.ts";
import {fixtureText, readEdited} from "./editedConfig.ts";
import type {EditedFile} from "./editedConfig.ts";

const document = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");

const examples = [...document.matchAll(/^```yaml config\/(\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, file, text]) => ({
    file: file as EditedFile,
    text: text ?? ""
  })
);

type Group = Record<string, unknown>;

const GROUPS = ["tables", "facts", "segmentations", "measures"];

/** The fixture with the example's entries in the place of its own. */
function withExample(base: Group, example: Group): Group {
  return Object.fromEntries(
    Object.entries({...base, ...example}).map(([key, value]) => {
      return [key, GROUPS.includes(key) ? {...(base[key] as Group), ...(example[key] as Group)} : value];
    })
  );
}

describe("docs/configuration.md", () => {
  it("has examples of all files", () => {
    const files = new Set(examples.map(({file}) => file));
    expect([...files].sort()).toEqual([
      "brand.yaml",
      "measures.yaml",
      "report.yaml",
      "segments.yaml",
      "sources.yaml"
    ]);
    expect(document.match(/^```yaml/gm)).toHaveLength(examples.length);
  });

  it("has examples that are accepted together", () => {
    const contents: Partial<Record<EditedFile, Group>> = {};
    for (const {file, text} of examples) {
      contents[file] = withExample(
        contents[file] ?? (parse(fixtureText(file)) as Group),
        parse(text) as Group
      );
    }
    const texts = Object.entries(contents).map(([file, content]) => [file, stringify(content)]);
    const {config, lines} = readEdited(Object.fromEntries(texts));
    expect(lines).toEqual([]);
    expect(
      config?.segments.segmentations.find(({name}) => name === "loyalty_by_frequency")?.segments
    ).toContainEqual({
      label: "New · Weekly"
    });
  });

  it("shows a problem as it is told", () => {
    const content = fixtureText("segments.yaml").replace("New, up_to", "New, up_too");
    const shown = renderProblems(readEdited({"segments.yaml": content}).problems, () => content);
    expect(document).toContain(`\`\`\`text\n${shown}\n\`\`\``);
  });

  it("names every key", () => {
    const shapes = [
      brand,
      sources,
      fact,
      ...Object.values(segmentationShapes),
      measures,
      ...Object.values(measureShapes),
      report
    ];
    const keys = new Set(shapes.flatMap((shape) => keysOf(z.toJSONSchema(shape))));
    expect([...keys].filter((key) => !new RegExp(`[\`{ ]${key}[\`:]`).test(document))).toEqual([]);
  });

  it("names every word that a key may have", () => {
    const shapes = [
      brand,
      sources,
      fact,
      ...Object.values(segmentationShapes),
      measures,
      ...Object.values(measureShapes),
      report
    ];
    const words = new Set(shapes.flatMap((shape) => wordsOf(z.toJSONSchema(shape))));
    const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const told = [...words].filter((word) => !weekdays.includes(word));
    expect(
      told.filter((word) => !new RegExp(`[\`" ]${word.replace(".", "\\.")}[\`"]`).test(document))
    ).toEqual([]);
  });
});

/** The names of all properties anywhere in a JSON Schema. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const {properties} = schema as {properties?: object};
  return [
    ...Object.keys(properties ?? {}),
    ...Object.values(schema).flatMap(keysOf),
    ...Object.values(properties ?? {}).flatMap(keysOf)
  ];
}

/** The words of all enumerations anywhere in a JSON Schema. */
function wordsOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const {enum: words = [], const: word} = schema as {enum?: string[]; const?: string};
  return [...words, ...(word === undefined ? [] : [word]), ...Object.values(schema).flatMap(wordsOf)];
}

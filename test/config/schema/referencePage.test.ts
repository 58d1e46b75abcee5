import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {baseSchemas} from "../../../data-loaders/config/schema/baseSchemas.ts";
import type {JsonSchema} from "../../../data-loaders/config/schema/jsonSchema.ts";
import {referencePage} from "../../../data-loaders/config/schema/referencePage.ts";

/** Every schema inside, with its place. */
function* inside(schema: unknown, place: string): Generator<readonly [string, JsonSchema]> {
  if (typeof schema !== "object" || schema === null) return;
  yield [place, schema as JsonSchema];
  for (const [key, inner] of Object.entries(schema))
    if (key !== "if") yield* inside(inner, `${place}/${key}`);
}

const all = Object.entries(baseSchemas()).flatMap(([file, schema]) => [...inside(schema, file)]);

/** Words that say themselves what they are. */
const PLAIN = ["Monday"];

describe("the words of the editor and of docs/reference.md", () => {
  it("say of every key what it is for; add a sentence in data-loaders/config/schema/words/", () => {
    const lacking = all.flatMap(([place, {properties}]) =>
      Object.entries(properties ?? {})
        .filter(([, inner]) => typeof inner === "object" && inner.description === undefined)
        .map(([key]) => `${place}: ${key}`)
    );
    expect(lacking).toEqual([]);
  });

  it("say of every word that is allowed what it means", () => {
    const lacking = all
      .filter(
        ([place, {enum: words}]) =>
          words && !place.endsWith("propertyNames") && !PLAIN.includes(String(words[0]))
      )
      .filter(([, {enumDescriptions}]) => !enumDescriptions || enumDescriptions.includes(""));
    expect(lacking.map(([place]) => place)).toEqual([]);
  });

  it("are one short sentence each", () => {
    const said = all.flatMap(([, {description}]) =>
      description === undefined ? [] : [description.split(" Example: ")[0]!]
    );
    expect(said.filter((says) => !says.endsWith(".") || says.length > 110)).toEqual([]);
  });

  it("stand in docs/reference.md as they are; write it anew with: npm run schema -- --reference", () => {
    expect(readFileSync(new URL("../../../docs/reference.md", import.meta.url), "utf8")).toBe(
      referencePage()
    );
  });
});

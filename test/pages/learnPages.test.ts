import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {knownText} from "../../data-loaders/config/knownTexts.ts";
import {learnPages} from "../../src/pages/learnPages.ts";
import {splitPage} from "../../src/pages/splitPage.ts";
import {tempFolder} from "../tempFolder.ts";

const PAGES = "src/pages/content";

it("learns every block of YAML of the pages as they are read later", () => {
  learnPages(PAGES);
  const blocks = readdirSync(PAGES)
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => {
      const {front, runs} = splitPage(readFileSync(join(PAGES, file), "utf8"));
      const fences = runs.filter(({fence}) => fence === "figure" || fence === "answer");
      return [front!.text, ...fences.map(({text}) => text)];
    });
  expect(blocks.length).toBeGreaterThan(50);
  expect(blocks.filter((text) => !knownText(text))).toEqual([]);
});

it("leaves what is wrong to those who tell it", () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "a.md"), "---\ntitle: [\n---\n```figure\nid: {{x}}\n```\n");
  writeFileSync(join(folder, "b.md"), new Uint8Array([0xff, 0xfe, 0, 0xd8]));
  learnPages(folder);
  learnPages(join(folder, "nowhere"));
  expect(knownText("title: [")).toBeUndefined();
  expect(knownText("id: {{x}}")).toBeUndefined();
});

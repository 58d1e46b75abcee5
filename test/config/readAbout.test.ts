import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {readAbout} from "../../data-loaders/config/readAbout.ts";
import type {Sources} from "../../data-loaders/config/sources.ts";

const sources: Sources = {
  citation: "the config's",
  notice: "the config's",
  day_zero: "Saturday",
  tables: {} as Sources["tables"]
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "about-"));
});
afterEach(() => rmSync(folder, {recursive: true}));

test("a data folder without about.yaml is cited as the config says", () => {
  expect(readAbout(folder, sources)).toEqual(sources);
});

test("a data folder's own about.yaml goes before the config", () => {
  writeFileSync(join(folder, "about.yaml"), "citation: Made up\nnotice: All invented.\n");
  expect(readAbout(folder, sources)).toEqual({...sources, citation: "Made up", notice: "All invented."});
});

test("mistakes in it are told with file and line", () => {
  writeFileSync(join(folder, "about.yaml"), "citaton: Made up\nnotice: All invented.\n");
  expect(() => readAbout(folder, sources)).toThrow(
    /about\.yaml:1:1 citaton: unknown key; did you mean "citation"\?/
  );
});

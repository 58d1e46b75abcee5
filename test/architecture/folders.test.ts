import {readFileSync} from "node:fs";
import {basename, dirname} from "node:path";
import {describe, expect, it} from "vitest";
import {projectPaths, sourceFiles} from "./sourceFiles.ts";

const VAGUE = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "lib",
  "libs",
  "types",
  "services",
  "shared",
  "misc",
  "core"
];
const LONGEST_FILE = 300;

const files = sourceFiles();

describe("the project's files", () => {
  it("lie in folders that say what is in them", () => {
    const folders = new Set(projectPaths().flatMap((path) => dirname(path).split("/")));
    expect([...folders].filter((folder) => VAGUE.includes(folder.toLowerCase()))).toEqual([]);
  });

  it(`have at most ${LONGEST_FILE} lines, without exception`, () => {
    const long = files
      .map(({path, text}) => ({path, lines: text.split("\n").length - 1}))
      .filter(({lines}) => lines > LONGEST_FILE);
    expect(long).toEqual([]);
  });

  it("are named in camelCase for what they export", () => {
    const named = files.filter(({path}) => /^(data-loaders|src|publish|sample|bench)\/.*\.ts$/.test(path));
    expect(
      named.map(({path}) => basename(path)).filter((name) => !/^[a-z][a-zA-Z0-9]*(\.d)?\.ts$/.test(name))
    ).toEqual([]);
  });

  it("silence no complaint of the compiler", () => {
    const silenced = files.filter(({text}) => /^\s*\/\/ @ts-/m.test(text));
    expect(silenced.map(({path}) => path)).toEqual([]);
  });

  it("are compiled strictly", () => {
    const {compilerOptions} = JSON.parse(readFileSync("tsconfig.json", "utf8"));
    expect(compilerOptions).toMatchObject({
      strict: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true
    });
  });

  it("of the pipeline read no clock and no unseeded randomness", () => {
    const pipeline = files.filter(({path}) => /^(data-loaders|src|sample)\//.test(path));
    const wrong = pipeline.filter(({text}) => /Math\.random\(|new Date\(\)|randomUUID\(/.test(text));
    expect(wrong.map(({path}) => path)).toEqual([]);
  });
});

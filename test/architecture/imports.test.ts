import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {importsOf, isRelative, sourceFiles, target} from "./sourceFiles.ts";
import type {SourceFile} from "./sourceFiles.ts";

/** A file imports from its own folder of this list and from those before it. */
const LINE = [
  "data-loaders/config",
  "data-loaders/kernels",
  "data-loaders/tables",
  "data-loaders/baskets",
  "data-loaders/facts",
  "data-loaders/segments",
  "data-loaders/measures",
  "data-loaders/aggregates",
  "data-loaders/disclosure",
  "data-loaders/analyses",
  "data-loaders/statistics",
  "src",
  "publish"
];

/** Beside the line: what these may import from, themselves aside. Nothing of the line imports them but publish. */
const SIDES: Readonly<Record<string, readonly string[]>> = {
  sample: LINE.filter((folder) => folder.startsWith("data-loaders/")),
  bench: [...LINE, "sample", "bin"],
  bin: [],
  test: [...LINE, "sample", "bench", "bin", "."],
  ".": ["publish"]
};

/** What starts a command may load it; the live preview and the command line write samples. */
const MORE: Readonly<Record<string, readonly string[]>> = {publish: ["sample", "bench", "bin"]};

function folderOf(path: string): string {
  const known = [...LINE, ...Object.keys(SIDES)].filter((folder) => path.startsWith(`${folder}/`));
  return (
    known.sort((a, b) => b.length - a.length)[0] ??
    (path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".")
  );
}

function allowedFor(folder: string): readonly string[] {
  const place = LINE.indexOf(folder);
  return place < 0 ? (SIDES[folder] ?? []) : [...LINE.slice(0, place), ...(MORE[folder] ?? [])];
}

const files = sourceFiles();

describe("imports", () => {
  it("are found whatever their form", () => {
    const lines = [
      'import {a} from "./a.ts";',
      'import type {B, C as D} from "./b.ts";',
      'import {\n  e,\n  f\n} from "e";',
      "import * as g from 'g';",
      'import "./h.css";',
      'export {i} from "./i.ts";',
      `const j = await imp${"ort"}("./j.ts");`,
      "const from = \"import x from './k.ts'\";"
    ];
    const text = lines.join("\n");
    expect(importsOf(text).map(({from, typeOnly}) => (typeOnly ? `type ${from}` : from))).toEqual([
      "./a.ts",
      "type ./b.ts",
      "e",
      "g",
      "./h.css",
      "./i.ts",
      "./j.ts"
    ]);
  });

  it("stand in files of known folders", () => {
    const known = new Set([...LINE, ...Object.keys(SIDES)]);
    expect(files.map(({path}) => folderOf(path)).filter((folder) => !known.has(folder))).toEqual([]);
  });

  it("run one way, types too", () => {
    const wrong = files.flatMap((file) => {
      const folder = folderOf(file.path);
      const allowed = allowedFor(folder);
      const targets = file.imports.filter(isRelative).map((each) => target(file, each));
      return targets
        .filter((path) => folderOf(path) !== folder && !allowed.includes(folderOf(path)))
        .map((path) => `${file.path} imports ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it("name a file that is there, with its ending", () => {
    const known = new Set(files.map(({path}) => path));
    const wrong = files.flatMap((file) =>
      file.imports
        .filter(
          (each) => isRelative(each) && !/\.(css|json)$/.test(each.from) && !known.has(target(file, each))
        )
        .map(({from}) => `${file.path} imports ${from}`)
    );
    expect(wrong).toEqual([]);
  });

  it("go round in no circle while the program runs", () => {
    expect(circles(files)).toEqual([]);
    const circle = (path: string, from: string): SourceFile => ({
      path,
      text: "",
      imports: [{from, typeOnly: false}]
    });
    expect(
      circles([circle("src/a.ts", "./b.ts"), circle("src/b.ts", "./c.ts"), circle("src/c.ts", "./b.ts")])
    ).toEqual(["src/b.ts → src/c.ts → src/b.ts"]);
  });

  it("are watched by the linter too", () => {
    const {linter} = JSON.parse(readFileSync("biome.json", "utf8"));
    const {suspicious, style, performance} = linter.rules;
    expect(suspicious).toMatchObject({noImportCycles: "error", noExplicitAny: "error"});
    expect(style).toMatchObject({noDefaultExport: "error", useImportType: {level: "error"}});
    expect(performance).toMatchObject({noBarrelFile: "error"});
  });
});

/** Circles of imports that are more than types, each told once. */
function circles(of: readonly SourceFile[]): string[] {
  const next = new Map(
    of.map((file) => [
      file.path,
      file.imports.filter((each) => isRelative(each) && !each.typeOnly).map((each) => target(file, each))
    ])
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    if (done.has(path) || trail.includes(path)) return;
    for (const other of next.get(path) ?? []) walk(other, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return found;
}

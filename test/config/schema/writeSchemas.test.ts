import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {writeSchemas} from "../../../data-loaders/config/schema/writeSchemas.ts";
import {DATA, SHIPPED} from "./editor.ts";

let folder: string;
let config: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cartograph-schemas-"));
  config = join(folder, "config");
  out = join(folder, ".cache/schema");
  mkdirSync(config);
  cpSync(SHIPPED, config, {recursive: true});
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const segments = () => join(config, "segments.yaml");
const schema = () => readFileSync(join(out, "segments.schema.json"), "utf8");

describe("the editor's schemas", () => {
  it("are written once for each file, and again only when they change", () => {
    const all = ["sources", "segments", "measures", "report", "brand", "recommendations", "glossary"].map(
      (name) => `${name}.schema.json`
    );
    expect(writeSchemas(config, out, {data: DATA})).toEqual(all);
    const before = statSync(join(out, "segments.schema.json")).mtimeMs;
    expect(writeSchemas(config, out, {data: DATA})).toEqual([]);
    expect(statSync(join(out, "segments.schema.json")).mtimeMs).toBe(before);
    expect(readdirSync(out).filter((name) => name.endsWith(".json"))).toHaveLength(all.length + 1);
  });

  it("follow an edit in the next run, also when the code is known", () => {
    writeSchemas(config, out, {data: DATA, code: "a"});
    expect(writeSchemas(config, out, {data: DATA, code: "a"})).toEqual([]);
    const text = readFileSync(segments(), "utf8");
    writeFileSync(segments(), text.replace("label: Loyal }", "label: Devoted }"));
    expect(writeSchemas(config, out, {code: "a"})).toContain("segments.schema.json");
    expect(schema()).toContain('"Devoted"');
  });

  it("are made anew where one is gone", () => {
    writeSchemas(config, out, {code: "a"});
    rmSync(join(out, "report.schema.json"));
    expect(writeSchemas(config, out, {code: "a"})).toEqual(["report.schema.json"]);
  });

  it("keep the data's words from one run to the next", () => {
    writeSchemas(config, out, {data: DATA});
    expect(writeSchemas(config, out)).toEqual([]);
    expect(schema()).toContain('"babies"');
  });

  it("help with a config that has problems", () => {
    const text = readFileSync(segments(), "utf8");
    writeFileSync(segments(), text.replace("up_to: 10", "up_too: 10").replace("take: max", "take: most"));
    writeSchemas(config, out, {data: DATA});
    expect(schema()).toContain('"orders_placed"');
  });

  it("forget nothing while a file cannot be read", () => {
    writeSchemas(config, out, {data: DATA});
    const before = schema();
    writeFileSync(segments(), "facts: {{{\n\t- [");
    expect(writeSchemas(config, out)).toEqual([]);
    expect(schema()).toBe(before);
  });

  it("are there without words where nothing can be read yet", () => {
    writeFileSync(segments(), "facts: {{{\n\t- [");
    expect(writeSchemas(config, out)).toHaveLength(7);
  });
});

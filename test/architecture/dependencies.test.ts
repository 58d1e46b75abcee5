import {readFileSync} from "node:fs";
import {builtinModules} from "node:module";
import {describe, expect, it} from "vitest";
import {isRelative, sourceFiles} from "./sourceFiles.ts";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
  readonly engines: {readonly node: string};
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, {version?: string; license?: string}>;
};
const {dependencies, devDependencies, overrides = {}} = manifest;
const all = {...dependencies, ...devDependencies, ...overrides};

/** Names in `- \`name\`: reason` lines. */
const explained = [...readFileSync("docs/dependencies.md", "utf8").matchAll(/^- `([^`]+)`: (.+)$/gm)];

const packageOf = (from: string): string =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
const isBuiltIn = (name: string): boolean => name.startsWith("node:") || builtinModules.includes(name);

describe("every direct dependency", () => {
  it("has its reason in docs/dependencies.md, and nothing else has", () => {
    expect(explained.map(([, name]) => name).sort()).toEqual(Object.keys(all).sort());
    for (const [, name, reason] of explained) expect(reason!.length, name).toBeGreaterThan(20);
  });

  it("is pinned exactly, and locked to that version", () => {
    for (const [name, version] of Object.entries(all))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    for (const [name, version] of Object.entries({...dependencies, ...devDependencies})) {
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it("is the only kind that code imports, and only tests and benches import development ones", () => {
    const wrong = sourceFiles().flatMap(({path, imports}) => {
      const mayDevelop =
        /^(test|bench)\//.test(path) ||
        /\.config\.[cm]?[jt]s$/.test(path) ||
        ["bin/test.mjs", "bin/kernels.mjs"].includes(path);
      const known = mayDevelop ? {...dependencies, ...devDependencies} : dependencies;
      const bare = imports.filter((each) => !isRelative(each)).map(({from}) => packageOf(from));
      return bare
        .filter((name) => !isBuiltIn(name) && !(name in known))
        .map((name) => `${path} imports ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it("may be given on with the project", () => {
    const licences = Object.keys({...dependencies, ...devDependencies}).map(
      (name) => lock.packages[`node_modules/${name}`]?.license ?? "none told"
    );
    for (const licence of licences) expect(licence).toMatch(/MIT|ISC|BSD|Apache-2\.0|OFL|MPL-2\.0/);
    const everywhere = Object.entries(lock.packages).filter(
      ([, {license = ""}]) => /\bA?GPL/.test(license) && !/LGPL| OR /.test(license)
    );
    expect(everywhere.map(([path]) => path)).toEqual([]);
  });
});

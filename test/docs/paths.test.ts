import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)
];
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** What a build or the user makes; not in a clone. */
const MADE = /^(?:(?:dist|data|\.cache|node_modules)\b|config\/frozen\.yaml$)/;

test.each(documents.filter((file) => file.endsWith(".md")))(
  "%s names only files, folders and links that exist",
  (file) => {
    const text = read(file);
    const named = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.*-]*)`/g)].map(([, path]) =>
      path!.replace(/\*.*$/, "")
    );
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) =>
      join(dirname(file), path!)
    );
    const missing = [...named, ...linked].filter((path) => !MADE.test(path) && !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  }
);

test("the README has at most 100 lines and names only commands that package.json has", () => {
  const readme = read("README.md");
  expect(readme.split("\n").length).toBeLessThanOrEqual(101);
  const scripts = Object.keys(
    (JSON.parse(read("package.json")) as {scripts: Record<string, string>}).scripts
  );
  const named = [...readme.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});

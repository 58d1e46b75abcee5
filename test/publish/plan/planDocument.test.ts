import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";

const document = readFileSync("docs/plan.md", "utf8");
const golden = (name: string): string => readFileSync(join(import.meta.dirname, "golden", name), "utf8");

it("docs/plan.md shows what the command prints", () => {
  const [, example = ""] = /^```text plan\n([\s\S]*?)^```$/m.exec(document) ?? [];
  expect(example.length).toBeGreaterThan(100);
  expect(golden("plan.txt")).toContain(example);
});

it("docs/plan.md names every key of --json", () => {
  const keys = new Set<string>();
  JSON.stringify(JSON.parse(golden("plan.json")), (key, value: unknown) => {
    if (key !== "" && !/^\d+$/.test(key)) keys.add(key);
    return value;
  });
  const told = new Set([...document.matchAll(/`"?(\w+)"?`/g)].map(([, name]) => name));
  const plain = new Set([
    "version",
    "date",
    "title",
    "table",
    "name",
    "grain",
    "path",
    "added",
    "removed",
    "changed"
  ]);
  expect([...keys].filter((key) => !told.has(key) && !plain.has(key))).toEqual([]);
});

import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {parse} from "yaml";

const document = readFileSync("docs/publishing.md", "utf8");
const workflow = readFileSync(".github/workflows/publish.yml", "utf8");
const {scripts} = JSON.parse(readFileSync("package.json", "utf8")) as {scripts: Record<string, string>};

it("docs/publishing.md and the workflow name only commands that there are", () => {
  const named = [...`${document}${workflow}`.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(7);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it("the workflow tests before it publishes, and keeps what was published", () => {
  const {jobs} = parse(workflow) as {
    jobs: Record<string, {needs?: string; if?: string; steps: {run?: string; uses?: string}[]}>;
  };
  expect(jobs.publish!.needs).toBe("test");
  const steps = jobs.publish!.steps.map(({run = "", uses = ""}) => run + uses).join("\n");
  const order = ["fetch --quiet origin published", "--publish", "push origin published", "deploy-pages"];
  const places = order.map((text) => steps.indexOf(text));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

it("nginx keeps names with a digest for ever, and nothing that moves", () => {
  const rules = [...document.matchAll(/location ~ "(.*)" \{\n\s+add_header Cache-Control "(.*)";/g)].map(
    ([, pattern, header]) => [new RegExp(pattern!), header!] as const
  );
  const header = (path: string): string | undefined => rules.find(([pattern]) => pattern.test(path))?.[1];
  expect(header("/1.2.0/assets/site.1a2b3c4d.css")).toContain("immutable");
  expect(header("/latest/_file/data/a.1a2b3c4d.csv")).toContain("immutable");
  for (const path of [
    "/",
    "/index.html",
    "/latest/index.html",
    "/versions.json",
    "/versions.css",
    "/draft/when.html"
  ])
    expect(header(path)).toBe("no-cache");
  expect(header("/1.2.0/when.html")).toBe("public, max-age=86400");
});

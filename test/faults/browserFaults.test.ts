import {chmodSync, cpSync, existsSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findBrowser} from "../../publish/pdf/browser.ts";
import {scoreOf} from "../hostile/score.ts";
import {tempFolder} from "../tempFolder.ts";
import {digestsOf, projectCopy} from "./projectCopy.ts";
import type {ProjectCopy} from "./projectCopy.ts";
import {spoiltBrowser} from "./spoiltBrowser.ts";
import type {BrowserFault} from "./spoiltBrowser.ts";

/*
 * The real command with programs for a browser that a user may come to have. After each: a message without a stack in
 * bounded time, no process left, what was published byte-identical; and the next build publishes the very bytes of one
 * that nothing befell.
 */
const minutes = 60_000;
const score = scoreOf(
  "browser faults",
  "the browser is absent, or crashes, hangs or answers rubbish at each of its tasks"
);

function program(text: string): string {
  const file = join(tempFolder(), "browser");
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

/** How the browser of a case is made, and what has to be told. */
const CASES: Readonly<Record<string, {browser: (real: string) => string; says: RegExp}>> = {
  "is not there": {
    browser: () => "/nowhere/chrome",
    says: /^CARTOGRAPH_BROWSER: no program at \/nowhere\/chrome/m
  },
  "is a folder": {browser: () => tempFolder(), says: /^CARTOGRAPH_BROWSER: no program at/m},
  "is an empty file": {browser: () => program(""), says: /did not start/},
  "is a text": {browser: () => program("this is no program\n"), says: /did not start/},
  "ends at once": {
    browser: () => program("#!/bin/sh\necho libnss3.so is missing >&2; exit 127\n"),
    says: /did not start: it ended at once \(libnss3\.so is missing\)/
  },
  "crashes at start": {
    browser: () => program("#!/bin/sh\nkill -SEGV $$\n"),
    says: /did not start: it ended at once/
  },
  "says nothing": {
    browser: () => program("#!/bin/sh\nsleep 1000\n"),
    says: /did not start: no answer within 3 s/
  },
  "speaks rubbish": {
    browser: () => program("#!/bin/sh\nprintf 'rubbish\\0' >&4\nsleep 1000\n"),
    says: /did not start/
  },
  "floods rubbish": {browser: () => program("#!/bin/sh\nexec yes rubbish >&4\n"), says: /did not start/},
  ...Object.fromEntries(
    (
      [
        [1, "Page.printToPDF", "while it prints"],
        [1, "Target.createTarget", "before it prints"],
        [2, "Runtime.evaluate", "while it draws PNGs"],
        [3, "Page.navigate", "while it checks the pages"]
      ] as const
    ).flatMap(([start, method, when]) =>
      (["crashes", "hangs", "answers rubbish", "loses the page's process"] as const)
        .filter((fault) => !(fault === "loses the page's process" && method === "Target.createTarget"))
        .map((fault: BrowserFault) => [
          `${fault} ${when}`,
          {
            browser: (real: string) => spoiltBrowser(tempFolder(), {real, start, method, fault}),
            says: /the browser stopped while (printing|drawing|checking)/
          }
        ])
    )
  ),
  "prints rubbish": {
    browser: (real) =>
      spoiltBrowser(tempFolder(), {real, start: 1, method: "Page.printToPDF", fault: "prints rubbish"}),
    says: /the browser stopped while printing \(it printed something that is no PDF/
  }
};

describe.skipIf(!process.env.CARTOGRAPH_FULL)("a browser that", () => {
  let project: ProjectCopy;
  let real: string;
  /** Of a build that nothing befell. */
  let clean: ReadonlyMap<string, string>;
  let first: string;

  beforeAll(async () => {
    project = projectCopy();
    real = (await findBrowser()).path;
    expect(await project.run(["report", "--publish", "1.0.0"])).toMatchObject({status: 0, left: []});
    first = join(tempFolder(), "dist");
    cpSync(project.dist, first, {recursive: true, verbatimSymlinks: true});
    const {status, told} = await project.run(["report", "--publish", "1.0.1"]);
    expect(status, told).toBe(0);
    clean = digestsOf(project.dist);
  }, 3 * minutes);
  afterAll(() => project?.remove());

  for (const [name, {browser, says}] of Object.entries(CASES))
    it(name, {timeout: 2 * minutes}, async () => {
      rmSync(project.dist, {recursive: true});
      cpSync(first, project.dist, {recursive: true, verbatimSymlinks: true});
      const before = digestsOf(project.dist);
      // Pictures that were drawn before need no browser.
      rmSync(join(project.folder, ".cache/pictures"), {recursive: true, force: true});
      const env = {CARTOGRAPH_BROWSER: browser(real), CARTOGRAPH_BROWSER_SECONDS: "3"};
      const {status, told, seconds, left} = await project.run(["report", "--publish", "1.0.1"], {env});
      expect(told).toMatch(says);
      expect(told).not.toMatch(/^ +at |fault of Cartograph/m);
      expect({status, left}).toEqual({status: 1, left: []});
      expect(seconds).toBeLessThan(60);
      expect(digestsOf(project.dist)).toEqual(before);
      expect(existsSync(join(project.dist, "1.0.1"))).toBe(false);
      const next = await project.run(["report", "--publish", "1.0.1"]);
      expect({status: next.status, left: next.left}, next.told).toEqual({status: 0, left: []});
      if (JSON.stringify([...digestsOf(project.dist)]) !== JSON.stringify([...clean])) score.note("silent");
      expect(digestsOf(project.dist)).toEqual(clean);
      score.note("survived");
    });
});

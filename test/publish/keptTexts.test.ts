import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {tempFolder} from "../tempFolder.ts";

const TEXT = "list: [1, two, ~]\n";
const VALUE = {list: [1, "two", null]};

/** What a new process remembers of the text and of a check, with code of this identity. */
async function recalled(cache: string, code: string): Promise<{value: unknown; passes: boolean}> {
  const {knownText, knowsPass, passKey, recallKeptTexts} = await newProcess();
  recallKeptTexts(cache, code);
  return {value: knownText(TEXT)?.value, passes: knowsPass(passKey("size", 1))};
}

async function newProcess() {
  vi.resetModules();
  return {
    ...(await import("../../data-loaders/config/knownTexts.ts")),
    ...(await import("../../publish/keptTexts.ts"))
  };
}

async function kept(): Promise<string> {
  const cache = tempFolder();
  const {learnText, learnPass, passKey, keepTexts} = await newProcess();
  learnText(TEXT, VALUE);
  learnPass(passKey("size", 1));
  keepTexts(cache, "a");
  return cache;
}

it("recalls what texts say and what passes checks, with the same code only", async () => {
  const cache = await kept();
  expect(await recalled(cache, "a")).toEqual({value: VALUE, passes: true});
  expect(await recalled(cache, "b")).toEqual({value: undefined, passes: false});
  expect(await recalled(tempFolder(), "a")).toEqual({value: undefined, passes: false});
});

it("recalls nothing wrong of a file that is damaged anywhere", async () => {
  const cache = await kept();
  const path = join(cache, "texts.part");
  const bytes = readFileSync(path);
  for (let at = 0; at < bytes.length; at += 3) {
    const damaged = Buffer.from(bytes);
    damaged[at]! ^= 1 << (at % 8);
    writeFileSync(path, damaged);
    expect([undefined, VALUE], `byte ${at}`).toContainEqual((await recalled(cache, "a")).value);
  }
  writeFileSync(path, bytes.subarray(0, bytes.length - 1));
  expect((await recalled(cache, "a")).value).toBeUndefined();
});

it("forgets what a later run had no use for, and keeps the rest", async () => {
  const cache = await kept();
  const {knownText, learnPass, passKey, recallKeptTexts, keepTexts} = await newProcess();
  recallKeptTexts(cache, "a");
  knownText(TEXT);
  learnPass(passKey("size", 2));
  keepTexts(cache, "a");
  expect(await recalled(cache, "a")).toEqual({value: VALUE, passes: false});
});

import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {UserError} from "../../data-loaders/config/problem.ts";
import {checkReport} from "../../publish/checkReport.ts";
import {startProgress} from "../../publish/progress.ts";
import {tempFolder} from "../tempFolder.ts";

const silent = startProgress({write: () => undefined});

/** What `check` writes with the shipped config but for one edit, and what it says is wrong. */
async function checked(json: boolean, from: string, to: string) {
  const root = tempFolder();
  const config = join(root, "config");
  cpSync("config", config, {recursive: true});
  const path = join(config, "segments.yaml");
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  const written: string[] = [];
  const folders = {root, config, pages: "", data: root, cache: join(root, ".cache"), dist: ""};
  const error = await checkReport(folders, {json}, silent, {write: (part) => written.push(part)}).catch(
    (caught) => caught
  );
  return {written: written.join(""), error: error as unknown};
}

it("writes what is wrong as JSON before any data is read", async () => {
  const {written, error} = await checked(true, "- label: Mature household", "- lable: Mature household");
  expect(error).toBeInstanceOf(UserError);
  const lines = readFileSync("config/segments.yaml", "utf8").split("\n");
  expect(JSON.parse(written)).toMatchObject([
    {
      line: lines.findIndex((line) => line.includes("- label: Mature household")) + 1,
      column: 9,
      path: "segmentations.profile.rules[5].lable",
      message: 'unknown key; did you mean "label"?'
    }
  ]);
});

it("stops at a rule that proofs find unreachable", async () => {
  const {written, error} = await checked(
    true,
    "customer.age: { from: 65 } }",
    "customer.age: { from: 65 }, customer.dependants: { from: 1 }, pet_share: { above: 3% } }"
  );
  expect(error).toBeInstanceOf(UserError);
  expect(JSON.parse(written)).toMatchObject([{path: "segmentations.profile.rules[5].when"}]);
});

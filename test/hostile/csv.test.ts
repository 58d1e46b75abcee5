import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {isDeepStrictEqual} from "node:util";
import {describe, expect, it} from "vitest";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {UserError} from "../../data-loaders/config/problem.ts";
import {build, closePools, patientSources, sources} from "../baskets/build.ts";
import {nestedStore} from "../baskets/nestedStore.ts";
import type {NestedStore} from "../baskets/nestedStore.ts";
import {FILES} from "../baskets/shop.ts";
import type {TableKey} from "../baskets/shop.ts";
import {tempFolder} from "../tempFolder.ts";
import {CLEAN} from "./cleanFiles.ts";
import type {Files} from "./cleanFiles.ts";
import {CSV_FILE_CASES} from "./csvFileCases.ts";
import type {CsvCase, CsvOutcome} from "./csvOutcome.ts";
import {CSV_ROW_CASES} from "./csvRowCases.ts";
import {scoreOf} from "./score.ts";
import type {Verdict} from "./score.ts";

/*
 * Attacks on the CSVs through the real reader and the shipped contracts. Each says by hand what has to come of it;
 * what is built has to hold the numbers of clean files that mean the same.
 */
closePools();
const score = scoreOf(
  "CSV",
  "files, headers, rows and values spoilt one at a time, in each of the six files"
);

function folderOf(files: Readonly<Record<TableKey, string | Uint8Array>>): string {
  const folder = tempFolder();
  mkdirSync(folder, {recursive: true});
  for (const table of Object.keys(FILES) as TableKey[])
    writeFileSync(join(folder, FILES[table]), files[table]);
  return folder;
}

const cleanStores = new Map<Files, Promise<NestedStore>>();

/** The store of clean files; rows that hang on rows taken away may be left in them. */
function storeOf(files: Files): Promise<NestedStore> {
  const known = cleanStores.get(files);
  const store = known ?? build(folderOf(files), {sources: patientSources, threads: 1}).then(nestedStore);
  cleanStores.set(files, store);
  return store;
}

/** All that the build tells about rows and values: `orders: hour is above 23: 1 on 5`. */
function toldOf({words}: Baskets): string[] {
  const rows = words.flow.tables.flatMap(({table, set_aside}) =>
    set_aside.map(({reason, rows: count, lines}) => `${table}: ${reason}: ${count} on ${lines.join(", ")}`)
  );
  const values = words.flow.values.map(
    ({table, column, note, rows: count}) => `${table}: ${column} is ${note}: ${count}`
  );
  return [...rows, ...values].sort();
}

interface Came {
  readonly verdict: Verdict;
  /** In words, for who has to mend it. */
  readonly words: string;
}

/** What came of it, held against the outcome that was written down. */
async function whatCame({file, edit, outcome}: CsvCase): Promise<Came> {
  const folder = folderOf({...CLEAN, [file]: edit(CLEAN[file])});
  const result = await build(folder, {sources, threads: 1}).catch((error: Error) => error);
  if (result instanceof UserError) return refusal(result, outcome, FILES[file], folder);
  if (result instanceof Error) return {verdict: "failed", words: `crash: ${result.stack}`};
  const told = toldOf(result);
  if (outcome.kind === "refused") return {verdict: "silent", words: `built; told ${told.join("; ")}`};
  const isSame = isDeepStrictEqual(nestedStore(result), await meant(outcome));
  const isTold = isDeepStrictEqual(told, [...outcome.told].sort());
  if (isSame && isTold) return {verdict: "survived", words: ""};
  const words = `built; its numbers are ${isSame ? "right" : "wrong"}; told ${told.join("; ")}`;
  return {verdict: isSame ? "failed" : "silent", words};
}

/** A clean store as it has to be, with another name for product 5 where the case gives it one. */
async function meant({means, name}: Extract<CsvOutcome, {kind: "built"}>): Promise<NestedStore> {
  const store = await storeOf(means);
  if (name === undefined) return store;
  const renamed = (item: string): string => item.replace(/^Product 5 \|/, () => `${name} |`);
  return store.map((customer) => ({
    ...customer,
    orders: customer.orders.map((order) => ({...order, items: order.items.map(renamed)}))
  }));
}

/** Refused as was written down: at that file and line, with these words, without a name of a customer or a stack. */
function refusal({problems}: UserError, outcome: CsvOutcome, ownFile: string, folder: string): Came {
  const told = problems.map(({file, line, message}) => ({
    file: file.replace(`${folder}/`, ""),
    line,
    message
  }));
  const isTold =
    outcome.kind === "refused" &&
    told.some(
      ({file, line, message}) =>
        file === (outcome.file ?? ownFile) &&
        (outcome.line === undefined || line === outcome.line) &&
        message.includes(outcome.message)
    );
  const words = told.map(({file, line, message}) => `${file}:${line ?? ""}: ${message}`).join("\n");
  return isTold && !/Xenia|Quimby|\n\s+at /.test(words)
    ? {verdict: "survived", words: ""}
    : {verdict: "failed", words: `refused: ${words.slice(0, 2000)}`};
}

/** All of them take minutes; `npm test` does every eighth, `npm run test:full` all. */
const inTime = (_: CsvCase, at: number): boolean => Boolean(process.env.CARTOGRAPH_FULL) || at % 8 === 0;

describe.each([
  ["the file", CSV_FILE_CASES],
  ["a row", CSV_ROW_CASES]
])("CSV: %s", (_, cases) => {
  it.each(cases.filter(inTime).map((one): [string, CsvCase] => [`${FILES[one.file]} ${one.name}`, one]))(
    "%s",
    async (_name, one) => {
      const {verdict, words} = await whatCame(one);
      score.note(verdict);
      expect(words, verdict).toBe("");
    }
  );
});

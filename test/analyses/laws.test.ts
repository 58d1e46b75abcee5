import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {discloseAlone} from "../../data-loaders/disclosure/discloseAlone.ts";
import type {AnalysedBaskets, AnalysisGate, Counting} from "../../data-loaders/analyses/analysedBaskets.ts";
import {affinityOf} from "../../data-loaders/analyses/affinityOf.ts";
import {concentrations} from "../../data-loaders/analyses/concentrations.ts";
import {crosstabs} from "../../data-loaders/analyses/crosstabs.ts";
import {jointAggregates} from "../../data-loaders/analyses/jointAggregates.ts";
import {jointGates} from "../../data-loaders/analyses/jointGates.ts";
import {priceLadderOf} from "../../data-loaders/analyses/priceLadderOf.ts";
import type {TogetherTask} from "../../data-loaders/analyses/togetherCounts.ts";
import {NO_MEMO, openMemo} from "../../data-loaders/baskets/memo.ts";
import type {Memo} from "../../data-loaders/baskets/memo.ts";
import type {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {discloseAll} from "../../data-loaders/disclosure/discloseAll.ts";
import {dimensioned, randomCustomers} from "../aggregates/randomBaskets.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {tempFolder} from "../tempFolder.ts";

closePools();

const SHOPS = [40, 150, 400].map((count) => dimensioned(randomCustomers(count, count)));

/** A gate for each analysis, which looks at its tables one by one. */
const gatesOf = (atLeast: number): AnalysisGate[] =>
  Array.from({length: ANALYSES}, () => ({
    atLeast,
    disclose: (raw) => raw.map((each) => discloseAlone(each, atLeast))
  }));

const ANALYSES = 5;

/** All analyses, overall and by segments. */
async function analyses(
  shop: Omit<AnalysedBaskets, "memo">,
  {pool, gates}: {readonly pool: WorkerPool; readonly gates: readonly AnalysisGate[]},
  memo: Memo = NO_MEMO
) {
  const analysed = {...shop, memo};
  const ask = jointAggregates(analysed, pool);
  const at = (place: number): Counting => ({pool, ask, gate: gates[place]!});
  const [tabs, curves, departments, products, ladder] = await Promise.all([
    crosstabs(analysed, at(0)),
    concentrations(analysed, at(1)),
    affinityOf({of: "department", by: "loyalty"}, analysed, at(2)),
    affinityOf({of: "product", most: 12, by: "both", supportAtLeast: 0}, analysed, at(3)),
    priceLadderOf({step: 150, cap: 1200, by: "loyalty"}, analysed, at(4))
  ]);
  return {tabs, curves, departments, products, ladder};
}

/** Every number of people that stands anywhere in a result. */
function customersIn(value: unknown, name = ""): number[] {
  if (typeof value === "number") return name === "customers" ? [value] : [];
  if (value instanceof Float64Array) return name === "customers" ? [...value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => customersIn(each, Array.isArray(value) ? name : key));
}

describe("for every shop", () => {
  it("any number of threads gives the same", async () => {
    for (const shop of SHOPS) {
      const one = await analyses(shop, {pool: poolOf(1), gates: gatesOf(10)});
      for (const threads of [2, 3])
        expect(await analyses(shop, {pool: poolOf(threads), gates: gatesOf(10)})).toEqual(one);
    }
  });

  it("nothing that is told describes fewer customers than the threshold, and something was kept back", async () => {
    for (const shop of SHOPS) {
      const told = customersIn(await analyses(shop, {pool: poolOf(2), gates: gatesOf(10)}));
      const open = customersIn(await analyses(shop, {pool: poolOf(2), gates: gatesOf(0)}));
      expect(open.filter((count) => count > 0 && count < 10).length).toBeGreaterThan(5);
      expect(told.filter((count) => count > 0 && count < 10)).toEqual([]);
    }
  });

  it("what the gate hides of a segment is not what the others leave of everyone", async () => {
    let hidden = 0;
    for (const shop of SHOPS) {
      const gates = jointGates(10, ANALYSES, (raw, made) =>
        discloseAll(raw, [...made, ...shop.dimensions], shop.baskets, {customersAtLeast: 10})
      );
      const {products, ladder} = await analyses(shop, {pool: poolOf(2), gates});
      const remains = (everyone: number, parts: readonly number[]): number => {
        const shown = parts.filter((count) => count > 0);
        if (Number.isNaN(everyone)) return 0;
        if (shown.length < parts.length) hidden++;
        return everyone - sum(shown);
      };
      const [everyone, ...segments] = products.groups;
      const left = everyone!.pairs.map((pair) => {
        const same = segments.map(
          ({pairs}) => pairs.find(({a, b}) => a === pair.a && b === pair.b)?.customers ?? 0
        );
        return remains(pair.customers, same);
      });
      const [all, ...groups] = ladder.groups;
      for (const [at, step] of all!.steps.entries())
        left.push(
          remains(
            step.customers,
            groups.map(({steps}) => steps[at]!.customers)
          )
        );
      expect(left.filter((count) => count > 0 && count < 10)).toEqual([]);
    }
    expect(hidden).toBeGreaterThan(50);
  });

  it("segments' pairs and steps make up everyone's", async () => {
    for (const shop of SHOPS) {
      const {departments, ladder} = await analyses(shop, {pool: poolOf(2), gates: gatesOf(0)});
      const [everyone, ...segments] = departments.groups;
      for (const [at, single] of everyone!.singles.entries()) {
        expect(sum(segments.map(({singles}) => singles[at]!.orders))).toBe(single.orders);
        expect(sum(segments.map(({singles}) => singles[at]!.customers))).toBe(single.customers);
      }
      const [all, ...groups] = ladder.groups;
      for (const [at, step] of all!.steps.entries()) {
        expect(sum(groups.map(({steps}) => steps[at]!.items))).toBe(step.items);
        expect(sum(groups.map(({steps}) => steps[at]!.customers))).toBe(step.customers);
      }
      expect(all!.steps.at(-1)!.item_share_up_to).toBeCloseTo(1, 12);
    }
  });

  it("what was counted before is remembered, and another segmentation is not taken for it", async () => {
    const [, shop] = SHOPS as [unknown, (typeof SHOPS)[number]];
    const folder = tempFolder();
    const run = async (of: Omit<AnalysedBaskets, "memo">) => {
      const jobs: string[] = [];
      const pool = watched(jobs);
      const memo = openMemo(folder, "a store");
      const found = await analyses(of, {pool, gates: gatesOf(10)}, memo);
      memo.save();
      return {found, jobs};
    };
    const first = await run(shop);
    expect(first.jobs.length).toBeGreaterThan(10);
    expect(first.jobs.filter((name) => name === "customerTotals").length).toBe(2); // once, though two ask, in two threads
    const again = await run(shop);
    expect(again.jobs).toEqual([]);
    expect(again.found).toEqual(first.found);
    const turned = {
      ...shop,
      dimensions: shop.dimensions.map((each) => (each.name === "loyalty" ? otherCodes(each) : each))
    };
    const other = await run(turned);
    expect(other.jobs).toContain("togetherCounts");
    expect(other.jobs).not.toContain("customerTotals");
    expect(other.jobs).not.toContain("togetherCounts of items"); // up to 64 products
    expect(other.jobs).toContain("valueSums");
    expect(other.jobs).not.toContain("rankValues");
    expect(other.found).toEqual(await analyses(turned, {pool: poolOf(2), gates: gatesOf(10)}));
    expect(other.found).not.toEqual(first.found);
    damageFiles(folder);
    expect((await run(turned)).found).toEqual(other.found);
  });
});

function watched(jobs: string[]): WorkerPool {
  const pool = poolOf(2);
  const run = (name: string, input: unknown) => {
    const ofItems = name === "togetherCounts" && (input as TogetherTask).baskets.item.length > 0;
    jobs.push(ofItems ? `${name} of items` : name);
    return pool.run(name, input);
  };
  return {size: pool.size, code: pool.code, run} as unknown as WorkerPool;
}

function damageFiles(folder: string): void {
  for (const {parentPath, name} of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!/\.parts?$/.test(name)) continue;
    const bytes = readFileSync(join(parentPath, name));
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(join(parentPath, name), bytes);
  }
}

type Coded = (typeof SHOPS)[number]["dimensions"][number];

/** Every customer in the next segment. */
function otherCodes(dimension: Coded): Coded {
  const codes = new Uint16Array(new SharedArrayBuffer(2 * dimension.codes.length));
  for (const [at, code] of dimension.codes.entries()) codes[at] = (code + 1) % dimension.labels.length;
  return {...dimension, codes};
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

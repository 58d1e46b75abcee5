import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {AnalysisGate, Counting} from "../../data-loaders/analyses/analysedBaskets.ts";
import {affinityOf} from "../../data-loaders/analyses/affinityOf.ts";
import {concentrations} from "../../data-loaders/analyses/concentrations.ts";
import {crosstabs} from "../../data-loaders/analyses/crosstabs.ts";
import {valueKey} from "../../data-loaders/analyses/customerValue.ts";
import {jointAggregates} from "../../data-loaders/analyses/jointAggregates.ts";
import {priceLadderOf} from "../../data-loaders/analyses/priceLadderOf.ts";
import {discloseAlone} from "../../data-loaders/disclosure/discloseAlone.ts";
import {ensureBundledSample} from "../../sample/bundledSample.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import type {Answer} from "../oracle/database.ts";
import {readByBoth} from "../oracle/readByBoth.ts";
import type {Asked} from "../oracle/readByBoth.ts";
import {Tally} from "../oracle/tally.ts";
import {
  curveSql,
  everyValueSql,
  followsSql,
  giniSql,
  ladderSql,
  pairSql,
  phiSql,
  singleSql,
  tiesSql,
  togetherSql,
  topProductsSql,
  valuesSql
} from "./analysesSql.ts";

closePools();

/** Lets everything through, so that every number is compared. */
const OPEN: AnalysisGate = {atLeast: 1, disclose: (raw) => raw.map((each) => discloseAlone(each, 0))};
const counting = (): Counting => {
  const pool = poolOf(2);
  return {pool, ask: jointAggregates(asked.engine, pool), gate: OPEN};
};

let asked: Asked;
let tally: Tally;
let compared = 0;
beforeEach(() => {
  tally = new Tally();
});
beforeAll(async () => {
  asked = await readByBoth(await ensureBundledSample(".cache"));
  await asked.sql.run(valuesSql);
}, 120_000);
afterAll(() => {
  console.log(`oracle: ${compared} numbers of analyses compared, none differs`);
  asked.sql.close();
});

type Row = Readonly<Record<string, string | number>>;

/** Rows of an answer as records. */
function rowsOf(answer: Answer): Row[] {
  const names = Object.keys(answer);
  return (answer[names[0]!] ?? []).map((_, row) =>
    Object.fromEntries(names.map((name) => [name, answer[name]![row] ?? Number.NaN]))
  );
}

const rows = async (sql: string) => rowsOf(await asked.sql.answer(sql));
const near = (ours: number, theirs: string | number, what: () => string) =>
  tally.near(ours, theirs as number, 1e-9 * Math.max(1, Math.abs(theirs as number)), what);

function nothingDiffers(atLeast: number): void {
  expect(tally.first).toEqual([]);
  expect(tally.numbers).toBeGreaterThan(atLeast);
  compared += tally.numbers;
}

describe("DuckDB, asked in SQL that was written separately, gives the same", () => {
  it("crosstabs of every pair of segmentations, and what follows from what", async () => {
    const {segmentations, pairs, follows} = await crosstabs(asked.engine, counting(), []);
    expect(pairs.length).toBe((segmentations.length * (segmentations.length - 1)) / 2);
    const found: string[] = [];
    for (const {rows: a, columns: b, cells, phi, customers, usedRows, usedColumns} of pairs) {
      const labels = [a, b].map((name) => segmentations.find((each) => each.name === name)!.labels);
      const theirs = new Map((await rows(pairSql(a, b))).map((row) => [`${row.a}|${row.b}`, row.customers]));
      tally.cells += cells.cells;
      for (const [cell, count] of cells.parts.customers.entries()) {
        const [row, column] = [Math.floor(cell / labels[1]!.length), cell % labels[1]!.length];
        const key = `${labels[0]![row]}|${labels[1]![column]}`;
        tally.equal(count, theirs.get(key) ?? 0, () => `customers by ${a} × ${b}, ${key}`);
      }
      const [whole] = await rows(phiSql(a, b));
      tally.near(phi, whole!.phi as number, 5.1e-5, () => `phi of ${a} × ${b}`);
      tally.equal(customers, whole!.customers, () => "customers");
      tally.equal(usedRows, whole!.used_a, () => `segments used of ${a}`);
      tally.equal(usedColumns, whole!.used_b, () => `segments used of ${b}`);
      for (const [from, to] of [
        [a, b],
        [b, a]
      ] as const) {
        const [{way} = {way: ""}] = await rows(followsSql(from, to));
        if (way !== "") found.push(`${to} from ${from}: ${way}`);
      }
    }
    const ours = follows.map(
      ({segmentation, from, exactly}) => `${segmentation} from ${from}: ${exactly ? "exactly" : "nearly"}`
    );
    expect(ours.sort()).toEqual(found.sort());
    expect(ours).toContain("household from age_by_household: exactly");
    nothingDiffers(700);
  }, 60_000);

  it("customers' values by segments: counts, means, squares, ranks and ties", async () => {
    const {segmentations, values} = await crosstabs(asked.engine, counting());
    for (const ours of values) {
      const {labels} = segmentations.find(({name}) => name === ours.segmentation)!;
      const key = valueKey(ours.value);
      const [{ties} = {ties: Number.NaN}] = await rows(tiesSql(ours.value.over));
      near(ours.ties, ties!, () => `ties of ${key}`);
      const theirs = new Map(
        (await rows(everyValueSql(ours.segmentation, ours.value.over))).map((row) => [row.segment, row])
      );
      for (const [segment, label] of labels.entries()) {
        const row = theirs.get(label);
        const what = (name: string) => () => `${name} of ${key}, ${label}`;
        tally.equal(ours.customers[segment], row?.customers ?? 0, what("customers"));
        near(ours.mean[segment]!, row?.mean ?? Number.NaN, what("mean"));
        tally.near(
          ours.squares[segment]!,
          (row?.squares as number) ?? 0,
          1e-6 * Number(row?.squares ?? 1) + 1e-9,
          what("squares")
        );
        near(ours.ranks[segment]!, row?.ranks ?? 0, what("ranks"));
      }
    }
    nothingDiffers(700);
  }, 60_000);

  it("concentration", async () => {
    for (const {of, customers, total, gini, curve, top} of await concentrations(asked.engine, counting())) {
      expect(curve.length).toBe(101);
      const theirs = await rows(curveSql(of));
      for (const [step, {customer_share, part_share}] of curve.entries()) {
        near(customer_share, theirs[step]!.customer_share!, () => `customers of ${of}, step ${step}`);
        near(part_share, theirs[step]!.part_share!, () => `curve of ${of}, step ${step}`);
      }
      const [whole] = await rows(giniSql(of));
      near(gini, whole!.gini!, () => `Gini of ${of}`);
      tally.equal(total, whole!.total, () => `total ${of}`);
      tally.equal(customers, whole!.customers, () => "customers");
      for (const each of top) {
        const step = 100 - Math.round(100 * each.customer_share);
        near(each.part_share, 1 - Number(theirs[step]!.part_share), () => `top of ${of}, from step ${step}`);
      }
      expect(top.map((each) => Math.round(100 * each.customer_share))).toEqual([1, 2, 5, 10, 20, 25, 50]);
    }
    nothingDiffers(600);
  }, 60_000);

  it.each([
    ["department", undefined],
    ["department", "profile"],
    ["product", undefined],
    ["product", "loyalty"]
  ])(
    "what goes together: %s by %s",
    async (of, by) => {
      const {dimension, codes, groups} = await affinityOf(
        {of, ...(by && {by}), supportAtLeast: 0.002},
        asked.engine,
        counting()
      );
      if (of === "product") expect(codes).toEqual((await rows(topProductsSql(60))).map(({place}) => place));
      else expect(codes.length).toBe(21);
      const name = (code: number) => (of === "product" ? code : dimension.labels[code]!);
      for (const {segment, orders, customers, singles, pairs} of groups) {
        const where =
          segment === undefined || by === undefined ? "true" : `${by} = '${segment.replaceAll("'", "''")}'`;
        const about = `${of} of ${segment ?? "everyone"}`;
        const alone = await rows(singleSql(of, where));
        tally.equal(orders, alone.find(({code}) => code === "all")?.orders ?? 0, () => `orders, ${about}`);
        tally.equal(
          customers,
          alone.find(({code}) => code === "all")?.customers ?? 0,
          () => `customers, ${about}`
        );
        const single = new Map(alone.map((row) => [row.code, row]));
        for (const {code, ...each} of singles) {
          const row = single.get(String(name(code)));
          tally.equal(each.orders, row?.orders ?? 0, () => `orders with ${name(code)}, ${about}`);
          tally.equal(each.customers, row?.customers ?? 0, () => `customers with ${name(code)}, ${about}`);
        }
        const known = new Set(codes.map((code) => String(name(code))));
        const both = (await rows(togetherSql(of, where, 0.002))).filter(
          ({a, b}) => known.has(String(a)) && known.has(String(b))
        );
        tally.equal(pairs.length, both.length, () => `pairs, ${about}`);
        const theirs = new Map<string, Row>();
        for (const row of both) {
          theirs.set(`${row.a}|${row.b}`, row);
          theirs.set(`${row.b}|${row.a}`, {...row, a_to_b: row.b_to_a!, b_to_a: row.a_to_b!});
        }
        tally.cells += pairs.length;
        for (const pair of pairs) {
          const key = `${name(pair.a)}|${name(pair.b)}`;
          const row = theirs.get(key);
          tally.equal(pair.orders, row?.orders, () => `orders with ${key}, ${about}`);
          tally.equal(pair.customers, row?.customers, () => `customers with ${key}, ${about}`);
          near(pair.support, row?.support ?? Number.NaN, () => `support of ${key}, ${about}`);
          near(pair.confidence[0], row?.a_to_b ?? Number.NaN, () => `confidence of ${key}, ${about}`);
          near(pair.confidence[1], row?.b_to_a ?? Number.NaN, () => `confidence back of ${key}, ${about}`);
          near(pair.lift, row?.lift ?? Number.NaN, () => `lift of ${key}, ${about}`);
        }
      }
      nothingDiffers(500);
    },
    60_000
  );

  it.each([undefined, "department", "loyalty"])(
    "price ladder by %s",
    async (by) => {
      const {groups} = await priceLadderOf({step: 100, cap: 2000, ...(by && {by})}, asked.engine, counting());
      for (const {label, priced_items, spend, steps} of groups) {
        const where = label === undefined ? "true" : `${by} = '${label}'`;
        const theirs = new Map((await rows(ladderSql(where, 100, 2000))).map((row) => [row.step, row]));
        let [itemsBelow, centsBelow] = [0, 0];
        for (const [at, step] of steps.entries()) {
          const row = theirs.get(at);
          const what = () => `step ${at} of ${label}`;
          tally.equal(step.items, row?.items ?? 0, what);
          tally.equal(step.spend, row?.spend ?? 0, what);
          tally.equal(step.customers, row?.customers ?? 0, what);
          itemsBelow += Number(row?.items ?? 0);
          centsBelow += Number(row?.spend ?? 0);
          near(step.item_share_up_to, itemsBelow / priced_items, what);
          near(step.spend_share_up_to, centsBelow / spend, what);
        }
        tally.equal(priced_items, itemsBelow, () => `priced items of ${label}`);
        tally.equal(spend, centsBelow, () => `spend of ${label}`);
      }
      nothingDiffers(100);
    },
    60_000
  );
});

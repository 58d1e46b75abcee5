import {describe, expect, it} from "vitest";
import type {Aggregate} from "../../data-loaders/aggregates/aggregate.ts";
import {discloseAlone} from "../../data-loaders/disclosure/discloseAlone.ts";
import type {AnalysisGate} from "../../data-loaders/analyses/analysedBaskets.ts";
import {concentrationsOf} from "../../data-loaders/analyses/concentrations.ts";
import {followsFrom} from "../../data-loaders/analyses/followsFrom.ts";
import {midRanks} from "../../data-loaders/analyses/midRanks.ts";
import {joinedSteps, priceStepEnds, priceSteps} from "../../data-loaders/analyses/priceSteps.ts";
import {rootedContingency} from "../../data-loaders/analyses/rootedContingency.ts";
import {shareFactors} from "../../data-loaders/analyses/shareFactors.ts";

const gateOf = (atLeast: number): AnalysisGate => ({
  atLeast,
  disclose: (raw) => raw.map((each) => discloseAlone(each, atLeast))
});

describe("concentration", () => {
  const spread = (values: readonly number[], atLeast = 1) =>
    concentrationsOf(new Map([["orders", Float64Array.from(values)]]), gateOf(atLeast)).then(([one]) => one!);

  it("is 0 where all have the same, and (n − 1) ÷ n where one has all", async () => {
    expect((await spread(new Array<number>(200).fill(7))).gini).toBeCloseTo(0, 12);
    expect((await spread([...new Array<number>(199).fill(0), 50])).gini).toBeCloseTo(199 / 200, 12);
  });

  it("has the curve of 1, 2 … 100 as their sums", async () => {
    const {curve, top} = await spread(Array.from({length: 100}, (_, at) => 100 - at));
    expect(curve.map(({part_share}) => Math.round(5050 * part_share))).toEqual(
      Array.from({length: 101}, (_, n) => (n * (n + 1)) / 2)
    );
    expect(top.map(({customers, part_share}) => [customers, Math.round(5050 * part_share)])).toEqual([
      [1, 100],
      [2, 199],
      [5, 490],
      [10, 955],
      [20, 1810],
      [25, 2200],
      [50, 3775]
    ]);
  });

  it("takes fewer steps where a step would hold too few, and says nothing of too few in all", async () => {
    const {curve, top} = await spread(
      Array.from({length: 119}, (_, at) => at),
      10
    );
    expect(curve.length).toBe(11);
    expect(top.map(({customers}) => customers)).toEqual([12, 24, 60]);
    expect(await spread([1, 2, 3], 10)).toEqual({
      of: "orders",
      customers: Number.NaN,
      total: Number.NaN,
      gini: Number.NaN,
      curve: [],
      top: []
    });
  });
});

describe("ranks", () => {
  it("are shared by equal values, and missing values have none", () => {
    const {ranks, ties} = midRanks(Float64Array.of(5, 1, Number.NaN, 5, 2, 5));
    expect([...ranks]).toEqual([4, 1, Number.NaN, 4, 2, 4]);
    expect(ties).toBe(27 - 3);
  });
});

describe("a segmentation", () => {
  it("follows exactly, nearly or not", () => {
    expect(followsFrom(Float64Array.of(50, 0, 0, 30, 0, 20), 2)).toBe("exactly");
    expect(followsFrom(Float64Array.of(500, 1, 0, 499), 2)).toBe("nearly");
    expect(followsFrom(Float64Array.of(490, 11, 0, 499), 2)).toBeUndefined();
  });

  it("of one segment, or nearly so, follows from nothing", () => {
    expect(followsFrom(Float64Array.of(50, 0, 30, 0), 2)).toBeUndefined();
    expect(followsFrom(Float64Array.of(995, 5, 995, 5), 2)).toBeUndefined();
  });

  it("has phi 1 with itself, 0 with what it has nothing to do with, and leaves empty segments out", () => {
    expect(rootedContingency(Float64Array.of(10, 0, 0, 0, 10, 0), 3)).toEqual({
      customers: 20,
      usedRows: 2,
      usedColumns: 2,
      phi: 1
    });
    expect(rootedContingency(Float64Array.of(10, 20, 30, 60), 2).phi).toBe(0);
  });
});

describe("price steps", () => {
  it("hold their upper ends", () => {
    const ends = priceStepEnds(100, 300);
    expect(ends).toEqual([100, 200, 300, Number.POSITIVE_INFINITY]);
    const {codes, labels} = priceSteps(ends, Int32Array.of(0, 100, 101, 300, 301, -1));
    expect([...codes]).toEqual([0, 0, 1, 2, 3, 4]);
    expect(labels.length).toBe(5);
  });

  it("are joined with the one below where too few bought", () => {
    const ends = [100, 200, 300, Number.POSITIVE_INFINITY];
    expect(joinedSteps(ends, [50, 40, 30, 9], 10)).toEqual([100, 200, Number.POSITIVE_INFINITY]);
    expect(joinedSteps(ends, [9, 40, 30, 0], 10)).toEqual([200, 300, Number.POSITIVE_INFINITY]);
    expect(joinedSteps(ends, [50, 9, 30, 20], 10)).toEqual([200, 300, Number.POSITIVE_INFINITY]);
    expect(joinedSteps(ends, [50, 40, 30, 0], 10)).toEqual(ends);
    expect(joinedSteps([Number.POSITIVE_INFINITY], [3], 10)).toEqual([Number.POSITIVE_INFINITY]);
  });
});

describe("share factors", () => {
  const cells = (
    parts: Readonly<Record<string, readonly number[]>>,
    labels: readonly string[]
  ): Aggregate => ({
    dimensions:
      labels.length === 0 ? [] : [{name: "department", title: "", grain: "item", labels, ordered: false}],
    cells: Math.max(1, labels.length),
    parts: Object.fromEntries(
      Object.entries(parts).map(([name, values]) => [name, Float64Array.from(values)])
    ) as unknown as Aggregate["parts"],
    hidden: Uint8Array.from(parts.customers!, (count) => (Number.isNaN(count) ? 1 : 0))
  });
  const whole = cells({customers: [100], items: [1300], priced_items: [1300], spend: [7000]}, []);
  const parts = {
    customers: [90, 20, 80, Number.NaN, 0],
    items: [800, 200, 200, Number.NaN, 0],
    priced_items: [800, 200, 200, Number.NaN, 0],
    spend: [4000, 1000, 250, Number.NaN, 0]
  };
  const found = shareFactors(cells(parts, ["produce", "babies", "spices", "secret", "empty"]), whole);

  it("say whether few buy, or buyers buy rarely, or it is cheap", () => {
    expect(found.rows.map(({label, items, spend}) => [label, items.main, spend?.main])).toEqual([
      ["babies", "buyers", "buyers"],
      ["spices", "items_per_buyer", "price"],
      ["produce", "buyers", "buyers"]
    ]);
    expect(found.hidden).toBe(1);
  });

  it("add up to the whole on the log scale, and to nothing over all rows", () => {
    for (const of of ["items", "spend"] as const) {
      const all = found.rows.map((row) => row[of]!);
      for (const {log, factors} of all) {
        const logs = Object.values(factors).map((factor) => factor.log);
        expect(logs.reduce((a, b) => a + b, 0)).toBeCloseTo(log, 12);
      }
      expect(all.reduce((sum, {log}) => sum + log, 0)).toBeCloseTo(0, 12);
    }
    const {buyers} = found.rows[0]!.items.factors;
    expect(buyers.value).toBe(0.2);
    expect(buyers.index).toBeCloseTo((100 * 0.2) / (0.9 * 0.2 * 0.8) ** (1 / 3), 9);
  });
});

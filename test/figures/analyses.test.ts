import {describe, expect, it} from "vitest";
import type {Affinity} from "../../data-loaders/analyses/affinity.ts";
import type {Concentration} from "../../data-loaders/analyses/concentration.ts";
import type {Crosstab, Crosstabs} from "../../data-loaders/analyses/crosstab.ts";
import type {PriceLadder} from "../../data-loaders/analyses/priceLadder.ts";
import {affinityData} from "../../src/figures/analyses/affinityData.ts";
import {concentrationData} from "../../src/figures/analyses/concentrationData.ts";
import {concentrationPoints} from "../../src/figures/analyses/concentrationPoints.ts";
import {decompositionData} from "../../src/figures/analyses/decompositionData.ts";
import {ladderData} from "../../src/figures/analyses/ladderData.ts";
import {liftData} from "../../src/figures/analyses/liftData.ts";
import {matrixData} from "../../src/figures/analyses/matrixData.ts";
import {scheduleData} from "../../src/figures/analyses/scheduleData.ts";
import {sliceFirst} from "../../src/figures/aggregateCells.ts";
import type {FigureSpec} from "../../src/figures/figureSpec.ts";
import {readFigure} from "../../src/figures/readFigure.ts";
import {aggregateOf, dimensions, tinyContext} from "../pages/tinyReport.ts";

const context = tinyContext();

/** The figure of a block, or its problems as `line message`. */
function figureOf(lines: string, unavailable: ReadonlyMap<string, string> = new Map()): FigureSpec {
  const block = {file: "page.md", line: 1, text: `id: x\nfinding: A finding\n${lines}`};
  const {spec, problems} = readFigure(block, tinyContext(unavailable));
  if (!spec) throw new Error(problems.map(({line, message}) => `${line} ${message}`).join("\n"));
  return spec;
}

describe("the block of an analysis", () => {
  it.each([
    ["chart: matrix\nby: loyalty", "4 a matrix is by two segmentations of customers or more"],
    [
      "chart: matrix\nby: [loyalty, profil]",
      '4 unknown segmentation of customers "profil"; did you mean "profile"?'
    ],
    [
      "chart: matrix\nby: [loyalty, profile]\nmeasure: orders",
      "5 a matrix holds segmentations against ratios"
    ],
    ["chart: concentration\nmeasure: price_per_item", "4 a concentration is of a total"],
    ["chart: schedule\nby: day", "4 schedule takes no by"],
    ["chart: ladder\nby: loyalty", '4 "loyalty" does not split items by price'],
    ["chart: decomposition\nby: day", "4 one dimension of items is needed"],
    ["chart: affinity", "1 one dimension of items is needed"],
    ["chart: lift\nby: product", "1 a lift is of a segment: add `of`"],
    ["chart: lifft\nby: product", '3 unknown chart "lifft"; did you mean "lift"?']
  ])("%s is told what is wrong", (lines, message) => expect(() => figureOf(lines)).toThrow(message));

  it("does without segmentations that this data lacks, and cannot be drawn without two", () => {
    const lacking = new Map([["profile", "this data has no customers file"]]);
    const block = "chart: matrix\nby: [loyalty, profile]";
    expect(figureOf(block).unavailable).toBeUndefined();
    expect(figureOf(block, lacking).unavailable).toBe("this data has no customers file");
  });

  it("of prices cannot be drawn without prices", () => {
    const lacking = new Map([["spend", "this data has no prices"]]);
    expect(figureOf("chart: ladder", lacking).unavailable).toBe("this data has no prices");
    expect(figureOf("chart: concentration\nmeasure: spend", lacking).unavailable).toBe(
      "this data has no prices"
    );
    expect(figureOf("chart: decomposition\nby: department", lacking).measures).toEqual([
      "item_share",
      "buyers",
      "items_per_buyer"
    ]);
  });
});

describe("a matrix", () => {
  const segmentations = dimensions.filter(({grain}) => grain === "customer");
  const pair = {rows: "loyalty", columns: "profile", phi: 0.5, customers: 400, usedRows: 3, usedColumns: 3};
  const crosstabs: Crosstabs = {
    segmentations,
    pairs: [pair as unknown as Crosstab],
    follows: [{segmentation: "profile", from: "loyalty", exactly: false}],
    values: [
      {
        segmentation: "loyalty",
        value: {over: ["orders", "customers"]},
        // Means 1 and 3 of ten customers each, 10 within each: between 20, within 20.
        customers: Float64Array.of(10, 10, 0),
        mean: Float64Array.of(1, 3, Number.NaN),
        squares: Float64Array.of(10, 10, 0),
        ranks: Float64Array.of(Number.NaN, Number.NaN, Number.NaN),
        ties: 0
      }
    ]
  };

  it("tells how strongly classifications go together, and what follows from what", () => {
    const {rows, notes} = matrixData(
      figureOf("chart: matrix\nby: [loyalty, profile]"),
      context,
      crosstabs,
      400
    );
    // phi² 0.25 − 4/399 by chance, over 2 − 4/399.
    expect(rows).toEqual([
      {
        labels: ["Loyalty", "Profile"],
        values: [expect.closeTo(Math.sqrt((0.25 - 4 / 399) / (2 - 4 / 399)), 10)],
        customers: 400
      }
    ]);
    expect(notes).toEqual(["Profile follows from loyalty for nearly every customer."]);
  });

  it("tells how much of a value's spread a classification explains", () => {
    const spec = figureOf("chart: matrix\nby: [loyalty, profile]\nmeasure: orders_per_customer");
    const {rows} = matrixData(spec, context, crosstabs, 20);
    // Epsilon squared: (20 − 1 · 20/18) / 40.
    expect(rows[0]).toEqual({
      labels: ["Loyalty", "Orders per customer"],
      values: [expect.closeTo((20 - 20 / 18) / 40, 10)],
      customers: 20
    });
    expect(rows[1]!.values).toEqual([Number.NaN]);
  });
});

describe("a concentration", () => {
  const concentration: Concentration = {
    of: "orders",
    customers: 200,
    total: 1000,
    gini: 0.4321,
    curve: [
      {customer_share: 0, part_share: 0},
      {customer_share: 0.5, part_share: 0.2},
      {customer_share: 0.9, part_share: 0.7},
      {customer_share: 1, part_share: 1}
    ],
    top: [{customer_share: 0.1008, part_share: 0.3, customers: 20}]
  };

  it("names the top customers by the share that was asked for", () => {
    const {rows, notes} = concentrationData(concentration);
    expect(rows).toEqual([{labels: ["Top 10%"], values: [0.3, 0.1008], customers: 20}]);
    expect(notes?.[0]).toContain("0.43");
  });

  it("is drawn with those who have most first, from nobody to all", () => {
    const {points} = concentrationPoints(concentration);
    expect(points[0]).toMatchObject({x: 0, y: 0});
    expect(points.at(-1)).toMatchObject({x: 1, y: 1});
    expect(points[1]!.label).toBe("10% of customers place 30% of orders");
  });
});

describe("what goes together", () => {
  const pair = (a: number, b: number, lift: number) => ({
    a,
    b,
    orders: 5,
    customers: 4,
    support: 0.1,
    confidence: [0.5, 0.25] as const,
    lift
  });
  const group = (segment: string | undefined, pairs: Affinity["groups"][number]["pairs"]) => ({
    segment,
    orders: 50,
    customers: 40,
    singles: [],
    pairs
  });
  const affinity: Affinity = {
    query: {of: "department", by: "loyalty"},
    dimension: dimensions.find(({name}) => name === "department")!,
    codes: [0, 1, 2],
    groups: [group(undefined, [pair(0, 1, 2), pair(1, 2, 1.5)]), group("Loyal", [pair(0, 2, 3)])]
  };

  it("is of everyone, the strongest first, as many as asked for", () => {
    const {rows, count} = affinityData(affinity, figureOf("chart: affinity\nby: department\ntop: 1"));
    expect(rows).toEqual([{labels: ["produce", "dairy eggs"], values: [2, 0.1, 0.5, 5], customers: 4}]);
    expect(count).toBe(2);
  });

  it("is of a segment where the figure is", () => {
    const {rows} = affinityData(
      affinity,
      figureOf("chart: affinity\nby: department\nof: { loyalty: Loyal }")
    );
    expect(rows.map(({labels}) => labels)).toEqual([["produce", "pets & <co>"]]);
  });
});

describe("a schedule", () => {
  it("proposes windows by kind, with their orders counted", () => {
    const hours = aggregateOf({by: ["day", "hour"]});
    const {rows} = scheduleData(hours, aggregateOf({by: []}));
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.map(({labels}) => labels[0]))).toEqual(new Set(["Busy", "Quiet"]));
    expect(rows[0]!.labels[1]).toMatch(/^[A-Z][a-z]+day \d\d:00–\d\d:59$/);
    const [perHour, share, , length] = rows[0]!.values as [number, number, number, number];
    expect(perHour * length).toBeCloseTo(share * aggregateOf({by: []}).parts.orders![0]!, 8);
  });
});

describe("a price ladder", () => {
  const step = (above: number, up_to: number, items: number) => ({
    above,
    up_to,
    items,
    spend: 10 * items,
    customers: 9,
    item_share_up_to: 0.5,
    spend_share_up_to: 0.5
  });
  const ladder: PriceLadder = {
    groups: [
      {
        label: undefined,
        priced_items: 10,
        spend: 100,
        steps: [step(-1, 100, 4), step(100, 200, 5), step(200, Number.POSITIVE_INFINITY, 1)]
      }
    ]
  };

  it("names its steps without gap or overlap, and shares add up", () => {
    const {rows} = ladderData(ladder, "$", 40);
    expect(rows.map(({labels}) => labels[0])).toEqual(["up to $1.00", "$1.01 to $2.00", "above $2.00"]);
    expect(rows.reduce((sum, {values}) => sum + values[0]!, 0)).toBeCloseTo(1, 12);
  });
});

describe("shares taken apart", () => {
  it("say why each is small, the smallest first; the product of the factors is the share", () => {
    const spec = figureOf("chart: decomposition\nby: department\nsort: lowest\ntop: 2");
    const whole = aggregateOf({by: []});
    const {rows} = decompositionData(aggregateOf({by: ["department"]}), whole, spec);
    expect(rows.length).toBe(2);
    expect(rows[0]!.words!.mostly).toMatch(/^(few buyers|few items for each buyer|low price)$/);
    const [share, , buyers, each, price] = rows[0]!.values as [number, number, number, number, number];
    expect(share * whole.parts.spend![0]!).toBeCloseTo(buyers * 40 * each * price, 6);
  });
});

describe("what a segment buys more than others", () => {
  /** 300 customers of 3,000; products bought by so many of them, and by so many of all. */
  const liftOf = (own: readonly number[], all: readonly number[]) => {
    const one = {...dimensions.at(-1)!, labels: own.map((_, at) => `product ${at}`)};
    const cells = (customers: readonly number[]) => ({
      dimensions: [one],
      cells: customers.length,
      parts: {customers: Float64Array.from(customers)},
      hidden: new Uint8Array(customers.length)
    });
    const spec = figureOf("chart: lift\nby: product\nof: { loyalty: Loyal }");
    return liftData({own: cells(own), base: cells(all), customers: 300, all: 3000}, spec);
  };

  it("is what is surely bought by more of them, the largest lift first", () => {
    const {rows} = liftOf([100, 60, 31, 150], [200, 300, 300, 1000]);
    expect(rows.map(({labels}) => labels[0])).toEqual(["product 0", "product 1", "product 3"]);
    expect(rows[0]!.values).toEqual([
      expect.closeTo(5, 10),
      expect.closeTo(1 / 3, 10),
      expect.closeTo(1 / 15, 10)
    ]);
    expect(rows[0]!.interval!.low).toBeLessThan(5);
  });

  it("has a floor: what too few of them bought is chance, however large", () =>
    expect(liftOf([29], [30]).nothing).toContain("at least 30 customers of Loyal"));

  it("says so where nothing stands out", () => expect(liftOf([100], [1000]).rows).toEqual([]));

  it("hides what the gate hides", () => {
    const cells = aggregateOf({by: ["loyalty", "product"]});
    expect(sliceFirst(cells, 0).parts.customers.length).toBe(dimensions.at(-1)!.labels.length);
    expect(liftOf([Number.NaN], [Number.NaN]).rows).toEqual([]);
  });
});

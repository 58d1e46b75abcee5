import {describe, expect, it} from "vitest";
import type {FigureData, FigureRow} from "../../src/figures/figureData.ts";
import {rowAtRank} from "../../src/pages/figureRows.ts";

const row = (name: string, range: string, value: number): FigureRow => ({
  codes: [],
  labels: [
    {name, short: name},
    {name: range, short: range}
  ],
  values: [value],
  bases: [value],
  shares: [value],
  intervals: [],
  verdicts: [],
  customers: value,
  hidden: Number.isNaN(value)
});

function figure(rows: readonly FigureRow[]): FigureData {
  return {
    rows,
    spec: {id: "a", by: ["department", "price_range"], measures: ["item_share"]}
  } as unknown as FigureData;
}

describe("the highest row", () => {
  it("is not one of nothing beside hidden ones, which are of somebody", () => {
    const data = figure([
      row("frozen", "High", 0),
      row("pets", "High", Number.NaN),
      row("frozen", "Low", 0.3)
    ]);
    expect(rowAtRank(data, 0, 1, ["High"]).hidden).toBe(true);
    expect(rowAtRank(data, 0, 1, ["Low"])).toMatchObject({hidden: false, values: [0.3]});
  });

  it("is the highest shown one where that is of somebody, or nothing is hidden", () => {
    const some = figure([row("frozen", "High", 0.2), row("pets", "High", Number.NaN)]);
    expect(rowAtRank(some, 0, 1, ["High"])).toMatchObject({hidden: false, values: [0.2]});
    const none = figure([row("frozen", "High", 0), row("pets", "High", 0)]);
    expect(rowAtRank(none, 0, 1, ["High"])).toMatchObject({hidden: false, values: [0]});
  });
});

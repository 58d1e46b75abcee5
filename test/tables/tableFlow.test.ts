import {describe, expect, it} from "vitest";
import {UserError} from "../../data-loaders/config/problem.ts";
import type {SetAside} from "../../data-loaders/tables/populationFlow.ts";
import {Rejects} from "../../data-loaders/tables/rejects.ts";
import {tableFlow} from "../../data-loaders/tables/tableFlow.ts";
import {column, table} from "./contract.ts";

const contract = (stop_above: number) => table([column("order_id")], {name: "orders", stop_above});
const bad = (rows: number, lines: number[] = [2]): SetAside => ({
  reason: "hour is above 23",
  rows,
  kind: "defect",
  lines
});
const byRule = (rows: number): SetAside => ({reason: "not in use by rule", rows, kind: "rule", lines: [3]});

function message(stop_above: number, rowsIn: number, aside: SetAside[]): string {
  const used = rowsIn - aside.reduce((sum, {rows}) => sum + rows, 0);
  try {
    tableFlow(contract(stop_above), "orders.csv", rowsIn, used, aside);
    return "";
  } catch (error) {
    return error instanceof UserError ? error.message : "not a UserError";
  }
}

describe("tableFlow", () => {
  it("reconciles rows in with rows used and set aside", () => {
    expect(tableFlow(contract(1), "orders.csv", 10, 7, [bad(1), byRule(2)])).toMatchObject({
      rows_in: 10,
      rows_used: 7
    });
  });

  it("takes a flow that does not add up for our bug", () => {
    expect(() => tableFlow(contract(1), "orders.csv", 10, 8, [bad(1)])).toThrow(
      "10 rows in, but 8 used and 1 set aside"
    );
    expect(() => tableFlow(contract(1), "orders.csv", 10, 8, [bad(1)])).not.toThrow(UserError);
  });

  it("stops above the declared share of bad rows, not at it", () => {
    expect(message(0.01, 200, [bad(2)])).toBe("");
    expect(message(0.01, 200, [bad(3)])).not.toBe("");
    expect(message(0, 200, [bad(1)])).not.toBe("");
    expect(message(0, 0, [])).toBe("");
  });

  it("does not count what a rule sets aside", () => {
    expect(message(0, 200, [byRule(150)])).toBe("");
  });

  it("says how many, how many are allowed, why and on which lines", () => {
    expect(
      message(0.07, 10, [bad(1, [4]), {...bad(2, [5, 9]), reason: "names no customer"}, byRule(1)])
    ).toBe(
      [
        "orders.csv: 3 of 10 rows (30%) can't be used; config/sources.yaml allows 7% (tables.orders.bad_rows.stop_above)",
        "orders.csv:5: names no customer: 2 rows, on lines 5, 9; is the file of customers whole, and of the same export?",
        "orders.csv:4: hour is above 23: 1 row, on line 4"
      ].join("\n")
    );
    expect(message(0, 3, [bad(1)])).toContain("33.3%");
    expect(message(0.0005, 3, [bad(1)])).toContain("allows 0.05%");
    expect(message(0, 1_000_000, [bad(1)])).toContain("(less than 0.1%)");
    expect(message(0, 100, [bad(9, [2, 3, 4, 5, 6])])).toContain("9 rows, first on lines 2, 3, 4, 5, 6");
  });
});

describe("Rejects", () => {
  it("counts by reason, in order of the reasons, and keeps the first lines", () => {
    const rejects = new Rejects();
    for (const line of [7, 4, 8, 6, 5, 9]) rejects.add("b", line);
    rejects.add("a", 3, "rule", "because");
    expect(rejects.list()).toEqual([
      {reason: "a", rows: 1, kind: "rule", lines: [3], because: "because"},
      {reason: "b", rows: 6, kind: "defect", lines: [4, 5, 6, 7, 8]}
    ]);
  });

  it("puts the parts of a file together, with the lines that stand before", () => {
    const whole = new Rejects();
    whole.merge([{...bad(2, [0, 3])}], 2);
    whole.merge([{...bad(9, [1, 2, 3, 4, 5])}], 100);
    whole.merge([byRule(1)], 200);
    expect(whole.list()).toEqual([
      {...bad(11), lines: [2, 5, 101, 102, 103]},
      {...byRule(1), lines: [203]}
    ]);
  });
});
